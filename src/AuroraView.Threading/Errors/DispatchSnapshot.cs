using System.Globalization;
using System.Text;

namespace AuroraView.Threading;

/// <summary>What a thread and its queue were doing when a call's time was over. docs/timeouts.md explains each figure.</summary>
public sealed record DispatchSnapshot
{
    /// <summary>The function that was called, or the first 100 characters of the script.</summary>
    public required string Function { get; init; }

    /// <summary>The thread it was meant for.</summary>
    public required string Target { get; init; }

    /// <summary>Whether it had started, and so still runs.</summary>
    public required bool StillRunning { get; init; }

    /// <summary>For how long it has been running, where it had started.</summary>
    public TimeSpan? RunningFor { get; init; }

    /// <summary>The time that was allowed.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How many calls are queued for that thread.</summary>
    public required int QueueDepth { get; init; }

    /// <summary>For how long the oldest of them has been waiting, or <see langword="null"/> where none is.</summary>
    public TimeSpan? OldestCallAge { get; init; }

    /// <summary>The call of AuroraView's that the thread runs, or <see langword="null"/> if it runs none.</summary>
    public string? TargetRuns { get; init; }

    /// <summary>For how long it has been running that.</summary>
    public TimeSpan? TargetRunsFor { get; init; }

    /// <summary>The wait of AuroraView's that the thread sits in, what for and since when, or <see langword="null"/> if it waits in none.</summary>
    public string? TargetWaits { get; init; }

    /// <summary>When the thread last took a call from its queue, before now; <see langword="null"/> where it never did.</summary>
    public TimeSpan? LastDrained { get; init; }

    /// <summary>What stands in the call's way, where that is not a thread: the state of a page.</summary>
    public string? Note { get; init; }

    /// <summary>Who waits for whom around the call, a line an edge.</summary>
    public IReadOnlyList<string> Waits { get; init; } = [];

    /// <summary>The error's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"'{Function}' did not finish on {Target} within {Milliseconds(Timeout)}. ");
        text.Append(StillRunning
            ? $"It has started, {Milliseconds(RunningFor ?? default)} ago, and is still running: its result will be dropped."
            : "It had not started: it was cancelled and will not run.");
        text.Append(CultureInfo.InvariantCulture, $"\nQueue depth: {QueueDepth}");
        if (OldestCallAge is { } age)
            text.Append(CultureInfo.InvariantCulture, $", oldest call waiting for {Milliseconds(age)}");
        if (Note is not null)
            text.Append(". ").Append(Note);
        else
            AppendThread(text);
        foreach (var wait in Waits)
            text.Append("\n  ").Append(wait);
        return text.Append("\nSee docs/timeouts.md.").ToString();
    }

    private void AppendThread(StringBuilder text)
    {
        text.Append(". The thread ");
        if (TargetRuns is { } runs)
            text.Append(CultureInfo.InvariantCulture, $"runs '{runs}', for {Milliseconds(TargetRunsFor ?? default)}");
        else if (TargetWaits is null)
            text.Append("runs no call of AuroraView's and waits in none");
        if (TargetWaits is not null)
            text.Append(TargetRuns is null ? "waits in " : ", waits in ").Append(TargetWaits);
        text.Append(LastDrained is { } drained
            ? string.Create(CultureInfo.InvariantCulture, $" and last took a call {Milliseconds(drained)} ago.")
            : " and has never taken a call: does anything pump it?");
    }

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
}
