using AuroraView.Bridge;
using AuroraView.Threading.Guards;
using AuroraView.Threading;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>The evaluations of a view: one that nobody waits for, one for a thread, one for a task. From any thread.</summary>
internal sealed class ViewScripts(ViewCore core)
{
    private const string SyncEval = "sync eval";

    internal void Evaluate(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        core.ThrowIfClosing();
        core.Starting.Begin();
        Queue(core.Evaluations.Add(script, ReportFailure));
    }

    internal EvalResult EvaluateSync(string script, TimeSpan limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(script);
        cancellation.ThrowIfCancellationRequested();
        LockOrder.BeforeWaiting(SyncEval);
        if (!core.Operations.TryBegin(out var begun))
            throw core.Refusal();
        using var operation = begun;
        var thread = ThreadNode.Current;
        thread.EnterServing();
        try
        {
            return SendAndWait(script, limit, cancellation);
        }
        finally
        {
            thread.ExitServing();
        }
    }

    private EvalResult SendAndWait(string script, TimeSpan limit, CancellationToken cancellation)
    {
        core.Starting.Begin();
        var now = core.Clock.GetTimestamp();
        var pending = core.Evaluations.Add(script);
        if (limit == TimeSpan.Zero)
            throw GiveUp(pending, TimedOut(pending, limit));

        Queue(pending);
        WaitOutcome outcome;
        try
        {
            outcome = Waits.Wait(pending, SyncEval, Deadline.In(limit, core.Clock, now), cancellation, core.Clock, now);
        }
        catch (DeadlockDetectedException error)
        {
            core.Evaluations.TryGiveUp(pending, error);
            throw;
        }

        if (outcome == WaitOutcome.TimedOut)
            core.Evaluations.TryGiveUp(pending, TimedOut(pending, limit));
        else if (outcome == WaitOutcome.Cancelled)
            core.Evaluations.TryGiveUp(pending, new OperationCanceledException(cancellation));
        // Settled by now, by us or by the page a moment before.
        return Outcome(pending);
    }

    internal Task<T> EvaluateAsync<T>(string script, Func<EvalResult, T> read, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(script);
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellation);
        if (!core.Operations.TryBegin())
            return Task.FromException<T>(core.Refusal());

        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var registration = default(CancellationTokenRegistration);
        var pending = core.Evaluations.Add(script, done =>
        {
            registration.Unregister();
            core.Operations.Complete();
            if (done.Error is OperationCanceledException)
                completion.TrySetCanceled(cancellation);
            else if (done.Error is { } error)
                completion.TrySetException(error);
            else
                // Reading may run converters of the application: not on the WebView thread.
                Background.Run(static work => Complete(work.Completion, work.Read, work.Result), (Completion: completion, Read: read, Result: done.Result!));
        });

        try
        {
            core.Starting.Begin();
            if (WaitOrigin.Current is { } origin && WaitGraph.Link(origin, pending) && WaitGraph.Settle(origin) is { } cycle)
            {
                core.Evaluations.TryGiveUp(pending, new DeadlockDetectedException("evaluation", cycle));
                return completion.Task;
            }

            Queue(pending);
        }
        catch (Exception error)
        {
            core.Evaluations.TryGiveUp(pending, error);
            return completion.Task;
        }

        if (cancellation.CanBeCanceled)
        {
            registration = cancellation.UnsafeRegister(_ => core.Evaluations.TryGiveUp(pending, new OperationCanceledException(cancellation)), null);
            if (pending.IsCompleted)
                registration.Unregister();
        }

        return completion.Task;
    }

    private static void Complete<T>(TaskCompletionSource<T> completion, Func<EvalResult, T> read, EvalResult result)
    {
        try
        {
            completion.TrySetResult(read(result));
        }
        catch (Exception error)
        {
            completion.TrySetException(error);
        }
    }

    private static EvalResult Outcome(PendingEval pending)
    {
        if (pending.Error is { } error)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return pending.Result!;
    }

    private void Queue(PendingEval pending)
    {
        try
        {
            core.Push(Outbound.Evaluate(pending));
        }
        catch (Exception error)
        {
            // Also a close that came in between: whoever waits is told, once.
            core.Evaluations.TryGiveUp(pending, error is OperationCanceledException ? core.Refusal() : error);
            throw;
        }

        // A close that had given everything up before this was added would not have seen it.
        if (core.Ending.GivenUp.IsCancellationRequested)
            core.Evaluations.TryGiveUp(pending, core.Refusal());
    }

    private Exception GiveUp(PendingEval pending, Exception error)
    {
        core.Evaluations.TryGiveUp(pending, error);
        return error;
    }

    private ThreadDispatchTimeoutException TimedOut(PendingEval pending, TimeSpan limit)
    {
        var (depth, hindrance) = core.PageState;
        return new ThreadDispatchTimeoutException(new DispatchSnapshot
        {
            Function = JavaScriptException.Excerpt(pending.Script)!,
            Target = core.Party.Name,
            StillRunning = pending.WasSent,
            RunningFor = pending.WasSent ? limit : null,
            Timeout = limit,
            QueueDepth = depth,
            Note = $"{hindrance} {core.Requests.Count} requests of the page are open.",
            Waits = WaitReport.Neighbours(null),
        });
    }

    private void ReportFailure(PendingEval done)
    {
        // A full queue was told to the caller.
        if (done.Error is ShutdownInProgressException or QueueFullException)
            return;
        try
        {
            if (done.Error is { } error)
                core.Report($"A script was not evaluated: {ErrorMessage.Of(error)}", error);
            else
                done.Result!.ThrowIfFailed();
        }
        catch (Exception thrown) when (thrown is JavaScriptException or BridgeException)
        {
            core.Report($"A script failed: {ErrorMessage.Of(thrown)}", thrown);
        }
    }
}
