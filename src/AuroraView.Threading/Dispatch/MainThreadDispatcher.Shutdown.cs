using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading;

// The end.
public sealed partial class MainThreadDispatcher : IDisposable
{
    // What the main thread is held for at most, over what its caller allows.
    private static readonly TimeSpan s_forRests = TimeSpan.FromMilliseconds(250);

    private int _detached;

    /// <summary>Whether new calls are refused.</summary>
    public bool IsShutdown => _queue.IsClosed;

    /// <summary>
    /// Refuses new calls, gives those that are accepted a limited time to run, and fails the rest with one <see cref="ShutdownInProgressException"/> each.
    /// From any thread; on the main thread it runs them itself. Calling it again does nothing more.
    /// </summary>
    /// <remarks>
    /// Rests of async functions that are queued get up to 250 ms more, so that a function that has begun ends. After that no rest runs: the task of
    /// <see cref="InvokeAsync(Func{Task}, CancellationToken)"/> ends with <see cref="ShutdownInProgressException"/>; for an <c>async void</c> function, which has no task,
    /// <see cref="UnobservedException"/> is raised with it.
    /// </remarks>
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

        var abandoned = _queue.FailAll(Refusal);
        _queue.FinishRests(s_forRests);
        abandoned += _queue.End(Refusal);
        if (Interlocked.Exchange(ref _detached, 1) == 0)
        {
            Interlocked.CompareExchange(ref s_default, null, this);
            Detach();
        }

        return abandoned;
    }

    void ICallQueueOwner.OnRestCameLate(in Rest rest)
    {
        // Never on another thread: it may touch the scene.
        if (rest.Thrown is { } thrown)
            OnUnobserved(thrown, rest.Name);
        else if (rest.Context.Work is { } work)
            work.End(Refusal());
        else
            OnUnobserved(Refusal(), rest.Name);
    }

    private void Detach()
    {
        ShortLock.MustNotBeHeld("the adapter is detached");
        try
        {
            _adapter.Detach();
        }
        catch (Exception error)
        {
            OnUnobserved(error, $"{Name}: detach");
        }
    }

    private ShutdownInProgressException Refusal() => new($"the dispatcher of the {_queue.Name}");

    /// <summary>The same as <see cref="Shutdown"/>.</summary>
    public void Dispose() => Shutdown();
}
