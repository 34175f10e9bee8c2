using AuroraView.Threading.Schedules.Scenarios;

namespace AuroraView.Threading.Schedules.Running;

/// <summary>What the model knows of one call.</summary>
internal sealed class TrackedCall(int id, int host, Body body, object producer, int index, Request? request)
{
    internal int Id { get; } = id;

    internal int Host { get; } = host;

    internal Body Body { get; } = body;

    /// <summary>Whose order counts.</summary>
    internal object Producer { get; } = producer;

    /// <summary>Its place among all calls, in the order in which they were made.</summary>
    internal int Index { get; } = index;

    /// <summary>The page's request on whose account it is made.</summary>
    internal Request? Request { get; } = request;

    internal string Kind { get; init; } = "call";

    /// <summary>Where its outcome is a task.</summary>
    internal Task<int>? Task { get; set; }

    /// <summary>Its end is told to the caller of the async function that it is a part of.</summary>
    internal bool HasWork { get; init; }

    /// <summary>What comes after the await of an async function.</summary>
    internal TrackedCall? Rest { get; set; }

    /// <summary>It was in the queue for sure.</summary>
    internal bool Accepted { get; set; }

    /// <summary>Run by its own thread without any queue.</summary>
    internal bool Inline { get; init; }

    internal int Runs { get; set; }

    internal bool Ended { get; set; }

    internal bool Threw { get; set; }

    /// <summary>Its caller was told that it never runs.</summary>
    internal bool NeverRuns { get; set; }

    /// <summary>Its caller was told that it was shut down.</summary>
    internal bool ShutDown { get; set; }

    /// <summary>How often somebody was given what it threw.</summary>
    internal int ErrorSeen { get; set; }

    internal bool IsPending => Runs == 0 && !NeverRuns;

    internal bool IsFinished => Ended || NeverRuns;

    public override string ToString() => $"{Kind} c{Id} of d{Host}";
}
