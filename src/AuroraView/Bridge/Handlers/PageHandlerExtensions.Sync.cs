namespace AuroraView;

/// <summary>Registers handlers for the page on a view or on one of its fronts.</summary>
public static partial class PageHandlerExtensions
{
    /// <summary>
    /// Registers a handler for a name that the page calls (<c>auroraview.call</c>) or sends (<c>auroraview.send_event</c>). The last
    /// handler registered under a name is the one that runs.
    /// </summary>
    /// <param name="handlers">The view, or one of its fronts.</param>
    /// <param name="name">The name, up to 256 characters.</param>
    /// <param name="handler">Runs where <paramref name="thread"/> says, once a call; what it throws becomes the page's error, what it
    /// returns the page's result.</param>
    /// <param name="thread">Where it runs.</param>
    /// <exception cref="ArgumentException">The name is empty, too long or not valid UTF-16.</exception>
    /// <exception cref="NotSupportedException">A type has no JSON metadata, see <see cref="IPageHandlers.JsonOptions"/>.</exception>
    /// <remarks>
    /// An array from the page fills the parameters by position, an object by name, nothing is no argument, <c>null</c> one null. A
    /// handler with one parameter of an object or array type takes the whole, and one that takes a
    /// <see cref="System.Text.Json.JsonElement"/> gets what the page sent as it is. May be called from any thread, also before the view is ready.
    /// </remarks>
    public static void On(
        this IPageHandlers handlers, string name, Action handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [],
            Bridge.HandlerBodies.Nothing(a => handler())));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<TResult>(
        this IPageHandlers handlers, string name, Func<TResult> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [],
            Bridge.HandlerBodies.Value(a => handler(), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T>(
        this IPageHandlers handlers, string name, Action<T> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T>(handlers, handler, 0)],
            Bridge.HandlerBodies.Nothing(a => handler((T)a[0]!))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T, TResult>(
        this IPageHandlers handlers, string name, Func<T, TResult> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T>(handlers, handler, 0)],
            Bridge.HandlerBodies.Value(a => handler((T)a[0]!), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2>(
        this IPageHandlers handlers, string name, Action<T1, T2> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1)],
            Bridge.HandlerBodies.Nothing(a => handler((T1)a[0]!, (T2)a[1]!))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, TResult>(
        this IPageHandlers handlers, string name, Func<T1, T2, TResult> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1)],
            Bridge.HandlerBodies.Value(a => handler((T1)a[0]!, (T2)a[1]!), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3>(
        this IPageHandlers handlers, string name, Action<T1, T2, T3> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2)],
            Bridge.HandlerBodies.Nothing(a => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3, TResult>(
        this IPageHandlers handlers, string name, Func<T1, T2, T3, TResult> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2)],
            Bridge.HandlerBodies.Value(a => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3, T4>(
        this IPageHandlers handlers, string name, Action<T1, T2, T3, T4> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2), Bridge.HandlerFactory.Parameter<T4>(handlers, handler, 3)],
            Bridge.HandlerBodies.Nothing(a => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!, (T4)a[3]!))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3, T4, TResult>(
        this IPageHandlers handlers, string name, Func<T1, T2, T3, T4, TResult> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2), Bridge.HandlerFactory.Parameter<T4>(handlers, handler, 3)],
            Bridge.HandlerBodies.Value(a => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!, (T4)a[3]!), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));
}
