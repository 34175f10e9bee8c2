using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Queues;
using AuroraView.Threading.Schedules.Scenarios;
using AuroraView.Threading.Schedules.Scheduling;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Schedules.Running;

/// <summary>One scenario under one schedule, watched by the model.</summary>
internal sealed partial class ScenarioRun
{
    private const int PoolThreads = 4;

    private readonly Scheduler _scheduler;
    private readonly Scenario _scenario;
    private readonly List<HostState> _hosts = [];
    private readonly List<Actor> _workers = [];
    private readonly List<Actor> _actors = [];
    private readonly List<PageState> _pages = [];
    private readonly List<TrackedCall> _calls = [];
    private readonly List<TrackedCall> _startOrder = [];
    private readonly List<CancellationTokenSource> _tokens = [];
    private readonly List<LockState> _locks = [];
    private readonly WaitModel _model;
    private int _ready;
    private bool _done;

    private ScenarioRun(Scenario scenario, int seed, bool keepTrace)
    {
        // A report looks at the whole process: what is left of earlier worlds must not take steps in this one.
        CallQueues.All.Clear();
        MessageQueues.All.Clear();
        WaitParties.Pages.Clear();
        _scenario = scenario;
        _scheduler = new Scheduler(seed)
        {
            KeepTrace = keepTrace,
            Describe = () => $"schedule seed {seed}\n{scenario}",
        };
        _scheduler.Quiescent = OnQuiescent;
        _scheduler.AtPoint = OnPoint;
        _model = new WaitModel(_hosts, _actors, _pages);
        for (var i = 0; i < scenario.Tokens; i++)
            _tokens.Add(new CancellationTokenSource());
        for (var i = 0; i < scenario.Locks; i++)
            _locks.Add(new LockState(i));
        for (var i = 0; i < scenario.Hosts.Length; i++)
            AddHost(new HostState(i, scenario.Hosts[i]));
        for (var i = 0; i < scenario.Workers.Length; i++)
            AddWorker(i, scenario.Workers[i]);
        for (var i = 0; i < scenario.Pages; i++)
            AddPage(new PageState(i));
        for (var i = 0; i < (scenario.Pages > 0 ? PoolThreads : 0); i++)
            AddPoolThread(i);
    }

    /// <summary>Runs a scenario.</summary>
    /// <returns>What went wrong, or <see langword="null"/>.</returns>
    internal static string? Execute(Scenario scenario, int seed)
    {
        var run = new ScenarioRun(scenario, seed, keepTrace: false);
        run._scheduler.RunAll();
        run.CheckEnd();
        return run._scheduler.Failure;
    }

    /// <summary>Runs it again and tells every step.</summary>
    internal static IReadOnlyList<string> TraceOf(Scenario scenario, int seed)
    {
        var run = new ScenarioRun(scenario, seed, keepTrace: true);
        run._scheduler.RunAll();
        run.CheckEnd();
        return [.. run._scheduler.Trace];
    }

    private Actor Me => _actors.Find(static actor => ReferenceEquals(actor.Thread, Scheduler.Current))!;

    private Actor AddActor(string name, Action<Actor> body)
    {
        Actor actor = null!;
        actor = new Actor(_scheduler.Add(name, () => body(actor)));
        _actors.Add(actor);
        return actor;
    }

    private void AddHost(HostState host)
    {
        host.Actor = AddActor($"main{host.Number}", me =>
        {
            var explicitly = host.Plan.Loop == LoopKind.Explicit;
            host.Loop = explicitly ? null : new FakeLoop(me.Thread, host.Plan.Loop);
            host.Dispatcher = new MainThreadDispatcher(
                host.Loop is { } loop ? loop : new ExplicitPump(),
                new ThreadSafetyOptions { PumpBudget = TimeSpan.FromMilliseconds(host.Plan.BudgetMs) },
                _scheduler.Clock);
            host.Dispatcher.UnobservedException += (_, args) => OnUnobserved(host, args.Exception);
            if (++_ready == _scenario.Hosts.Length)
                _actors.ForEach(static actor => actor.Thread.Token = true);
            AwaitReady();
            foreach (var op in host.Plan.Before)
                Do(op);
            Push(new Frame("loop", null) { IsLoop = true });
            if (explicitly)
            {
                host.Dispatcher.RunUntil(() => _done, WaitTime.Infinite);
            }
            else
            {
                while (!_done)
                {
                    if (!host.Loop!.Turn())
                        me.Thread.Parker.Park(Timeout.InfiniteTimeSpan);
                }
            }

            Pop();
        });
        host.Actor.Owns = host;
        _hosts.Add(host);
    }

    private void AddWorker(int number, Op[] ops)
    {
        var worker = AddActor($"worker{number}", me =>
        {
            AwaitReady();
            foreach (var op in ops)
                Do(op);
            me.Ended = true;
            foreach (var joiner in me.Joiners.ToArray())
                joiner.Signal();
        });
        _workers.Add(worker);
    }

    private void AwaitReady()
    {
        while (_ready < _scenario.Hosts.Length)
            _scheduler.Park(Scheduler.Current, Timeout.InfiniteTimeSpan, takesToken: true);
    }

    private void Push(Frame frame)
    {
        frame.Account = Me.Name;
        Me.Frames.Add(frame);
        _model.Refresh();
        if (_scheduler.KeepTrace)
            _scheduler.Note($"> {frame.What}");
    }

    private void Pop()
    {
        var frames = Me.Frames;
        if (_scheduler.KeepTrace)
            _scheduler.Note($"< {frames[^1].What}");
        frames.RemoveAt(frames.Count - 1);
        _model.Refresh();
    }
}
