using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

// The callers' side: sync and async calls.
internal sealed partial class CallQueue
{
    private const string SyncDispatch = "sync dispatch";

    internal TResult Invoke<TState, TResult>(Func<TState, TResult> function, TState argument, TimeSpan timeout, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(function);
        // Also where it runs inline: whether that is so depends on the thread alone, and a rule that does not is one that tests find.
        LockOrder.BeforeWaiting(SyncDispatch);
        cancellation.ThrowIfCancellationRequested();
        if (IsOwner)
            return RunInline(function, argument);

        var call = InvokeCall<TState, TResult>.Rent(function, argument);
        Admit(call);
        if (timeout == TimeSpan.Zero)
            throw (Exception?)UnreachableError() ?? TimedOut(call, timeout);

        if (Enqueue(call, null, WaitOrigin.Current) is { } closed && TryTakeBack(call))
            throw new DeadlockDetectedException(SyncDispatch, closed);
        var now = call.PostedAt;
        var deadline = Deadline.In(timeout, _clock, now);
        // By its own clock: the timer that refuses other calls may find no free thread in a pool whose threads all wait here.
        var untilPump = call.AwaitsFirstPump && (deadline.IsInfinite || timeout > FirstPumpWithin);
        while (true)
        {
            WaitOutcome outcome;
            var started = call.State == CallState.Running;
            try
            {
                outcome = Waits.Wait(call, SyncDispatch, untilPump ? Deadline.In(FirstPumpWithin, _clock, now) : deadline, cancellation, _clock, now);
            }
            catch (DeadlockDetectedException)
            {
                // If the call has started meanwhile, the cycle may not be there any more. If it had started before, it is.
                if (TryTakeBack(call) || (started && call.TryAbandon()))
                    throw;
                continue;
            }

            if (outcome == WaitOutcome.Completed)
                return call.TakeResult();
            if (outcome == WaitOutcome.TimedOut && call is { AwaitsFirstPump: true, State: CallState.Pending } && UnreachableError() is { } unpumped)
            {
                if (TryTakeBack(call))
                    throw unpumped;
                continue;
            }

            if (outcome == WaitOutcome.TimedOut && untilPump)
            {
                untilPump = false;
                continue;
            }

            if (TryTakeBack(call) || call.TryAbandon())
                throw outcome == WaitOutcome.Cancelled ? new OperationCanceledException(cancellation) : TimedOut(call, timeout);
        }
    }

    /// <summary>An async function: the task ends with it, or by name with the queue.</summary>
    internal Task<TResult> InvokeAsync<TResult>(Delegate function, Func<Task<TResult>?> begin, CancellationToken cancellation)
    {
        var work = new AsyncWork<TResult>(this, function, begin);
        work.BeginsWith(InvokeAsync(static work => work.Begin(), work, cancellation, TaskCreationOptions.None));
        return work.Task;
    }

    internal Task<TResult> InvokeAsync<TState, TResult>(
        Func<TState, TResult> function, TState argument, CancellationToken cancellation, TaskCreationOptions continuations = TaskCreationOptions.RunContinuationsAsynchronously)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<TResult>(cancellation);

        var call = new AsyncCall<TState, TResult>(function, argument, cancellation, continuations);
        try
        {
            Admit(call);
            if (Enqueue(call, null, WaitOrigin.Current) is { } cycle && TryTakeBack(call))
                return Task.FromException<TResult>(new DeadlockDetectedException("async call", cycle));
        }
        catch (Exception error) when (error is MainThreadUnavailableException or ShutdownInProgressException)
        {
            return Task.FromException<TResult>(error);
        }

        call.WatchCancellation();
        return call.Task;
    }

    internal void Post<TState>(Action<TState> function, TState argument, object? producer = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        var call = PostCall<TState>.Rent(function, argument);
        Admit(call);
        _ = Enqueue(call, producer);
    }

    /// <summary>Like <see cref="Post"/>, for what a page's request may be waiting for, such as the rest of an async handler.</summary>
    internal WaitCycle? PostFor<TState>(WaitOrigin? origin, object? producer, Action<TState> function, TState argument) =>
        Enqueue(PostCall<TState>.Rent(function, argument), producer, origin is { IsOpen: true } ? origin : null);

    private bool TryTakeBack(Call call)
    {
        if (!call.TryCancel())
            return false;
        Remove(call);
        return true;
    }

    private ThreadDispatchTimeoutException TimedOut(Call call, TimeSpan timeout)
    {
        var doing = Doing;
        var started = call.State == CallState.Abandoned;
        return new ThreadDispatchTimeoutException(new DispatchSnapshot
        {
            Function = call.Function,
            Target = $"the {Name}",
            StillRunning = started,
            RunningFor = started ? doing.RunsFor : null,
            Timeout = timeout,
            QueueDepth = Count,
            OldestCallAge = OldestAge,
            TargetRuns = doing.Runs,
            TargetRunsFor = doing.RunsFor,
            TargetWaits = doing.Waits,
            LastDrained = SinceLastTaken,
            Waits = WaitReport.Neighbours(Owner),
        });
    }
}
