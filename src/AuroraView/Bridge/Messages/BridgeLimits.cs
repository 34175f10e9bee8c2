using AuroraView.Engine.Framing;

namespace AuroraView.Bridge;

/// <summary>What one page may send. The page's side checks the same figures, so that honest callers get an error of their own.</summary>
internal sealed record BridgeLimits
{
    public static BridgeLimits Default { get; } = new();

    /// <summary>The smallest limit of a message: below it the envelope would leave nothing for what is in it.</summary>
    public const int LeastMessageBytes = 64 * 1024;

    /// <summary>The largest limit that the channel to the panel host can carry: quotes and backslashes double in the script that brings a text to the page.</summary>
    public const int MostMessageBytes = (FrameHeader.MaxPayload / 2) - (4 * 1024 * 1024);

    /// <summary>The largest message from the page, and the largest value for it, in bytes of UTF-8.</summary>
    public int MaxMessageBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How deep parameters and details may be nested: <c>[[1]]</c> is 2.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>The longest method or event name in UTF-16 units.</summary>
    public int MaxNameLength { get; init; } = 256;

    /// <summary>How many calls and events may wait for their handlers.</summary>
    public int MaxPendingCalls { get; init; } = 10_000;

    /// <summary>How many bytes these may have together.</summary>
    public int MaxPendingBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How many events without a listener a document keeps.</summary>
    public int MaxBufferedEvents { get; init; } = 10_000;
}
