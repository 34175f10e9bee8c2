using AuroraView.Native.Sessions;
using AuroraView.Threading;
using AuroraView.Threading.Waiting;

namespace AuroraView.Native.Dispatch;

/// <summary>
/// Work on a thread of the client's that others may wait for: what <see cref="TrackedTask"/> is to the thread pool. Whoever waits serves what the work needs of
/// it, and a cycle of such waits is seen.
/// </summary>
internal sealed class ForeignTask
{
    private readonly Session _session;
    private readonly TrackedWork _work;
    private readonly TaskCompletionSource _ended;
    private int _begun;

    internal ForeignTask(Session session, string name)
    {
        _session = session;
        _work = new TrackedWork(name);
        // The task carries its work as its state: that is how a wait finds the one from the other.
        _ended = new TaskCompletionSource(_work, TaskCreationOptions.RunContinuationsAsynchronously);
        WaitGraph.Open(_work.Account);
        if (WaitOrigin.Current is { } outer)
            WaitGraph.Link(outer, _work);
    }

    /// <summary>Runs the client's function on the calling thread, once.</summary>
    /// <exception cref="ArgumentException">It has been run, or was released.</exception>
    /// <exception cref="ShutdownInProgressException">The client is gone.</exception>
    internal void Run(long token)
    {
        if (Interlocked.Exchange(ref _begun, 1) != 0)
            throw new ArgumentException("A task runs once, and not after its release.");
        var outer = WaitOrigin.Current;
        WaitOrigin.Current = _work.Account;
        _work.Runner = ThreadNode.Current;
        try
        {
            _session.Callbacks.Run(CallKind.Function, token);
        }
        finally
        {
            _work.Runner = null;
            WaitOrigin.Current = outer;
            End();
        }
    }

    /// <summary>Blocks until it has ended, and runs meanwhile what it needs of the calling thread.</summary>
    /// <exception cref="ShutdownInProgressException">The client has ended.</exception>
    internal void Wait(TimeSpan? timeout)
    {
        try
        {
            using var wait = new InterruptibleWait(_session);
            WaitFor.Task(_ended.Task, timeout, _session.Ended);
        }
        catch (OperationCanceledException) when (_session.Ended.IsCancellationRequested)
        {
            throw _session.Callbacks.Refusal();
        }
    }

    /// <summary>The client has no use for it any more. Where it was never run, nobody waits for it in vain.</summary>
    internal void Release()
    {
        if (Interlocked.Exchange(ref _begun, 1) == 0)
            End();
    }

    private void End()
    {
        WaitGraph.Close(_work.Account);
        WaitGraph.Unlink(_work);
        _ended.TrySetResult();
    }
}
