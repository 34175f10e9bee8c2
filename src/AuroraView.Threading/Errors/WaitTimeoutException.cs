using System.Globalization;

namespace AuroraView.Threading;

/// <summary>A wait for a task or a lock did not end in its time. What was waited for goes on. RFC 0002, "Timeout Protection".</summary>
public sealed class WaitTimeoutException : ThreadSafetyException
{
    internal WaitTimeoutException(string waitedFor, TimeSpan timeout, IReadOnlyList<string> waits)
        : base(Text(waitedFor, timeout, waits))
    {
        WaitedFor = waitedFor;
        Timeout = timeout;
        Waits = waits;
    }

    /// <summary>What was waited for, and who has it or runs it where that is known.</summary>
    public string WaitedFor { get; }

    /// <summary>The time that was allowed.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Who else was waiting for whom when the time was over, a line a wait.</summary>
    public IReadOnlyList<string> Waits { get; }

    private static string Text(string waitedFor, TimeSpan timeout, IReadOnlyList<string> waits)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"The wait for {waitedFor} was not over within {timeout.TotalMilliseconds:0} ms.");
        foreach (var wait in waits)
            text += "\n  " + wait;
        return text + "\nSee docs/timeouts.md.";
    }
}
