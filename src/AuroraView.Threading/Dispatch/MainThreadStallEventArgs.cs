using System.Globalization;

namespace AuroraView.Threading;

/// <summary>The main thread stopped taking calls, or started again.</summary>
public sealed class MainThreadStallEventArgs : EventArgs
{
    internal MainThreadStallEventArgs(bool isStalled, TimeSpan quietFor, int pendingCalls, HangReport report)
    {
        Report = report;
        IsStalled = isStalled;
        QuietFor = quietFor;
        PendingCalls = pendingCalls;
    }

    /// <summary>Whether it is stalled now; <see langword="false"/> says that it is over.</summary>
    public bool IsStalled { get; }

    /// <summary>For how long it has taken no call; when that is over, for how long it had taken none.</summary>
    public TimeSpan QuietFor { get; }

    /// <summary>How many calls wait.</summary>
    public int PendingCalls { get; }

    /// <summary>The call of AuroraView's that it runs, or <see langword="null"/> if it runs none.</summary>
    public string? Runs { get; init; }

    /// <summary>For how long it has been running that.</summary>
    public TimeSpan? RunsFor { get; init; }

    /// <summary>The AuroraView wait in which it sits, its target and its age; <see langword="null"/> if it sits in none.</summary>
    public string? Waits { get; init; }

    /// <summary>The waits and the queues at the time when this was noticed.</summary>
    public HangReport Report { get; }

    /// <summary>The news as a sentence, without the report.</summary>
    public override string ToString()
    {
        if (!IsStalled)
            return string.Create(CultureInfo.InvariantCulture, $"The main thread takes calls again, after {QuietFor.TotalMilliseconds:0} ms.");
        var runs = Runs is null ? null : string.Create(CultureInfo.InvariantCulture, $" It runs '{Runs}', for {RunsFor?.TotalMilliseconds:0} ms.");
        var waits = Waits is null ? null : $" It waits in {Waits}.";
        if (runs is null && waits is null)
            runs = " It runs no AuroraView call and sits in no AuroraView wait: the host or your own code is busy.";
        return string.Create(CultureInfo.InvariantCulture,
            $"The main thread has taken no call for {QuietFor.TotalMilliseconds:0} ms; {PendingCalls} wait.{runs}{waits}");
    }
}
