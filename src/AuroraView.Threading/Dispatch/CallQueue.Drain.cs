using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

// Waiting for the queue to run dry.
internal sealed partial class CallQueue
{
    private List<DrainTarget>? _drains;

    /// <summary>Waits until no call is queued or running. Not on the owner.</summary>
    /// <returns>Whether that came true in time. A wait that could never end counts as one whose time is over.</returns>
    internal bool WaitUntilEmpty(Deadline deadline)
    {
        var target = new DrainTarget(this);
        _lock.Enter();
        (_drains ??= []).Add(target);
        _lock.Exit();
        try
        {
            return Waits.Wait(target, "drain", deadline, CancellationToken.None, _clock, _clock.GetTimestamp()) == WaitOutcome.Completed;
        }
        catch (DeadlockDetectedException)
        {
            return false;
        }
        finally
        {
            _lock.Enter();
            _drains.Remove(target);
            _lock.Exit();
        }
    }

    /// <summary>A call is over for the queue: it has run, or nobody will run it. Followed by <see cref="SignalDrains"/>.</summary>
    private void OnEnded() => Interlocked.Decrement(ref _unfinished);

    private void SignalDrains()
    {
        if (Volatile.Read(ref _drains) is null || Volatile.Read(ref _unfinished) > 0)
            return;
        _lock.Enter();
        var targets = _drains!.ToArray();
        _lock.Exit();
        foreach (var target in targets)
            target.Check();
    }

    private sealed class DrainTarget(CallQueue queue) : WaitTarget
    {
        internal override bool IsCompleted => Volatile.Read(ref queue._unfinished) == 0;

        // A drain depends on the queued calls as a whole. They are not nodes of the graph here: a posted call is recycled
        // as soon as it has run, while a walk might still hold it.
        internal override bool CanBeServed => queue.Count > 0 && queue.Owner?.Blocked is { CanServe: true };

        internal override void Promote() => queue.PromoteAll();

        internal void Check()
        {
            Interlocked.MemoryBarrier();
            SignalWaiter();
        }

        internal override void AddSuccessors(ref WaitWalk walk)
        {
            if (IsCompleted || queue.Owner is not { } owner)
                return;
            if (CanBeServed)
            {
                walk.LeftOut++;
                if (!walk.ThroughServable)
                    return;
            }

            walk.Add(owner);
        }

        internal override Description Describe() => $"the end of all calls of the {queue.Name}";
    }
}
