namespace AuroraView.Threading.Waiting;

/// <summary>The one way to wait: bounded, cancellable, visible in the graph, and able to serve.</summary>
internal static class Waits
{
    private const int InterruptInterval = 50;

    /// <summary>
    /// Blocks the calling thread until <paramref name="target"/> completes. Where the thread owns a queue and
    /// <paramref name="canServe"/> is set, it runs the calls which the wait turns out to depend on, nested, and only those.
    /// </summary>
    /// <returns>How the wait ended. The target may complete right after a timeout: whoever owns it settles that by claiming it.</returns>
    /// <exception cref="DeadlockDetectedException">The wait would close, or has come to be part of, a cycle that nobody can break.</exception>
    internal static WaitOutcome Wait(
        WaitTarget target, string what, Deadline deadline, CancellationToken cancellation, TimeProvider clock, long now, bool canServe = true)
    {
        if (target.IsCompleted)
            return WaitOutcome.Completed;
        if (cancellation.IsCancellationRequested)
            return WaitOutcome.Cancelled;

        var thread = ThreadNode.Current;
        var record = thread.RentRecord();
        record.Target = target;
        record.What = what;
        record.Clock = clock;
        record.Since = now;
        record.CanServe = canServe && thread.OwnsQueue;
        if (record.CanServe)
            thread.EnterServing();

        // What an outer wait depends on is not for this one to run; that one finds it again when it goes on.
        if (thread.HasPromoted)
            thread.Demote();
        target.AttachWaiter(thread);
        SchedulePoint.Hit("wait attached");
        if (WaitGraph.Begin(record) is { } cycle)
        {
            SchedulePoint.Hit("deadlock");
            Leave(thread, record, target);
            throw new DeadlockDetectedException(what, cycle);
        }

        var registration = cancellation.CanBeCanceled
            ? cancellation.UnsafeRegister(static state => ((Parker)state!).Unpark(), thread.Parker)
            : default;
        try
        {
            return Block(thread, record, target, deadline, cancellation);
        }
        finally
        {
            registration.Unregister();
            WaitGraph.End(record);
            Leave(thread, record, target);
        }
    }

    private static void Leave(ThreadNode thread, WaitRecord record, WaitTarget target)
    {
        if (record.CanServe)
            thread.ExitServing();
        target.DetachWaiter();
        thread.ReturnRecord(record);
        if (thread.HasPromoted)
            thread.Demote();
    }

    private static WaitOutcome Block(ThreadNode thread, WaitRecord record, WaitTarget target, Deadline deadline, CancellationToken cancellation)
    {
        var isInterrupted = record.CanServe ? thread.IsInterrupted : null;
        var nextLook = NextLook(isInterrupted);
        while (true)
        {
            if (target.IsCompleted)
                return WaitOutcome.Completed;
            if (cancellation.IsCancellationRequested)
                return WaitOutcome.Cancelled;
            if (deadline.Remaining == TimeSpan.Zero)
                return WaitOutcome.TimedOut;
            if (isInterrupted is not null && Environment.TickCount64 >= nextLook)
            {
                WaitGraph.Suspend(record);
                var interrupted = isInterrupted();
                Resume(record);
                if (interrupted)
                    return WaitOutcome.Cancelled;
                nextLook = NextLook(isInterrupted);
                continue;
            }

            if (record.CanServe && thread.HasPromoted)
            {
                Serve(thread, record, target, deadline, cancellation, nextLook);
                continue;
            }

            SchedulePoint.Hit("park");
            deadline.Park(thread.Parker, isInterrupted is null ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(InterruptInterval));
        }
    }

    private static long NextLook(Func<bool>? isInterrupted) => isInterrupted is null ? long.MaxValue : Environment.TickCount64 + InterruptInterval;

    private static void Serve(ThreadNode thread, WaitRecord record, WaitTarget target, Deadline deadline, CancellationToken cancellation, long nextLook)
    {
        WaitGraph.Suspend(record);
        while (!target.IsCompleted && !cancellation.IsCancellationRequested && deadline.Remaining != TimeSpan.Zero &&
               Environment.TickCount64 < nextLook && thread.TryTakePromoted() is { } call)
        {
            call.Queue!.Run(call);
        }

        Resume(record);
    }

    private static void Resume(WaitRecord record)
    {
        if (WaitGraph.Resume(record) is { } cycle)
        {
            SchedulePoint.Hit("deadlock");
            throw new DeadlockDetectedException(record.What!, cycle);
        }
    }
}
