namespace AuroraView.Threading.Guards;

/// <summary>Starts the product's own threads and pool work. An exception that a body lets out is reported; it never ends the host's process.</summary>
/// <remarks>No caller's context flows in: what runs here belongs to no request.</remarks>
internal static class Background
{
    /// <summary>Starts a background thread.</summary>
    internal static void Start(string name, Action body) =>
        new Thread(() => Guard(static body => body(), body, name)) { Name = name, IsBackground = true }.UnsafeStart();

    /// <summary>Queues work for the thread pool.</summary>
    internal static void Run<T>(Action<T> work, T state) =>
        ThreadPool.UnsafeQueueUserWorkItem(static item => Guard(item.Work, item.State, "the thread pool"), (Work: work, State: state), preferLocal: false);

    /// <summary>Makes a timer that does not run yet.</summary>
    internal static ITimer Timer<T>(TimeProvider clock, Action<T> tick, T state)
    {
        using (Unflowed())
            return clock.CreateTimer(static item => ((TimerBody<T>)item!).Run(), new TimerBody<T>(tick, state), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private static void Guard<T>(Action<T> body, T state, string where)
    {
        try
        {
            body(state);
        }
        catch (Exception error)
        {
            Log.Error($"an error on {where} that nothing expected: {error}");
        }
    }

    private static AsyncFlowControl? Unflowed() => ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();

    private sealed class TimerBody<T>(Action<T> tick, T state)
    {
        internal void Run() => Guard(tick, state, "a timer");
    }
}
