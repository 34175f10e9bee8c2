using System.Buffers.Binary;
using System.Text;

namespace AuroraView.Engine.Framing;

/// <summary>
/// Builds one frame in a pooled buffer, header and payload side by side. Hand it to the writer, which takes the buffer
/// over; or dispose of it.
/// </summary>
internal ref struct FrameBuilder
{
    private byte[] _buffer;
    private int _length;
    private readonly FrameKind _kind;
    private readonly long _callId;
    private readonly long _originId;

    /// <param name="kind">What the frame says.</param>
    /// <param name="callId">The call it belongs to, or 0.</param>
    /// <param name="originId">The page origin it belongs to, or 0.</param>
    /// <param name="sizeHint">How many bytes of payload will come, if known.</param>
    public FrameBuilder(FrameKind kind, long callId = 0, long originId = 0, int sizeHint = 0)
    {
        _kind = kind;
        _callId = callId;
        _originId = originId;
        _buffer = ByteArrays.Rent(FrameHeader.Size + Math.Max(sizeHint, 64));
        _length = FrameHeader.Size;
    }

    /// <summary>Whether the payload is longer than the other side accepts.</summary>
    public readonly bool IsTooLong => _length - FrameHeader.Size > FrameHeader.MaxPayload;

    public void WriteByte(byte value) => Room(1)[0] = value;

    public void WriteBool(bool value) => WriteByte(value ? (byte)1 : (byte)0);

    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(4), value);

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(8), value);

    /// <summary>Writes an optional number: a flag, then the number.</summary>
    public void WriteInt32(int? value)
    {
        WriteBool(value.HasValue);
        WriteInt32(value.GetValueOrDefault());
    }

    /// <summary>Writes an optional string: its length in UTF-8 (-1 for none), then its bytes.</summary>
    public void WriteString(string? value)
    {
        if (value is null)
        {
            WriteInt32(-1);
            return;
        }
        int length = Encoding.UTF8.GetByteCount(value);
        WriteInt32(length);
        Encoding.UTF8.GetBytes(value, Room(length));
    }

    /// <summary>Writes the rest of the payload as UTF-8 text.</summary>
    public void WriteTail(string text) => Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetByteCount(text)));

    /// <summary>Writes the rest of the payload.</summary>
    public void WriteTail(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    /// <summary>Completes the header and gives the frame's buffer away; whoever takes it returns it to the shared pool.</summary>
    public ArraySegment<byte> Detach()
    {
        new FrameHeader(_kind, _length - FrameHeader.Size, _callId, _originId).Write(_buffer);
        var frame = new ArraySegment<byte>(_buffer, 0, _length);
        _buffer = [];
        return frame;
    }

    /// <summary>Gives the buffer back, where it was not handed over.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0)
            ByteArrays.Return(_buffer);
        _buffer = [];
    }

    private Span<byte> Room(int count)
    {
        int needed = checked(_length + count);
        if (needed > _buffer.Length)
        {
            byte[] larger = ByteArrays.Rent((int)Math.Min(Math.Max(needed, 2L * _buffer.Length), Array.MaxLength));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ByteArrays.Return(_buffer);
            _buffer = larger;
        }
        Span<byte> room = _buffer.AsSpan(_length, count);
        _length = needed;
        return room;
    }
}
