using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Queues;

// The end: shutting, draining, closing.
internal sealed partial class MessageQueue<T>
{
    private readonly List<DrainTarget> _drains = [];

    /// <summary>
    /// Refuses messages from now on; pushes that wait for room end with <see cref="ShutdownInProgressException"/>. What is queued can still be taken, and
    /// control messages still get in. From any thread, any number of times.
    /// </summary>
    internal void Shutdown()
    {
        _lock.Enter();
        var waiters = ShutLocked(QueueState.Draining);
        _lock.Exit();
        Refuse(waiters);
    }

    /// <summary>Ends the queue: refuses everything from now on and hands out what is left, for its senders to be told.</summary>
    /// <param name="left">Receives the messages that were never taken, in order.</param>
    /// <returns>How many there were. Those in flight are not among them.</returns>
    internal int Close(ICollection<T>? left = null)
    {
        var messages = new List<T>();
        _lock.Enter();
        var waiters = ShutLocked(QueueState.Closed);
        while (_control.Count > 0)
            messages.Add(Remove(ref _control, _control.First));
        while (_ordinary.Count > 0)
            messages.Add(Remove(ref _ordinary, _ordinary.First));
        _dropped += messages.Count;
        _lock.Exit();

        Refuse(waiters);
        QueueMetrics.Count(QueueMetrics.Dropped, messages.Count, _tag);
        MessageQueues.All.Remove(this);
        SignalDrains();
        if (left is not null)
        {
            foreach (var message in messages)
                left.Add(message);
        }

        return messages.Count;
    }

    /// <summary>Waits until nothing is queued and nothing in flight. It does not shut the queue: call <see cref="Shutdown"/> first, or it may never be empty.</summary>
    /// <param name="timeout">How long; see <see cref="WaitTime"/>. Zero looks once.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="DrainException">
    /// The time was over, or the wait could never have ended because the consumer waits for this thread. It says how many messages would be given up.
    /// They are still there: <see cref="Close"/> gives them up.
    /// </exception>
    internal void WaitForDrain(TimeSpan timeout, CancellationToken cancellation = default)
    {
        WaitTime.Check(timeout, nameof(timeout));
        LockOrder.BeforeWaiting("drain");
        var target = new DrainTarget(this);
        _lock.Enter();
        _drains.Add(target);
        _lock.Exit();
        Exception? cause = null;
        try
        {
            var outcome = Waits.Wait(target, "drain", Deadline.In(timeout, _clock), cancellation, _clock, _clock.GetTimestamp());
            if (outcome == WaitOutcome.Completed)
                return;
            if (outcome == WaitOutcome.Cancelled)
                cancellation.ThrowIfCancellationRequested();
        }
        catch (DeadlockDetectedException deadlock)
        {
            cause = deadlock;
        }
        finally
        {
            _lock.Enter();
            _drains.Remove(target);
            _lock.Exit();
        }

        _lock.Enter();
        var queued = _ordinary.Count + _control.Count;
        var inFlight = _inFlight;
        _lock.Exit();
        if (queued + inFlight > 0)
            throw new DrainException(Name, queued, inFlight, timeout, cause);
    }

    private SpaceWaiter<T>[] ShutLocked(QueueState state)
    {
        if (_state < (int)state)
            Volatile.Write(ref _state, (int)state);
        var waiters = _waiters.ToArray();
        _waiters.Clear();
        foreach (var waiter in waiters)
            waiter.Refuse();
        return waiters;
    }

    private static void Refuse(SpaceWaiter<T>[] waiters)
    {
        foreach (var waiter in waiters)
            waiter.Wake();
    }

    private void SignalDrains()
    {
        _lock.Enter();
        var targets = _drains.Count > 0 && _inFlight == 0 && _ordinary.Count + _control.Count == 0 ? _drains.ToArray() : [];
        _lock.Exit();
        foreach (var target in targets)
            target.Check();
    }

    private sealed class DrainTarget(MessageQueue<T> queue) : WaitTarget
    {
        internal override bool IsCompleted
        {
            get
            {
                queue._lock.Enter();
                var empty = queue._inFlight == 0 && queue._ordinary.Count + queue._control.Count == 0;
                queue._lock.Exit();
                return empty;
            }
        }

        internal void Check()
        {
            Interlocked.MemoryBarrier();
            SignalWaiter();
        }

        internal override void AddSuccessors(ref WaitWalk walk)
        {
            if (!IsCompleted && queue.Consumer is { } consumer)
                walk.Add(consumer);
        }

        internal override Description Describe() => $"the end of all messages of the {queue.Name}";
    }
}
