using AuroraView.Threading;

namespace AuroraView;

/// <summary>Wraps functions so that they run on the host's main thread. RFC 0002, <c>dcc_thread_safe</c> and <c>dcc_thread_safe_async</c>.</summary>
/// <remarks>The wrapped function may be called from any thread. It uses <see cref="MainThreadDispatcher.Default"/> as it is when called, unless a dispatcher is given.</remarks>
public static class DccThreadSafe
{
    /// <summary>The function on the main thread; the caller waits for its result. On the main thread it runs inline.</summary>
    /// <param name="function">What to wrap.</param>
    /// <param name="dispatcher">The way to the main thread.</param>
    /// <param name="timeout">How long a caller waits; <see langword="null"/> for <see cref="ThreadSafetyOptions.MainThreadTimeout"/>.</param>
    /// <returns>A function that throws, besides what the work throws, what <see cref="MainThreadDispatcher.Invoke(Action, TimeSpan?, CancellationToken)"/> does.</returns>
    public static Func<T, TResult> Wrap<T, TResult>(Func<T, TResult> function, MainThreadDispatcher? dispatcher = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return argument => Find(dispatcher).Invoke(function, argument, timeout);
    }

    /// <inheritdoc cref="Wrap{T, TResult}(Func{T, TResult}, MainThreadDispatcher?, TimeSpan?)"/>
    public static Func<TResult> Wrap<TResult>(Func<TResult> function, MainThreadDispatcher? dispatcher = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return () => Find(dispatcher).Invoke(function, timeout);
    }

    /// <inheritdoc cref="Wrap{T, TResult}(Func{T, TResult}, MainThreadDispatcher?, TimeSpan?)"/>
    public static Action<T> Wrap<T>(Action<T> action, MainThreadDispatcher? dispatcher = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        return argument => Find(dispatcher).Invoke(static work => { work.Action(work.Argument); return true; }, (Action: action, Argument: argument), timeout);
    }

    /// <inheritdoc cref="Wrap{T, TResult}(Func{T, TResult}, MainThreadDispatcher?, TimeSpan?)"/>
    public static Action Wrap(Action action, MainThreadDispatcher? dispatcher = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        return () => Find(dispatcher).Invoke(action, timeout);
    }

    /// <summary>The action on the main thread, later: always queued, also on the main thread. The caller does not wait.</summary>
    /// <param name="action">What to wrap. What it throws goes to <see cref="MainThreadDispatcher.UnobservedException"/>.</param>
    /// <param name="dispatcher">The way to the main thread.</param>
    public static Action WrapAsync(Action action, MainThreadDispatcher? dispatcher = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        return () => Find(dispatcher).Post(action);
    }

    /// <inheritdoc cref="WrapAsync(Action, MainThreadDispatcher?)"/>
    public static Action<T> WrapAsync<T>(Action<T> action, MainThreadDispatcher? dispatcher = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        return argument => Find(dispatcher).Post(static work => work.Action(work.Argument), (Action: action, Argument: argument));
    }

    internal static MainThreadDispatcher Find(MainThreadDispatcher? dispatcher) =>
        dispatcher ?? MainThreadDispatcher.Default ?? throw new MainThreadUnavailableException(
            "No main thread is known. On the host's main thread, create a MainThreadDispatcher with the host's adapter, " +
            "or MainThreadDispatcher.CreateForCurrentThread() if the program pumps by itself. See docs/threading.md.");
}
