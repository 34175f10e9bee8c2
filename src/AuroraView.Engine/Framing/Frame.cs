namespace AuroraView.Engine.Framing;

/// <summary>One received frame. Valid until the decoder is asked for room again.</summary>
/// <param name="header">The header.</param>
/// <param name="payload">The payload.</param>
internal readonly ref struct Frame(FrameHeader header, ReadOnlySpan<byte> payload)
{
    /// <summary>What the frame says.</summary>
    public FrameKind Kind { get; } = header.Kind;

    /// <summary>The call it belongs to, or 0.</summary>
    public long CallId { get; } = header.CallId;

    /// <summary>The page origin it belongs to, or 0.</summary>
    public long OriginId { get; } = header.OriginId;

    /// <summary>Its bytes.</summary>
    public ReadOnlySpan<byte> Payload { get; } = payload;

    /// <summary>Reads the payload field by field.</summary>
    public PayloadReader Read() => new(Payload);
}
