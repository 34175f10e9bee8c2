using System.Globalization;

namespace AuroraView.Threading;

/// <summary>A queue did not run dry in its time. RFC 0002, "Graceful Shutdown".</summary>
public sealed class DrainException : ThreadSafetyException
{
    internal DrainException(string what, int queued, int inFlight, TimeSpan limit, Exception? cause)
        : base(string.Create(CultureInfo.InvariantCulture,
            $"The {what} did not run dry within {limit.TotalMilliseconds:0} ms: {queued} messages are queued and {inFlight} are being worked on. {(cause is null ? "See docs/shutdown.md." : cause.Message)}"), cause)
    {
        Queued = queued;
        InFlight = inFlight;
    }

    /// <summary>Messages that nobody has taken.</summary>
    public int Queued { get; }

    /// <summary>Messages that were taken and not completed.</summary>
    public int InFlight { get; }

    /// <summary>Both together: how many are given up when the drain is.</summary>
    public int Abandoned => Queued + InFlight;
}
