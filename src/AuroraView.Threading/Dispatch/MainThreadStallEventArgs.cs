using System.Globalization;

namespace AuroraView.Threading;

/// <summary>The main thread stopped taking calls, or started again.</summary>
public sealed class MainThreadStallEventArgs : EventArgs
{
    internal MainThreadStallEventArgs(bool isStalled, TimeSpan quietFor, int pendingCalls, string? runs, TimeSpan? runsFor, HangReport report)
    {
        Report = report;
        IsStalled = isStalled;
        QuietFor = quietFor;
        PendingCalls = pendingCalls;
        Runs = runs;
        RunsFor = runsFor;
    }

    /// <summary>Whether it is stalled now; <see langword="false"/> says that it is over.</summary>
    public bool IsStalled { get; }

    /// <summary>For how long it has taken no call; when that is over, for how long it had taken none.</summary>
    public TimeSpan QuietFor { get; }

    /// <summary>How many calls wait.</summary>
    public int PendingCalls { get; }

    /// <summary>The call of ours that it runs, or <see langword="null"/> where it is busy with something else.</summary>
    public string? Runs { get; }

    /// <summary>For how long it has been running that.</summary>
    public TimeSpan? RunsFor { get; }

    /// <summary>Who waited for whom, and what was queued for whom, when this was noticed.</summary>
    public HangReport Report { get; }

    /// <summary>The news as a sentence, without the report.</summary>
    public override string ToString()
    {
        if (!IsStalled)
            return string.Create(CultureInfo.InvariantCulture, $"The main thread takes calls again, after {QuietFor.TotalMilliseconds:0} ms.");
        var runs = Runs is null
            ? "It is in none of our calls: the host is busy."
            : string.Create(CultureInfo.InvariantCulture, $"It runs '{Runs}', for {RunsFor?.TotalMilliseconds:0} ms.");
        return string.Create(CultureInfo.InvariantCulture,
            $"The main thread has taken no call for {QuietFor.TotalMilliseconds:0} ms; {PendingCalls} wait. {runs}");
    }
}
