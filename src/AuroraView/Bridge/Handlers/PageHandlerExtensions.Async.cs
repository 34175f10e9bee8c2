namespace AuroraView;

// Handlers that end later. A token is cancelled when the page no longer waits: its timeout, its abort signal, a navigation, the view's end.
public static partial class PageHandlerExtensions
{
    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On(
        this IPageHandlers handlers, string name, Func<Task> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [],
            Bridge.HandlerBodies.Task((a, _) => handler())));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<TResult>(
        this IPageHandlers handlers, string name, Func<Task<TResult>> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [],
            Bridge.HandlerBodies.Task((a, _) => handler(), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On(
        this IPageHandlers handlers, string name, Func<CancellationToken, Task> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [],
            Bridge.HandlerBodies.Task((a, c) => handler(c))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<TResult>(
        this IPageHandlers handlers, string name, Func<CancellationToken, Task<TResult>> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [],
            Bridge.HandlerBodies.Task((a, c) => handler(c), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T>(
        this IPageHandlers handlers, string name, Func<T, Task> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T>(handlers, handler, 0)],
            Bridge.HandlerBodies.Task((a, _) => handler((T)a[0]!))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T, TResult>(
        this IPageHandlers handlers, string name, Func<T, Task<TResult>> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T>(handlers, handler, 0)],
            Bridge.HandlerBodies.Task((a, _) => handler((T)a[0]!), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T>(
        this IPageHandlers handlers, string name, Func<T, CancellationToken, Task> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T>(handlers, handler, 0)],
            Bridge.HandlerBodies.Task((a, c) => handler((T)a[0]!, c))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T, TResult>(
        this IPageHandlers handlers, string name, Func<T, CancellationToken, Task<TResult>> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T>(handlers, handler, 0)],
            Bridge.HandlerBodies.Task((a, c) => handler((T)a[0]!, c), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2>(
        this IPageHandlers handlers, string name, Func<T1, T2, Task> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1)],
            Bridge.HandlerBodies.Task((a, _) => handler((T1)a[0]!, (T2)a[1]!))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, TResult>(
        this IPageHandlers handlers, string name, Func<T1, T2, Task<TResult>> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1)],
            Bridge.HandlerBodies.Task((a, _) => handler((T1)a[0]!, (T2)a[1]!), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2>(
        this IPageHandlers handlers, string name, Func<T1, T2, CancellationToken, Task> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1)],
            Bridge.HandlerBodies.Task((a, c) => handler((T1)a[0]!, (T2)a[1]!, c))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, TResult>(
        this IPageHandlers handlers, string name, Func<T1, T2, CancellationToken, Task<TResult>> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1)],
            Bridge.HandlerBodies.Task((a, c) => handler((T1)a[0]!, (T2)a[1]!, c), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3>(
        this IPageHandlers handlers, string name, Func<T1, T2, T3, Task> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2)],
            Bridge.HandlerBodies.Task((a, _) => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3, TResult>(
        this IPageHandlers handlers, string name, Func<T1, T2, T3, Task<TResult>> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2)],
            Bridge.HandlerBodies.Task((a, _) => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3>(
        this IPageHandlers handlers, string name, Func<T1, T2, T3, CancellationToken, Task> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2)],
            Bridge.HandlerBodies.Task((a, c) => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!, c))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3, TResult>(
        this IPageHandlers handlers, string name, Func<T1, T2, T3, CancellationToken, Task<TResult>> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2)],
            Bridge.HandlerBodies.Task((a, c) => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!, c), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3, T4>(
        this IPageHandlers handlers, string name, Func<T1, T2, T3, T4, Task> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2), Bridge.HandlerFactory.Parameter<T4>(handlers, handler, 3)],
            Bridge.HandlerBodies.Task((a, _) => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!, (T4)a[3]!))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3, T4, TResult>(
        this IPageHandlers handlers, string name, Func<T1, T2, T3, T4, Task<TResult>> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2), Bridge.HandlerFactory.Parameter<T4>(handlers, handler, 3)],
            Bridge.HandlerBodies.Task((a, _) => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!, (T4)a[3]!), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3, T4>(
        this IPageHandlers handlers, string name, Func<T1, T2, T3, T4, CancellationToken, Task> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2), Bridge.HandlerFactory.Parameter<T4>(handlers, handler, 3)],
            Bridge.HandlerBodies.Task((a, c) => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!, (T4)a[3]!, c))));

    /// <inheritdoc cref="On(IPageHandlers, string, Action, HandlerThread)"/>
    public static void On<T1, T2, T3, T4, TResult>(
        this IPageHandlers handlers, string name, Func<T1, T2, T3, T4, CancellationToken, Task<TResult>> handler, HandlerThread thread = HandlerThread.Default) =>
        handlers.AddHandler(new PageHandler(name, thread, [Bridge.HandlerFactory.Parameter<T1>(handlers, handler, 0), Bridge.HandlerFactory.Parameter<T2>(handlers, handler, 1), Bridge.HandlerFactory.Parameter<T3>(handlers, handler, 2), Bridge.HandlerFactory.Parameter<T4>(handlers, handler, 3)],
            Bridge.HandlerBodies.Task((a, c) => handler((T1)a[0]!, (T2)a[1]!, (T3)a[2]!, (T4)a[3]!, c), Bridge.PageJson.Info<TResult>(handlers.JsonOptions))));
}
