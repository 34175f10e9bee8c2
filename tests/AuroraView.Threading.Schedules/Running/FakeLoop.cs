using AuroraView.Threading.Schedules.Scenarios;
using AuroraView.Threading.Schedules.Scheduling;

namespace AuroraView.Threading.Schedules.Running;

/// <summary>A host's loop that misbehaves in the ways that hosts do.</summary>
internal sealed class FakeLoop(VirtualThread thread, LoopKind kind) : IMainThreadAdapter
{
    private MainThreadDispatcher? _dispatcher;

    public string Name => $"{kind} loop";

    public bool IsMainThread => ReferenceEquals(Scheduler.Current, thread);

    internal bool Woken { get; set; }

    /// <summary>A wake is lost or on its way.</summary>
    internal bool Owes { get; private set; }

    public void Attach(MainThreadDispatcher dispatcher) => _dispatcher = dispatcher;

    public void Wake()
    {
        var scheduler = thread.Scheduler;
        scheduler.Point("wake");
        if (kind == LoopKind.Lossy && scheduler.OneIn(3))
        {
            scheduler.Note("wake lost");
            Owes = true;
        }
        else if (kind == LoopKind.Late)
        {
            Owes = true;
            scheduler.Clock.CreateTimer(_ => Arrive(), null, TimeSpan.FromMilliseconds(3), Timeout.InfiniteTimeSpan);
        }
        else
        {
            Arrive();
        }
    }

    /// <summary>One turn of the loop.</summary>
    /// <returns>Whether there was anything to do.</returns>
    internal bool Turn()
    {
        if (!Woken)
            return false;
        Woken = false;
        _dispatcher!.Pump();
        return true;
    }

    private void Arrive()
    {
        Woken = true;
        Owes = false;
        thread.Parker.Unpark();
    }
}
