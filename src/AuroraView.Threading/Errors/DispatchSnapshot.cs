using System.Globalization;
using System.Text;

namespace AuroraView.Threading;

/// <summary>What a thread and its queue did when a call's time was over. docs/timeouts.md explains each figure.</summary>
public sealed record DispatchSnapshot
{
    /// <summary>The function that was called, or the first 100 characters of the script.</summary>
    public required string Function { get; init; }

    /// <summary>The thread it was meant for.</summary>
    public required string Target { get; init; }

    /// <summary>Whether it had started. Then it still runs.</summary>
    public required bool StillRunning { get; init; }

    /// <summary>How long it has been running, if it had started.</summary>
    public TimeSpan? RunningFor { get; init; }

    /// <summary>The time that was allowed.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How many calls are queued for that thread.</summary>
    public required int QueueDepth { get; init; }

    /// <summary>How long the oldest of them has been waiting; <see langword="null"/> if none waits.</summary>
    public TimeSpan? OldestCallAge { get; init; }

    /// <summary>The AuroraView call that the thread runs; <see langword="null"/> if it runs none.</summary>
    public string? TargetRuns { get; init; }

    /// <summary>How long it has been running that.</summary>
    public TimeSpan? TargetRunsFor { get; init; }

    /// <summary>The AuroraView wait in which the thread sits, its target and its age; <see langword="null"/> if it sits in none.</summary>
    public string? TargetWaits { get; init; }

    /// <summary>How long ago the thread last took a call from its queue; <see langword="null"/> if it never did.</summary>
    public TimeSpan? LastDrained { get; init; }

    /// <summary>The state of the page, for a call that waits for a page.</summary>
    public string? Note { get; init; }

    /// <summary>The waits around the call, one line each.</summary>
    public IReadOnlyList<string> Waits { get; init; } = [];

    /// <summary>The error's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"'{Function}' did not finish on {Target} within {Milliseconds(Timeout)}. ");
        text.Append(StillRunning
            ? $"It started {Milliseconds(RunningFor ?? default)} ago and is still running; its result will be dropped."
            : "It had not started; it was cancelled and will not run.");
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
            text.Append("runs no AuroraView call and sits in no AuroraView wait");
        if (TargetWaits is not null)
            text.Append(TargetRuns is null ? "waits in " : ", waits in ").Append(TargetWaits);
        text.Append(LastDrained is { } drained
            ? string.Create(CultureInfo.InvariantCulture, $" and last took a call {Milliseconds(drained)} ago.")
            : " and has never taken a call: does anything pump it?");
    }

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
}
