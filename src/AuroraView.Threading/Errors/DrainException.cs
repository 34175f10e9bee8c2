using System.Globalization;

namespace AuroraView.Threading;

/// <summary>A queue was not empty in its time. RFC 0002, "Graceful Shutdown".</summary>
public sealed class DrainException : ThreadSafetyException
{
    internal DrainException(string what, int queued, int inFlight, TimeSpan limit, Exception? cause)
        : base(string.Create(CultureInfo.InvariantCulture,
            $"The {what} was not empty within {limit.TotalMilliseconds:0} ms: {queued} messages are queued and {inFlight} are in flight. "
            + $"{(cause is null ? "Allow more time, or close it. See docs/queues.md." : cause.Message)}"), "docs/queues.md", cause)
    {
        Queued = queued;
        InFlight = inFlight;
    }

    /// <summary>Messages that are queued.</summary>
    public int Queued { get; }

    /// <summary>Messages that were taken and are not completed.</summary>
    public int InFlight { get; }

    /// <summary>The sum of both: what is given up with the drain.</summary>
    public int Abandoned => Queued + InFlight;
}
