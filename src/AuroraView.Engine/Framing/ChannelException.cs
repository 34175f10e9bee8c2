namespace AuroraView.Engine.Framing;

/// <summary>What is wrong with a channel.</summary>
internal enum ChannelFault
{
    /// <summary>The bytes are not a frame.</summary>
    NotAFrame,

    /// <summary>The other side speaks another version.</summary>
    WrongVersion,

    /// <summary>The frame's kind is not one of this version.</summary>
    UnknownKind,

    /// <summary>The frame is longer than accepted.</summary>
    TooLong,

    /// <summary>The stream ended inside a frame.</summary>
    Truncated,

    /// <summary>The payload is not what the kind calls for.</summary>
    BadPayload,

    /// <summary>The operating system refused to read or write.</summary>
    Transport,
}

/// <summary>The channel cannot be used any more: its bytes are wrong or the operating system refused.</summary>
internal sealed class ChannelException(ChannelFault fault, string message) : Exception(message)
{
    /// <summary>What is wrong.</summary>
    public ChannelFault Fault { get; } = fault;
}
