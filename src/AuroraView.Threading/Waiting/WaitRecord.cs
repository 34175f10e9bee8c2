namespace AuroraView.Threading.Waiting;

/// <summary>One wait of one thread: an edge of the graph while the thread is blocked in it.</summary>
internal sealed class WaitRecord(ThreadNode thread)
{
    internal ThreadNode Thread { get; } = thread;

    internal WaitTarget? Target { get; set; }

    /// <summary>What kind of wait it is, for a person: "sync dispatch", "sync eval"...</summary>
    internal string? What { get; set; }

    /// <summary>Whether the thread can run calls of its own queue while it waits here.</summary>
    internal bool CanServe { get; set; }

    /// <summary>When it began: a timestamp of <see cref="Clock"/>.</summary>
    internal long Since { get; set; }

    internal TimeProvider Clock { get; set; } = TimeProvider.System;

    internal ClockTime Begun => new(Clock, Since);

    /// <summary>The wait in whose nested call this one was begun.</summary>
    internal WaitRecord? Outer { get; set; }

    internal WaitRecord? Next { get; set; }

    internal WaitRecord? Previous { get; set; }
}
