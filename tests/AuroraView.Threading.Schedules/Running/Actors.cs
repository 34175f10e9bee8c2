using AuroraView.Threading.Locking;
using AuroraView.Threading.Schedules.Scenarios;
using AuroraView.Threading.Schedules.Scheduling;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Schedules.Running;

/// <summary>A thread as the model sees it: what it is in the middle of, innermost last.</summary>
internal sealed class Actor(VirtualThread thread)
{
    internal VirtualThread Thread { get; } = thread;

    internal List<Frame> Frames { get; } = [];

    internal Frame? Top => Frames.Count == 0 ? null : Frames[^1];

    internal HostState? Owns { get; set; }

    /// <summary>On whose account it works.</summary>
    internal Request? Name { get; set; }

    internal bool Ended { get; set; }

    internal List<JoinTarget> Joiners { get; } = [];

    internal bool Waits => Top?.Target is not null;

    /// <summary>Whether it waits where it could run calls of its own: not for a lock, in the middle of whatever it is doing.</summary>
    internal bool CanServe => Top?.Target is not (null or LockState);

    public override string ToString() => Thread.Name;
}

/// <summary>Something a thread is in the middle of.</summary>
/// <param name="What">For messages.</param>
/// <param name="Target">What it waits for; nothing where it runs a call or a loop.</param>
internal sealed record Frame(string What, object? Target)
{
    internal bool IsLoop { get; init; }

    /// <summary>On whose account the thread worked when it came here.</summary>
    internal Request? Account { get; set; }

    /// <summary>The calls on which the wait has depended at any time.</summary>
    internal HashSet<TrackedCall> Ever { get; } = [];

    /// <summary>The hosts on the end of whose calls it has depended.</summary>
    internal HashSet<HostState> EverAllOf { get; } = [];
}

/// <summary>A dispatcher with its thread.</summary>
internal sealed class HostState(int number, Host plan)
{
    internal int Number { get; } = number;

    internal Host Plan { get; } = plan;

    internal Actor Actor { get; set; } = null!;

    internal FakeLoop? Loop { get; set; }

    internal MainThreadDispatcher Dispatcher { get; set; } = null!;

    internal int Started { get; set; }

    internal bool IsClosing { get; set; }

    internal bool IsClosed { get; set; }

    internal int Abandoned { get; set; }

    /// <summary>Rests of async functions without a task that came back too late.</summary>
    internal int RestsLost { get; set; }
}

/// <summary>The wait for the end of a host's calls.</summary>
internal sealed record Drain(HostState Host);

/// <summary>An ordered lock, and who has it.</summary>
internal sealed class LockState(int number)
{
    internal OrderedLock Lock { get; } = new($"schedules: lock {number}", LockLevel.None);

    internal Actor? Holder { get; set; }

    public override string ToString() => Lock.Name;
}

/// <summary>A page with its evaluations.</summary>
internal sealed class PageState(int number)
{
    internal int Number { get; } = number;

    internal WaitParty Party { get; } = new($"page {number}");

    internal List<Evaluation> Evaluations { get; } = [];

    internal List<Request> Open { get; } = [];

    internal Actor Agent { get; set; } = null!;
}

/// <summary>A script that a page runs.</summary>
internal sealed class Evaluation(PageState page, Ask[] asks, int order)
{
    /// <summary>Its place in the order in which evaluations begin and requests are made.</summary>
    internal int Order { get; } = order;

    internal PageState Page { get; } = page;

    internal Ask[] Asks { get; } = asks;

    internal int Next { get; set; }

    internal Request? Awaits { get; set; }

    internal EvalTarget Target { get; } = new(page.Party);
}

/// <summary>A page's question that is not answered yet.</summary>
internal sealed class Request(PageState page)
{
    /// <summary>Its place in the order in which evaluations begin and requests are made.</summary>
    internal int Order { get; set; }

    internal PageState Page { get; } = page;

    internal WaitOrigin Origin { get; } = new(page.Party, "ask");

    internal List<TrackedCall> Calls { get; } = [];

    /// <summary>The handler and what it has started.</summary>
    internal int Parts { get; set; } = 1;

    internal bool IsBeingAnswered { get; set; }

    internal bool IsAnswered { get; set; }
}
