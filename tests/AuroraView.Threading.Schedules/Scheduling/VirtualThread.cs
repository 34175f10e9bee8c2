
namespace AuroraView.Threading.Schedules.Scheduling;

/// <summary>A real thread that runs only while the scheduler lets it.</summary>
internal sealed class VirtualThread
{
    internal const long Never = long.MaxValue;

    private readonly Waiting.Parker _baton = Waiting.Parker.Create();
    private volatile bool _go;

    internal VirtualThread(Scheduler scheduler, string name, Action body)
    {
        Scheduler = scheduler;
        Name = name;
        Parker = new ScheduledParker(this);
        Thread = new Thread(() => scheduler.Run(this, body), 512 * 1024) { IsBackground = true, Name = name };
    }

    internal Scheduler Scheduler { get; }

    internal string Name { get; }

    internal Thread Thread { get; }

    internal ScheduledParker Parker { get; }

    internal Waiting.ThreadNode Node { get; set; } = null!;

    internal bool IsParked { get; set; }

    internal bool IsFinished { get; set; }

    /// <summary>It spins on a lock: pointless to run it again before somebody else has run.</summary>
    internal bool Yields { get; set; }

    internal bool Token { get; set; }

    /// <summary>It sleeps, or is no thread of the product: a token does not wake it.</summary>
    internal bool IgnoresToken { get; set; }

    internal long Deadline { get; set; } = Never;

    /// <summary>Asked instead of <see cref="Deadline"/>, for the thread of the timers.</summary>
    internal Func<long>? DeadlineSource { get; set; }

    internal int Priority { get; set; }

    internal long WakesAt => !IsParked ? Never : DeadlineSource?.Invoke() ?? Deadline;

    internal bool CanRun(long now) => !IsFinished && (!IsParked || (Token && !IgnoresToken) || WakesAt <= now);

    internal void Go()
    {
        _go = true;
        _baton.Unpark();
    }

    internal void AwaitTurn()
    {
        while (!_go)
            _baton.Park(Timeout.InfiniteTimeSpan);
        _go = false;
    }

    public override string ToString() => Name;
}
