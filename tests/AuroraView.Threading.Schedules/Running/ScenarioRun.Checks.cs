using AuroraView.Threading.Schedules.Scheduling;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Schedules.Running;

// What must hold.
internal sealed partial class ScenarioRun
{
    private void Require(bool holds, string otherwise)
    {
        if (!holds)
            _scheduler.Fail(otherwise);
    }

    private void OnStarted(TrackedCall call, Actor me, HostState host)
    {
        call.Runs++;
        host.Started++;
        Require(ReferenceEquals(host.Actor, me), $"{call} runs on {me}");
        Require(call.Runs == 1, $"{call} runs {call.Runs} times");
        Require(!call.NeverRuns, $"{call} runs though its caller was told that it never will");
        if (call.Inline)
            return;
        _startOrder.Add(call);
        if (me.Top is { Target: not null } wait)
            Require(WaitModel.MayRunNested(wait, call, host), $"{call} is a stranger to the wait in which it runs nested: {wait.What} of {me}");
    }

    /// <summary>What a call does counts as done for the page that asked for it, and for nobody else.</summary>
    private void CheckOrigin(TrackedCall call, Actor me)
    {
        // An answer may be on its way at this moment, and what its caller has given up holds no page up.
        var now = WaitOrigin.Current;
        Require(ReferenceEquals(now, me.Name?.Origin) || (now is null && (call.Kind == "invoke" || me.Name is { IsBeingAnswered: true })), $"{call} runs on the account of {WaitOrigin.Current?.Describe() ?? "nobody"}");
    }

    private void OnPoint(VirtualThread thread, string where)
    {
        // From here on the product may have seen it: what a wait depends on for a moment only counts too.
        if (where is "enqueued" or "wait attached")
            _model.Refresh();
        // When it is found, not when it is told: a wait may be over the moment after.
        if (where == "cycle")
            Require(_model.FindCycle(Reading.Unbreakable) is not null, $"{thread} was told of a deadlock that is none");
    }

    private void OnUnobserved(HostState host, Exception exception)
    {
        if (exception is ScenarioError error)
            _calls[error.Call].ErrorSeen++;
        else if (exception is ShutdownInProgressException && host.IsClosing)
            host.RestsLost++;
        else
            _scheduler.Fail($"unobserved: {exception}");
    }

    // Nobody moves: whoever waits now waits for time to pass, or for ever.
    private void OnQuiescent()
    {
        // A page's request that a shutdown has dropped is answered by whoever closes the page.
        var dropped = _pages.SelectMany(static page => page.Open)
            .Where(request => request.Calls.Exists(call => call.IsPending && _hosts[call.Host] is { IsClosed: true, Dispatcher.PendingCalls: 0 })).ToList();
        dropped.ForEach(Answer);
        if (dropped.Count > 0)
            return;

        foreach (var actor in _actors)
            CheckStill(actor);
        if (_model.FindCycle(Reading.True) is { } cycle)
            _scheduler.Fail($"a cycle is neither served nor reported: {cycle}");

        if (!_done && IsAllDone())
        {
            _done = true;
            foreach (var actor in _actors)
                actor.Thread.Token = true;
        }
    }

    private void CheckStill(Actor actor)
    {
        var over = actor.Top?.Target switch
        {
            TrackedCall call => call.Ended || (call.IsPending && _hosts[call.Host] is { IsClosed: true, Dispatcher.PendingCalls: 0 }),
            Evaluation evaluation => evaluation.Target.IsCompleted,
            JoinTarget join => join.IsCompleted,
            Drain drain => WaitModel.IsDry(drain.Host),
            LockState { Holder: null } => true,
            _ => false,
        };
        Require(!over, $"{actor} still waits in {actor.Top?.What}, which is over");
        if (actor is { Owns: { } host, Top.IsLoop: true } && !actor.Thread.IgnoresToken)
            Require(host.Dispatcher.PendingCalls == 0 || host.Loop is { Owes: true }, $"the idle loop of d{host.Number} was not woken for its {host.Dispatcher.PendingCalls} calls");
    }

    private bool IsAllDone() =>
        _workers.TrueForAll(static worker => worker.Ended) &&
        _hosts.TrueForAll(static host => host.Dispatcher.PendingCalls == 0 && host.Actor.Frames is [{ IsLoop: true }]) &&
        _offloaded.Count == 0 && _busyPool == 0 && _pages.TrueForAll(static page => page.Evaluations.Count == 0);

    private void CheckEnd()
    {
        foreach (var call in _calls)
            CheckEnd(call);
        foreach (var host in _hosts)
            CheckShutdown(host);
        foreach (var line in _startOrder.GroupBy(static call => (call.Producer, call.Host)))
        {
            TrackedCall? last = null;
            foreach (var call in line)
            {
                Require(last is null || last.Index < call.Index, $"{call} runs after {last}, which {line.Key.Producer} made later");
                last = call;
            }
        }
    }

    private void CheckEnd(TrackedCall call)
    {
        var host = _hosts[call.Host];
        var expectedSeen = call.Threw ? 1 : 0;
        if (call.Task is { } task)
        {
            Require(task.IsCompleted, $"{call} has no outcome");
            if (!task.IsCompleted)
                return;
            if (task.IsCompletedSuccessfully)
                Require(task.Result == call.Id && call.Runs == 1 && call.Rest is null or { Runs: 1 }, $"{call} yields {task.Result}");
            if (task.Exception?.InnerException is ScenarioError thrown)
                _calls[thrown.Call].ErrorSeen++;
            if (task.Exception?.InnerException is ShutdownInProgressException)
                Require(host.IsClosing && (call.Runs == 0 || call.Rest is not null), $"{call} was shut down and ran");
            Require(!task.IsFaulted || task.Exception!.InnerException is ScenarioError or ShutdownInProgressException or DeadlockDetectedException, $"{call}: {task.Exception}");
            Require(!task.IsCanceled || _tokens.Exists(static token => token.IsCancellationRequested), $"{call} was cancelled by nobody");
        }
        else if (call.Accepted && !host.IsClosed)
        {
            Require(call.Runs == 1, $"{call} was lost");
        }

        Require(call.ErrorSeen == expectedSeen, $"what {call} threw was seen {call.ErrorSeen} times");
        Require(call.Runs == 0 || call.Ended, $"{call} has not ended");
    }

    // Each call that a shutdown gave up is counted once and told once.
    private void CheckShutdown(HostState host)
    {
        if (!host.IsClosed)
            return;
        var mine = _calls.Where(call => call.Host == host.Number && !call.Inline).ToList();
        var told = mine.Count(static call =>
            call.Accepted && call.Runs == 0 && call.Kind is not ("await" or "rest") && (call.Task is null || call.Task.Exception?.InnerException is ShutdownInProgressException));
        // These may have been refused at the door, or later.
        var others = host.RestsLost + mine.Count(static call =>
            call is { Kind: "invoke", ShutDown: true } or { Kind: "async", Accepted: false, Task.Exception.InnerException: ShutdownInProgressException } or { Rest: not null, Task.Exception.InnerException: ShutdownInProgressException });
        var late = mine.Count(static call => call is { Kind: "await", Runs: 0, HasWork: false });
        Require(host.RestsLost == late, $"{late} rests of d{host.Number} came too late, {host.RestsLost} were told");
        Require(host.Abandoned >= told && host.Abandoned <= told + others, $"shutdown of d{host.Number} gave up {host.Abandoned} calls, {told} to {told + others} were told");
        Require(host.Dispatcher.PendingCalls == 0, $"d{host.Number} is shut down with {host.Dispatcher.PendingCalls} calls pending");
    }
}
