using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading;

// What the main thread uses.
public sealed partial class MainThreadDispatcher
{
    /// <summary>Runs pending calls within <see cref="ThreadSafetyOptions.PumpBudget"/>. On the main thread only; may be entered again from a call.</summary>
    /// <returns>How many calls were run.</returns>
    /// <remarks>Never throws what a call throws. What is left when the time is over asks the host for another pump, so that its own events come first.</remarks>
    /// <exception cref="InvalidOperationException">The calling thread is not the main thread.</exception>
    public int Pump() => Pump(Options.PumpBudget);

    /// <inheritdoc cref="Pump()"/>
    /// <param name="budget">How long to go on; at least one call is run.</param>
    public int Pump(TimeSpan budget)
    {
        EnterPump();
        return _queue.Pump(budget);
    }

    /// <summary>
    /// Runs calls on the main thread until a condition holds: the loop of a host that has none. Blocks without polling: the condition is looked at
    /// after each call, and when <see cref="Nudge"/> is called. So is the time, however many calls keep coming.
    /// </summary>
    /// <param name="condition">Runs on the main thread.</param>
    /// <param name="timeout">How long to go on; see <see cref="WaitTime"/>. Zero runs what is pending at that moment, then returns.</param>
    /// <param name="cancellation">Ends the loop.</param>
    /// <returns>Whether the condition holds; <see langword="false"/> when the time was over.</returns>
    /// <exception cref="InvalidOperationException">The calling thread is not the main thread.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public bool RunUntil(Func<bool> condition, TimeSpan timeout, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        WaitTime.Check(timeout, nameof(timeout));
        EnterPump();
        var parker = ThreadNode.Current.Parker;
        var deadline = Deadline.In(timeout, _queue.Clock);
        var registration = cancellation.UnsafeRegister(static state => ((Parker)state!).Unpark(), parker);
        // With no time at all: what is queued now, and not what that queues.
        var last = timeout == TimeSpan.Zero ? _queue.LastSequence : long.MaxValue;
        _queue.EnterLocalPump();
        try
        {
            while (true)
            {
                LockOrder.BeforeForeignCode("the condition of RunUntil");
                if (Holds(condition))
                    return true;
                cancellation.ThrowIfCancellationRequested();
                var isOver = timeout != TimeSpan.Zero && deadline.Remaining == TimeSpan.Zero;
                if (!isOver && _queue.RunOneLocally(last))
                    continue;
                if (isOver || timeout == TimeSpan.Zero)
                    return false;
                SchedulePoint.Hit("run until");
                deadline.Park(parker);
                // The condition is the host's code: it may run a loop of the host's, which needs a wake.
                _queue.LeaveLocalPark();
            }
        }
        finally
        {
            registration.Unregister();
            _queue.ExitLocalPump();
        }
    }

    /// <summary>Runs calls on the main thread until a task has ended, and throws what it threw.</summary>
    /// <returns>Whether the task has ended; <see langword="false"/> when the time was over.</returns>
    /// <inheritdoc cref="RunUntil(Func{bool}, TimeSpan, CancellationToken)"/>
    public bool RunUntil(Task task, TimeSpan timeout, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        using var end = task.IsCompleted ? null : new TaskEnd(task, Nudge);
        if (!RunUntil(() => task.IsCompleted, timeout, cancellation))
            return false;
        if (task.IsFaulted || task.IsCanceled)
            task.GetAwaiter().GetResult();
        return true;
    }

    /// <summary>Makes <see cref="RunUntil(Func{bool}, TimeSpan, CancellationToken)"/> look at its condition again. From any thread.</summary>
    public void Nudge() => _queue.Owner?.Parker.Unpark();

    private bool Holds(Func<bool> condition)
    {
        using var running = _queue.Enter("the condition of RunUntil");
        return condition();
    }

    private void EnterPump()
    {
        if (_queue.Owner is null && IsMainThread)
            BindToThisThread();
        if (!_queue.IsOwner)
        {
            throw new InvalidOperationException(
                $"Only the main thread may pump, which is {_queue.Owner?.Describe() ?? "not this one"}; this is thread {Environment.CurrentManagedThreadId}. " +
                "A call for the main thread never runs anywhere else.");
        }

        LockOrder.BeforeForeignCode("a pump of the main thread");
        Volatile.Write(ref _hasPumped, true);
    }
}
