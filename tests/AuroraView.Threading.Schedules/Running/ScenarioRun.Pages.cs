using AuroraView.Threading.Schedules.Scenarios;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Schedules.Running;

// Pages: an event loop each, which runs scripts that ask the host for things.
internal sealed partial class ScenarioRun
{
    private readonly Queue<(Request Request, Body Body)> _offloaded = [];
    private readonly List<Actor> _pool = [];
    private int _busyPool;
    private int _order;

    private void AddPage(PageState page)
    {
        page.Agent = AddActor($"page{page.Number}", me =>
        {
            AwaitReady();
            while (!_done)
            {
                if (!page.Evaluations.ToArray().Any(Advance))
                    me.Thread.Parker.Park(Timeout.InfiniteTimeSpan);
            }
        });
        _pages.Add(page);
    }

    private void AddPoolThread(int number) => _pool.Add(AddActor($"pool{number}", me =>
    {
        AwaitReady();
        while (!_done)
        {
            if (!_offloaded.TryDequeue(out var work))
            {
                me.Thread.Parker.Park(Timeout.InfiniteTimeSpan);
                continue;
            }

            me.Name = work.Request;
            WaitOrigin.Current = work.Request.Origin;
            foreach (var op in work.Body.Ops)
                Do(op);
            WaitOrigin.Current = null;
            me.Name = null;
            _busyPool--;
            PartEnded(work.Request);
        }
    }));

    private void DoEval(Op.Eval op)
    {
        var page = _pages[op.Page];
        var evaluation = new Evaluation(page, op.Asks, ++_order);
        page.Evaluations.Add(evaluation);
        Push(new Frame($"eval of page{page.Number}", evaluation));
        page.Agent.Thread.Parker.Unpark();
        try
        {
            WaitFor(evaluation.Target, "sync eval", op.LimitMs);
        }
        catch (DeadlockDetectedException)
        {
        }

        Pop();
    }

    // A step of one script.
    private bool Advance(Evaluation evaluation)
    {
        if (evaluation.Awaits is { IsAnswered: false })
            return false;
        if (evaluation.Next == evaluation.Asks.Length)
        {
            evaluation.Page.Evaluations.Remove(evaluation);
            evaluation.Target.Complete();
            _model.Refresh();
            return true;
        }

        var ask = evaluation.Asks[evaluation.Next++];
        var request = Issue(evaluation.Page, ask);
        evaluation.Awaits = ask.Awaited ? request : null;
        return true;
    }

    private Request Issue(PageState page, Ask ask)
    {
        var request = new Request(page);
        WaitGraph.Open(request.Origin);
        request.Order = ++_order;
        page.Open.Add(request);
        var call = Track("handler", ask.Dispatcher, ask.Body, page, request);
        _model.Refresh();
        try
        {
            var cycle = _hosts[ask.Dispatcher].Dispatcher.Queue.PostFor(request.Origin, page.Party, c => RunPart(c), call);
            call.Accepted = true;
            if (cycle is not null)
                Answer(request);
        }
        catch (ShutdownInProgressException)
        {
            Refused(call);
            Answer(request);
        }

        return request;
    }

    private void RunPart(TrackedCall call)
    {
        try
        {
            RunBody(call);
        }
        finally
        {
            if (call.Request is { } request)
                PartEnded(request);
        }
    }

    private void DoOffload(Op.Offload op)
    {
        if (Me.Name is not { IsAnswered: false } request || _busyPool == PoolThreads)
            return;
        _busyPool++;
        request.Parts++;
        _offloaded.Enqueue((request, op.Body));
        foreach (var thread in _pool)
            thread.Thread.Parker.Unpark();
    }

    private void PartEnded(Request request)
    {
        if (--request.Parts == 0)
            Answer(request);
    }

    private void Answer(Request request)
    {
        if (request.IsBeingAnswered)
            return;
        request.IsBeingAnswered = true;
        WaitGraph.Close(request.Origin);
        request.Page.Open.Remove(request);
        request.IsAnswered = true;
        request.Page.Agent.Thread.Parker.Unpark();
        _model.Refresh();
    }
}
