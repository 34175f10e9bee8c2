using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Schedules.Scheduling;

/// <summary>
/// Real threads of which exactly one runs: at every schedule point a seeded choice says who goes on. The same seed gives the same run.
/// </summary>
internal sealed class Scheduler
{
    private const int MostSteps = 60_000;
    private const double RealBoundSeconds = 60;

    [ThreadStatic]
    private static VirtualThread? t_current;

    private readonly List<VirtualThread> _threads = [];
    private readonly Choices _choices;
    private readonly ManualResetEventSlim _ended = new();
    private readonly List<string> _trace = [];
    private VirtualThread _running = null!;
    private CountdownEvent _arrived = null!;

    static Scheduler() => SchedulePoint.Hook = static where => t_current?.Scheduler.Point(where);

    internal Scheduler(int seed)
    {
        _choices = new Choices(seed);
        Clock = new VirtualClock(this);
    }

    internal VirtualClock Clock { get; }

    /// <summary>Virtual time in ticks of 100 ns.</summary>
    internal long Now { get; private set; } = 1_000_000;

    internal int Steps { get; private set; }

    /// <summary>Nobody can go on before time passes. May make somebody able to.</summary>
    internal Action? Quiescent { get; set; }

    /// <summary>A thread stands at a named point.</summary>
    internal Action<VirtualThread, string>? AtPoint { get; set; }

    /// <summary>The first thing that went wrong.</summary>
    internal string? Failure { get; private set; }

    internal bool IsOver { get; private set; }

    internal static VirtualThread Current => t_current ?? throw new InvalidOperationException("not a virtual thread");

    internal IReadOnlyList<VirtualThread> Threads => _threads;

    internal bool KeepTrace { get; set; }

    internal VirtualThread Add(string name, Action body)
    {
        var thread = new VirtualThread(this, name, body) { Priority = _choices.NextPriority() };
        _threads.Add(thread);
        return thread;
    }

    /// <summary>Runs all threads to their end.</summary>
    internal void RunAll()
    {
        _arrived = new CountdownEvent(_threads.Count + 1);
        var timers = Add("timers", Clock.RunTimers);
        timers.DeadlineSource = () => Clock.NextDue;
        timers.Yields = true;
        foreach (var thread in _threads)
            thread.Thread.Start();
        _arrived.Wait(TimeSpan.FromSeconds(RealBoundSeconds));
        _running = Pick(null)!;
        _running.Go();
        if (!_ended.Wait(TimeSpan.FromSeconds(RealBoundSeconds)))
            Stuck("a thread blocks outside the scheduler");
        foreach (var thread in _threads)
            thread.Thread.Join(TimeSpan.FromSeconds(RealBoundSeconds));
    }

    internal void Fail(string message)
    {
        Failure ??= message;
        if (KeepTrace)
            _trace.Add($"!! {message}");
    }

    /// <summary>A choice for a scenario's own use.</summary>
    internal bool OneIn(int many) => _choices.OneIn(many);

    internal void Note(string text)
    {
        if (KeepTrace)
            _trace.Add($"{Now / 10_000.0,10:0.000} {t_current?.Name,-10} {text}");
    }

    internal IEnumerable<string> Trace => _trace;

    internal void Point(string where)
    {
        var self = t_current;
        // Nobody of another world takes part in this one, whatever it looks at.
        if (self?.Scheduler != this)
            return;
        if (KeepTrace)
            Note($"· {where}");
        AtPoint?.Invoke(self, where);
        self.Yields = where == "lock contended";
        if (++Steps > MostSteps)
        {
            Fail($"no end after {MostSteps} steps");
            Stuck("no end");
        }

        if (_choices.LetsTimePass())
            PassTime();
        Switch(self);
    }

    /// <summary>Blocks the calling thread until it has a token or the time has come.</summary>
    internal void Park(VirtualThread self, TimeSpan timeout, bool takesToken)
    {
        if (takesToken && self.Token)
        {
            self.Token = false;
            return;
        }

        self.IgnoresToken = !takesToken;
        self.Deadline = timeout == Timeout.InfiniteTimeSpan ? VirtualThread.Never : Now + timeout.Ticks;
        self.IsParked = true;
        if (++Steps > MostSteps)
            Stuck("no end");
        Switch(self);
        self.IsParked = false;
        if (takesToken)
            self.Token = false;
    }

    /// <summary>The host is busy with something of its own.</summary>
    internal void Sleep(TimeSpan time)
    {
        var until = Now + time.Ticks;
        while (Now < until)
            Park(Current, TimeSpan.FromTicks(until - Now), takesToken: false);
    }

    internal void Run(VirtualThread thread, Action body)
    {
        thread.Node = ThreadNode.Install(thread.Parker);
        t_current = thread;
        _arrived.Signal();
        thread.AwaitTurn();
        try
        {
            body();
        }
        catch (Exception error)
        {
            Fail($"{thread} ended with {error}");
        }

        thread.IsFinished = true;
        IsOver = _threads.TrueForAll(static other => other.IsFinished || other.DeadlineSource is not null);
        if (_threads.TrueForAll(static other => other.IsFinished))
            _ended.Set();
        else
            Next(thread)!.Go();
    }

    private void Switch(VirtualThread self)
    {
        var next = Next(self);
        if (ReferenceEquals(next, self))
            return;
        next.Go();
        self.AwaitTurn();
    }

    private VirtualThread Next(VirtualThread self)
    {
        while (true)
        {
            if (Pick(self) is { } next)
                return _running = next;
            if (!IsOver)
                LookAtStillness();
            if (Pick(self) is { } woken)
                return _running = woken;
            if (!PassTime())
            {
                Fail("everybody waits and nothing will ever wake anybody");
                Stuck("hang");
            }
        }
    }

    // The one who looks does not take part: there are no schedule points for it.
    private void LookAtStillness()
    {
        var self = t_current;
        t_current = null;
        Quiescent?.Invoke();
        t_current = self;
    }

    private VirtualThread? Pick(VirtualThread? self)
    {
        // The timers' thread ends when everybody else has.
        if (IsOver)
            return _threads.Find(static thread => !thread.IsFinished);
        return _choices.Pick(_threads, self, Now);
    }

    private bool PassTime()
    {
        var next = VirtualThread.Never;
        foreach (var thread in _threads)
        {
            if (!thread.IsFinished && thread.WakesAt > Now)
                next = Math.Min(next, thread.WakesAt);
        }

        if (next == VirtualThread.Never)
            return false;
        Now = next;
        return true;
    }

    // Threads that cannot be ended would spoil whatever comes after, so the process ends with them.
    private void Stuck(string why)
    {
        Console.Error.WriteLine($"STUCK: {why}. {Failure}");
        Console.Error.WriteLine(Describe?.Invoke());
        foreach (var line in _trace.TakeLast(200))
            Console.Error.WriteLine(line);
        foreach (var thread in _threads)
            Console.Error.WriteLine($"  {thread}: {(thread.IsFinished ? "ended" : thread.IsParked ? $"parked until {thread.WakesAt}" : "runs")}");
        Environment.Exit(3);
    }

    internal Func<string>? Describe { get; set; }
}
