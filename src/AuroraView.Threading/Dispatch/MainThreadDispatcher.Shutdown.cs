using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading;

// The end.
public sealed partial class MainThreadDispatcher : IDisposable
{
    private int _detached;

    /// <summary>Whether new calls are refused.</summary>
    public bool IsShutdown => _queue.IsClosed;

    /// <summary>
    /// Refuses new calls, gives those that are accepted a bounded time to run, and fails the rest with one <see cref="ShutdownInProgressException"/> each.
    /// From any thread; on the main thread it runs them itself. Calling it again does nothing more.
    /// </summary>
    /// <param name="timeout">How long accepted calls may take; <see langword="null"/> for <see cref="ThreadSafetyOptions.DrainTimeout"/>.</param>
    /// <returns>How many calls were given up.</returns>
    public int Shutdown(TimeSpan? timeout = null)
    {
        var limit = timeout is { } given ? WaitTime.Check(given, nameof(timeout)) : Options.DrainTimeout;
        LockOrder.BeforeWaiting("drain");
        _queue.Close();
        var deadline = Deadline.In(limit, _queue.Clock);
        if (IsMainThread)
        {
            while (deadline.Remaining != TimeSpan.Zero && _queue.RunOne())
            {
            }
        }
        else if (limit != TimeSpan.Zero)
        {
            _queue.WaitUntilEmpty(deadline);
        }

        var abandoned = _queue.FailAll(() => new ShutdownInProgressException($"the dispatcher of the {_queue.Name}"));
        if (Interlocked.Exchange(ref _detached, 1) == 0)
        {
            Interlocked.CompareExchange(ref s_default, null, this);
            _adapter.Detach();
        }

        return abandoned;
    }

    /// <summary>The same as <see cref="Shutdown"/>.</summary>
    public void Dispose() => Shutdown();
}
