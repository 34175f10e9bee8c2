using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Queues;

// A push that finds the queue full.
internal sealed partial class MessageQueue<T>
{
    private const string PushToFullQueue = "push to a full queue";

    private readonly List<SpaceWaiter<T>> _waiters = [];

    /// <summary>How many pushes wait for room.</summary>
    internal int WaitingPushes
    {
        get
        {
            _lock.Enter();
            var count = _waiters.Count;
            _lock.Exit();
            return count;
        }
    }

    private Admission WaitForRoom(T message, object? key, out T? replaced, CancellationToken cancellation)
    {
        var start = _clock.GetTimestamp();
        var retry = _options.WhenQueueFull == FullQueuePolicy.Retry;
        if (_options.WhenQueueFull == FullQueuePolicy.Fail || (retry && _options.MaxRetries == 0))
            throw Full(0, TimeSpan.Zero, null);
        if (retry && ThreadNode.CurrentOrNull is { IsHostMain: true })
            throw Full(0, TimeSpan.Zero, "It is not tried again on the host's main thread, which is never held up for a queue.");

        LockOrder.BeforeWaiting(PushToFullQueue);
        var waiter = new SpaceWaiter<T>(this, message, key);
        if (Enlist(waiter, out var admission, out replaced))
            return admission;

        var outcome = WaitOutcome.TimedOut;
        var retries = 0;
        if (retry)
        {
            while (outcome == WaitOutcome.TimedOut && retries < _options.MaxRetries)
            {
                outcome = WaitOnce(waiter, _options.RetryDelay, cancellation);
                retries++;
                CountRetried();
            }
        }
        else
        {
            outcome = WaitOnce(waiter, _options.MainThreadTimeout, cancellation);
        }

        if (outcome != WaitOutcome.Completed && Withdraw(waiter))
        {
            if (outcome != WaitOutcome.Cancelled)
                throw Full(retries, _clock.GetElapsedTime(start), null);
            CountFailed();
            cancellation.ThrowIfCancellationRequested();
        }

        if (waiter.WasRefused)
            Settle(Admission.Refused);
        replaced = waiter.Replaced;
        return waiter.Admission;
    }

    private WaitOutcome WaitOnce(SpaceWaiter<T> waiter, TimeSpan limit, CancellationToken cancellation)
    {
        var now = _clock.GetTimestamp();
        try
        {
            return Waits.Wait(waiter, PushToFullQueue, Deadline.In(limit, _clock, now), cancellation, _clock, now);
        }
        catch (DeadlockDetectedException)
        {
            // If there was room after all, the cycle is not there any more.
            if (!Withdraw(waiter))
                return WaitOutcome.Completed;
            CountFailed();
            throw;
        }
    }

    /// <summary>Stands in line, unless the message can go in at once.</summary>
    private bool Enlist(SpaceWaiter<T> waiter, out Admission admission, out T? replaced)
    {
        _lock.Enter();
        admission = AdmitLocked(waiter.Message, waiter.Key, control: false, out replaced);
        if (admission == Admission.Full)
            _waiters.Add(waiter);
        var wake = admission == Admission.Queued && TakeWakeLocked();
        _lock.Exit();
        Announce(admission, wake);
        return Settle(admission);
    }

    /// <returns>Whether the message will not be queued: nobody had taken or refused it yet.</returns>
    private bool Withdraw(SpaceWaiter<T> waiter)
    {
        _lock.Enter();
        var withdrawn = _waiters.Remove(waiter);
        // Those behind it may be smaller.
        var admitted = withdrawn && _weigh is not null ? AdmitWaiters() : null;
        _lock.Exit();
        WakeAdmitted(admitted);
        return withdrawn;
    }

    /// <summary>There is room: lets in those who wait for it, in order. Under the lock.</summary>
    /// <returns>The first of those to wake.</returns>
    private SpaceWaiter<T>? AdmitWaiters()
    {
        SpaceWaiter<T>? first = null, last = null;
        while (_waiters.Count > 0)
        {
            var waiter = _waiters[0];
            var admission = AdmitLocked(waiter.Message, waiter.Key, control: false, out var replaced, inLine: true);
            if (admission == Admission.Full)
                break;
            _waiters.RemoveAt(0);
            waiter.Accept(admission, replaced);
            first ??= waiter;
            if (last is not null)
                last.NextToWake = waiter;
            last = waiter;
        }

        return first;
    }

    private void WakeAdmitted(SpaceWaiter<T>? waiter)
    {
        for (; waiter is not null; waiter = waiter.NextToWake)
        {
            Announce(waiter.Admission, wake: false);
            waiter.Wake();
        }
    }

    private void CountRetried()
    {
        _lock.Enter();
        _retried++;
        _lock.Exit();
        QueueMetrics.Count(QueueMetrics.Retried, 1, _tag);
    }

    private QueueFullException Full(int retries, TimeSpan waited, string? hint)
    {
        CountFailed();
        return new QueueFullException(Name, Capacity, _weigh is null ? null : HeldBytes, retries, waited, hint);
    }
}
