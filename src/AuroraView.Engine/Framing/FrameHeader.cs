using System.Buffers.Binary;

namespace AuroraView.Engine.Framing;

/// <summary>
/// The fixed start of every frame, 24 bytes, little-endian:
/// <c>u16 magic | u8 version | u8 kind | u32 payload length | i64 call id | i64 origin id</c>.
/// </summary>
/// <remarks>Magic and version stay at their place in every future version, so that two builds that do not fit can say so.</remarks>
/// <param name="Kind">What the frame says.</param>
/// <param name="Length">Bytes of payload that follow.</param>
/// <param name="CallId">The call it belongs to, or 0.</param>
/// <param name="OriginId">The page origin it belongs to, announced by an earlier <see cref="FrameKind.Origin"/> frame, or 0.</param>
internal readonly record struct FrameHeader(FrameKind Kind, int Length, long CallId, long OriginId)
{
    /// <summary>Bytes of a header.</summary>
    public const int Size = 24;

    /// <summary>The protocol's version.</summary>
    public const byte Version = 1;

    /// <summary>The first two bytes, <c>AV</c>: a stream that is not ours is told at once.</summary>
    public const ushort Magic = 0x5641;

    /// <summary>The longest payload that either side sends or accepts.</summary>
    public const int MaxPayload = 256 * 1024 * 1024;

    /// <summary>Writes the header to the first <see cref="Size"/> bytes.</summary>
    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(destination, Magic);
        destination[2] = Version;
        destination[3] = (byte)Kind;
        BinaryPrimitives.WriteInt32LittleEndian(destination[4..], Length);
        BinaryPrimitives.WriteInt64LittleEndian(destination[8..], CallId);
        BinaryPrimitives.WriteInt64LittleEndian(destination[16..], OriginId);
    }

    /// <summary>Reads a header from at least <see cref="Size"/> bytes.</summary>
    /// <exception cref="ChannelException">It is not a header of this version, or its length is out of bounds.</exception>
    public static FrameHeader Read(ReadOnlySpan<byte> source, int maxPayload)
    {
        ushort magic = BinaryPrimitives.ReadUInt16LittleEndian(source);
        if (magic != Magic)
            throw new ChannelException(ChannelFault.NotAFrame, $"The channel carries something that is not a frame (it starts with 0x{magic:x4}).");
        if (source[2] != Version)
        {
            throw new ChannelException(ChannelFault.WrongVersion,
                $"The other side speaks version {source[2]} of the channel, this side version {Version}. Install AuroraView and its panel host from the same release.");
        }
        if (!FrameKinds.IsKnown(source[3]))
            throw new ChannelException(ChannelFault.UnknownKind, $"The channel carries a frame of the unknown kind {source[3]}.");
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(source[4..]);
        if (length > (uint)maxPayload)
            throw new ChannelException(ChannelFault.TooLong, $"The channel announces a frame of {length} bytes; at most {maxPayload} are accepted.");
        return new FrameHeader((FrameKind)source[3], (int)length,
            BinaryPrimitives.ReadInt64LittleEndian(source[8..]), BinaryPrimitives.ReadInt64LittleEndian(source[16..]));
    }
}
