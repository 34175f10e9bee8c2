using System.Globalization;

namespace AuroraView.Threading;

/// <summary>A wait for a task or a lock did not end in its time. The task goes on. RFC 0002, "Timeout Protection".</summary>
public sealed class WaitTimeoutException : ThreadSafetyException
{
    private const string Page = "docs/timeouts.md";

    internal WaitTimeoutException(string waitedFor, TimeSpan timeout, IReadOnlyList<string> waits)
        : base(Text(waitedFor, timeout, waits), Page)
    {
        WaitedFor = waitedFor;
        Timeout = timeout;
        Waits = waits;
    }

    /// <summary>The task or lock, and the thread that runs or holds it, if that is known.</summary>
    public string WaitedFor { get; }

    /// <summary>The time that was allowed.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>The other waits at that time, one line each.</summary>
    public IReadOnlyList<string> Waits { get; }

    private static string Text(string waitedFor, TimeSpan timeout, IReadOnlyList<string> waits)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"The wait for {waitedFor} did not end within {timeout.TotalMilliseconds:0} ms.");
        foreach (var wait in waits)
            text += "\n  " + wait;
        return $"{text}\nSee {Page}.";
    }
}
