using System.Text.Json.Serialization.Metadata;
using AuroraView.Bridge;

namespace AuroraView;

// Handlers whose JSON metadata is given by hand: nothing is looked up, so they work in any trimmed or ahead-of-time compiled application.
public static partial class PageHandlerExtensions
{
    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T>(
        this IPageHandlers handlers, string name, Action<T> handler, JsonTypeInfo<T> parameterInfo,
        HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [HandlerFactory.Parameter(parameterInfo, handler, 0)],
            HandlerBodies.Nothing(a => handler((T)a[0]!))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<TResult>(
        this IPageHandlers handlers, string name, Func<TResult> handler, JsonTypeInfo<TResult> resultInfo,
        HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [], HandlerBodies.Value(_ => handler(), resultInfo)));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T, TResult>(
        this IPageHandlers handlers, string name, Func<T, TResult> handler, JsonTypeInfo<T> parameterInfo, JsonTypeInfo<TResult> resultInfo,
        HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [HandlerFactory.Parameter(parameterInfo, handler, 0)],
            HandlerBodies.Value(a => handler((T)a[0]!), resultInfo)));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T, TResult>(
        this IPageHandlers handlers, string name, Func<T, CancellationToken, Task<TResult>> handler, JsonTypeInfo<T> parameterInfo,
        JsonTypeInfo<TResult> resultInfo, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [HandlerFactory.Parameter(parameterInfo, handler, 0)],
            HandlerBodies.Task((a, c) => handler((T)a[0]!, c), resultInfo)));
}
