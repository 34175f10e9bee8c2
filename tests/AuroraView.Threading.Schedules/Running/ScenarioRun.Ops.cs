using AuroraView.Threading.Locking;
using AuroraView.Threading.Schedules.Scenarios;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Schedules.Running;

// What threads do.
internal sealed partial class ScenarioRun
{
    private void Do(Op op)
    {
        switch (op)
        {
            case Op.Post post:
                DoPost(post);
                break;
            case Op.Invoke invoke:
                DoInvoke(invoke);
                break;
            case Op.Async async:
                DoAsync(async);
                break;
            case Op.Await await:
                DoAwait(await);
                break;
            case Op.Cancel cancel:
                _tokens[cancel.Token].Cancel();
                break;
            case Op.Eval eval:
                DoEval(eval);
                break;
            case Op.Join join:
                DoJoin(join);
                break;
            case Op.Offload offload:
                DoOffload(offload);
                break;
            case Op.Modal modal:
                DoModal(modal);
                break;
            case Op.RunUntil until:
                DoRunUntil(until);
                break;
            case Op.Busy busy:
                _scheduler.Sleep(TimeSpan.FromMilliseconds(busy.Ms));
                break;
            case Op.Locked locked:
                DoLocked(locked);
                break;
            case Op.Shutdown shutdown:
                DoShutdown(shutdown);
                break;
        }
    }

    private TrackedCall Track(string kind, int host, Body body, object producer, Request? request, bool inline = false)
    {
        var hasWork = kind == "await" && SynchronizationContext.Current is Dispatch.DispatcherSynchronizationContext { Work: not null };
        var call = new TrackedCall(_calls.Count, host, body, producer, _calls.Count, request) { Kind = kind, Inline = inline, HasWork = hasWork };
        _calls.Add(call);
        if (request is not null)
        {
            request.Calls.Add(call);
            _model.Refresh();
        }

        return call;
    }

    private int RunBody(TrackedCall call, Action? atTheEnd = null)
    {
        var me = Me;
        var host = _hosts[call.Host];
        OnStarted(call, me, host);
        Push(new Frame($"run {call}", null));
        var name = me.Name;
        if (!call.Inline)
            me.Name = call.Request;
        CheckOrigin(call, me);
        // Its caller has given it up: from now on nothing that it does is the page's.
        if (WaitOrigin.Current is null)
            me.Name = null;
        foreach (var op in call.Body.Ops)
            Do(op);
        CheckOrigin(call, me);
        atTheEnd?.Invoke();
        me.Name = name;
        call.Threw = call.Body.Throws;
        call.Ended = true;
        Pop();
        return call.Threw ? throw new ScenarioError(call.Id) : call.Id;
    }

    private void DoPost(Op.Post op)
    {
        var call = Track("post", op.Dispatcher, op.Body, Me, null);
        try
        {
            _hosts[op.Dispatcher].Dispatcher.Post(c => RunBody(c), call);
            call.Accepted = true;
        }
        catch (ShutdownInProgressException)
        {
            Refused(call);
        }
    }

    private void DoInvoke(Op.Invoke op)
    {
        var host = _hosts[op.Dispatcher];
        var me = Me;
        var inline = ReferenceEquals(host.Actor, me);
        var call = Track(inline ? "inline" : "invoke", op.Dispatcher, op.Body, me, me.Name, inline);
        var limit = op.LimitMs is { } ms ? TimeSpan.FromMilliseconds(ms) : WaitTime.Infinite;
        var token = op.Token is { } number ? _tokens[number].Token : CancellationToken.None;
        Push(new Frame($"invoke {call}", inline ? null : call));
        try
        {
            var result = host.Dispatcher.Invoke(c => RunBody(c), call, limit, token);
            Require(result == call.Id && call.Runs == 1 && call.Ended, $"{call} returned {result} after {call.Runs} runs");
        }
        catch (ScenarioError error)
        {
            Require(error.Call == call.Id && call.Threw, $"{call} threw the error of c{error.Call}");
            call.ErrorSeen++;
        }
        catch (ThreadDispatchTimeoutException error)
        {
            Require(op.LimitMs is not null, $"{call} has no limit and timed out");
            if (!error.Snapshot.StillRunning)
                NeverRuns(call, "a timeout");
        }
        catch (OperationCanceledException)
        {
            Require(token.IsCancellationRequested, $"{call} was cancelled by nobody");
            if (call.Runs == 0 && inline)
                NeverRuns(call, "a cancellation");
        }
        catch (DeadlockDetectedException error)
        {
            if (!error.Cycle.Members[0].WaitsFor.Contains("running on", StringComparison.Ordinal))
                NeverRuns(call, "a deadlock");
        }
        catch (ShutdownInProgressException)
        {
            Refused(call);
        }

        Pop();
    }

    private void DoAsync(Op.Async op)
    {
        var call = Track("async", op.Dispatcher, op.Body, Me, Me.Name);
        var token = op.Token is { } number ? _tokens[number].Token : CancellationToken.None;
        var dispatcher = _hosts[op.Dispatcher].Dispatcher;
        var task = op.Rest is { } rest ? dispatcher.InvokeAsync(() => RunFunction(call, rest), token) : dispatcher.Queue.InvokeAsync(c => RunBody(c), call, token);
        call.Task = task;
        call.Accepted = !task.IsFaulted || task.Exception!.InnerException is ScenarioError;
    }

    private void DoAwait(Op.Await op)
    {
        // Only a call has a context to come back to.
        if (SynchronizationContext.Current is not { } context || Me.Owns is not { } host)
            return;
        var request = Me.Name;
        var call = Track("await", host.Number, op.Rest, Me, request);
        if (request is not null)
            request.Parts++;
        PostAsTheRuntime(context, state => RunPart((TrackedCall)state!), call);
        call.Accepted = true;
    }

    // As an await does it: an exception from here ends the process, because there is no code to catch it.
    private void PostAsTheRuntime(SynchronizationContext context, SendOrPostCallback callback, object state)
    {
        try
        {
            context.Post(callback, state);
        }
        catch (Exception error)
        {
            _scheduler.Fail($"the rest of an async function was refused, which ends the process: {error}");
        }
    }

    /// <summary>An async function: its first half is the call's body, its rest comes back by the runtime's own state machine.</summary>
    private async Task<int> RunFunction(TrackedCall call, Body rest)
    {
        TrackedCall second = null!;
        RunBody(call, () => second = call.Rest = Track("rest", call.Host, rest, Me, Me.Name));
        second.Accepted = true;
        await new ComeBack(this);
        RunBody(second);
        return call.Id;
    }

    /// <summary>Comes back to the current context at once, through it.</summary>
    private readonly struct ComeBack(ScenarioRun run) : System.Runtime.CompilerServices.INotifyCompletion
    {
        public bool IsCompleted => false;

        public ComeBack GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => run.PostAsTheRuntime(SynchronizationContext.Current!, static rest => ((Action)rest!)(), continuation);
    }

    private void DoJoin(Op.Join op)
    {
        var worker = _workers[op.Worker];
        var target = new JoinTarget(worker);
        worker.Joiners.Add(target);
        Push(new Frame($"join {worker}", target));
        try
        {
            WaitFor(target, "join", op.LimitMs);
        }
        catch (DeadlockDetectedException)
        {
        }

        Pop();
        worker.Joiners.Remove(target);
    }

    private void DoModal(Op.Modal op)
    {
        if (Me.Owns is not { Loop: { } loop })
            return;
        Push(new Frame("modal loop", null) { IsLoop = true });
        for (var i = 0; i < op.Turns; i++)
        {
            loop.Turn();
            _scheduler.Point("modal");
        }

        Pop();
    }

    private void DoRunUntil(Op.RunUntil op)
    {
        if (Me.Owns is not { } host)
            return;
        Push(new Frame("loop of ours", null) { IsLoop = true });
        var goal = host.Started + op.Calls;
        host.Dispatcher.RunUntil(() => host.Started >= goal, TimeSpan.FromMilliseconds(op.LimitMs));
        Pop();
    }

    private void DoShutdown(Op.Shutdown op)
    {
        var host = _hosts[op.Dispatcher];
        var own = ReferenceEquals(host.Actor, Me);
        host.IsClosing = true;
        Push(new Frame($"shutdown d{host.Number}", own ? null : new Drain(host)) { IsLoop = own });
        var abandoned = host.Dispatcher.Shutdown(TimeSpan.FromMilliseconds(op.LimitMs));
        host.Abandoned += abandoned;
        host.IsClosed = true;
        Pop();
    }

    private void DoLocked(Op.Locked op)
    {
        var state = _locks[op.Lock];
        var me = Me;
        // Not re-entrant: the thread would wait for itself.
        var again = ReferenceEquals(state.Holder, me);
        Push(new Frame($"enter {state}", state));
        var taken = false;
        OrderedLockScope scope = default;
        try
        {
            taken = state.Lock.TryEnter(WaitTime.Infinite, out scope);
            Require(taken && !again, $"{me} has {state} twice");
        }
        catch (LockOrderException)
        {
            Require(again, $"{me} was refused {state}, which it does not hold");
        }
        catch (DeadlockDetectedException)
        {
        }

        if (taken)
        {
            Require(state.Holder is null, $"{me} and {state.Holder} both have {state}");
            state.Holder = me;
        }

        Pop();
        if (!taken)
            return;
        foreach (var under in op.Under)
            Do(under);
        state.Holder = null;
        _model.Refresh();
        scope.Dispose();
    }

    private WaitOutcome WaitFor(WaitTarget target, string what, int? limitMs)
    {
        var now = _scheduler.Clock.GetTimestamp();
        var limit = limitMs is { } ms ? TimeSpan.FromMilliseconds(ms) : WaitTime.Infinite;
        return Waits.Wait(target, what, Deadline.In(limit, _scheduler.Clock, now), CancellationToken.None, _scheduler.Clock, now);
    }

    private void NeverRuns(TrackedCall call, string reason)
    {
        Require(call.Runs == 0, $"{call} ran though its caller was told by {reason} that it never will");
        call.NeverRuns = true;
        _model.Refresh();
    }

    private void Refused(TrackedCall call)
    {
        Require(_hosts[call.Host].IsClosing, $"{call} was refused by a dispatcher that is open");
        NeverRuns(call, "a shutdown");
        call.ShutDown = true;
    }
}
