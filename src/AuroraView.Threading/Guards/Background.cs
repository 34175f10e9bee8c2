namespace AuroraView.Threading.Guards;

/// <summary>Starts the product's own threads and pool work. An exception that a body lets out is reported; it never ends the host's process.</summary>
/// <remarks>No caller's context flows in: what runs here belongs to no request.</remarks>
internal static class Background
{
    /// <summary>Starts a background thread.</summary>
    internal static void Start(string name, Action body) => Create(name, body).UnsafeStart();

    /// <summary>Starts a background thread for what must happen. If the system gives no thread, as without descriptors or memory, the thread pool does it as soon as it can.</summary>
    internal static void Always(string name, Action body)
    {
        try
        {
            Start(name, body);
        }
        catch (Exception error) when (error is OutOfMemoryException or ThreadStartException)
        {
            Run(static body => body(), body);
        }
    }

    /// <summary>Makes a background thread that does not run yet: for one that needs an apartment.</summary>
    internal static Thread Create(string name, Action body) =>
        new(() => Guard(static body => body(), body, name)) { Name = name, IsBackground = true };

    /// <summary>Queues work for the thread pool.</summary>
    internal static void Run<T>(Action<T> work, T state) =>
        ThreadPool.UnsafeQueueUserWorkItem(static item => Guard(item.Work, item.State, "the thread pool"), (Work: work, State: state), preferLocal: false);

    /// <summary>Makes a timer.</summary>
    /// <param name="clock">Its clock.</param>
    /// <param name="tick">What it does.</param>
    /// <param name="state">Given to that.</param>
    /// <param name="due">When, the first time; infinite for a timer that is set later.</param>
    /// <param name="period">How often after that; infinite for once.</param>
    internal static ITimer Timer<T>(TimeProvider clock, Action<T> tick, T state, TimeSpan due, TimeSpan period)
    {
        using (Unflowed())
        {
            var timer = new TimerBody<T>(clock, tick, state);
            timer.Change(due, period);
            return timer;
        }
    }

    /// <summary>Makes a timer that does not run yet.</summary>
    internal static ITimer Timer<T>(TimeProvider clock, Action<T> tick, T state) => Timer(clock, tick, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private static void Guard<T>(Action<T> body, T state, string where)
    {
        try
        {
            body(state);
        }
        catch (Exception error)
        {
            Log.Error($"an unexpected error on {where}: {error}");
        }
    }

    private static AsyncFlowControl? Unflowed() => ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();

    /// <summary>A timer whose setting never throws: the system may have no thread for the first one of a process.</summary>
    private sealed class TimerBody<T> : ITimer
    {
        private readonly Action<T> _tick;
        private readonly T _state;
        private readonly ITimer _timer;

        internal TimerBody(TimeProvider clock, Action<T> tick, T state)
        {
            (_tick, _state) = (tick, state);
            _timer = clock.CreateTimer(static item => ((TimerBody<T>)item!).Run(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        /// <returns>Whether it is set.</returns>
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            try
            {
                return _timer.Change(dueTime, period);
            }
            catch (Exception error)
            {
                Log.Error($"a timer could not be set: {error.GetType()}");
                return false;
            }
        }

        public void Dispose() => _timer.Dispose();

        public ValueTask DisposeAsync() => _timer.DisposeAsync();

        private void Run() => Guard(_tick, _state, "a timer");
    }
}
