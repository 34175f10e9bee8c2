
namespace AuroraView.Engine.Framing;

/// <summary>
/// Turns a byte stream, however it is cut, into frames. Knows no transport: give it bytes through
/// <see cref="GetRoom"/> and <see cref="Advance"/>, take frames with <see cref="TryRead"/>.
/// </summary>
/// <remarks>
/// The buffer grows with the bytes that have really arrived (at most twofold at a time), never to a length that a
/// header merely announces. Not thread-safe: one reader owns it.
/// </remarks>
internal sealed class FrameDecoder : IDisposable
{
    private const int InitialSize = 64 * 1024;

    // A buffer that grew is kept for the next large frame, but not a very large one, nor one that many rounds have not needed.
    private const int LargestKept = 4 * 1024 * 1024;
    private const int RoundsKept = 64;
    private readonly int _maxPayload;
    private byte[] _buffer = ByteArrays.Rent(InitialSize);
    private int _start;
    private int _end;
    private FrameHeader _header;
    private bool _hasHeader;
    private int _idleRounds;

    /// <param name="maxPayload">The longest payload accepted, in bytes.</param>
    public FrameDecoder(int maxPayload = FrameHeader.MaxPayload) => _maxPayload = maxPayload;

    /// <summary>The bytes allocated now, for tests of the bound.</summary>
    internal int Capacity => _buffer.Length;

    /// <summary>Room to receive into; never empty. Ends the life of the frame read last.</summary>
    public Span<byte> GetRoom()
    {
        if (_start == _end)
        {
            _start = _end = 0;
            if (_buffer.Length > 4 * InitialSize && (++_idleRounds > RoundsKept || _buffer.Length > LargestKept))
                Resize(InitialSize);
        }
        int needed = _hasHeader ? FrameHeader.Size + _header.Length : FrameHeader.Size;
        if (_start > 0 && (_start + needed > _buffer.Length || _end == _buffer.Length))
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length)
            Resize((int)Math.Min(2L * _buffer.Length, Math.Max((long)needed, _buffer.Length + 1L)));
        return _buffer.AsSpan(_end);
    }

    /// <summary>Says how many bytes were put into the room.</summary>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_buffer.Length - _end), nameof(count));
        _end += count;
    }

    /// <summary>Takes the next whole frame.</summary>
    /// <exception cref="ChannelException">What arrived is not a frame of this protocol.</exception>
    public bool TryRead(out Frame frame)
    {
        frame = default;
        if (!_hasHeader)
        {
            if (_end - _start < FrameHeader.Size)
                return false;
            _header = FrameHeader.Read(_buffer.AsSpan(_start, FrameHeader.Size), _maxPayload);
            _hasHeader = true;
        }
        if (_end - _start - FrameHeader.Size < _header.Length)
            return false;
        frame = new Frame(_header, _buffer.AsSpan(_start + FrameHeader.Size, _header.Length));
        _start += FrameHeader.Size + _header.Length;
        _hasHeader = false;
        if (_header.Length > InitialSize)
            _idleRounds = 0;
        return true;
    }

    /// <summary>Says that the stream has ended.</summary>
    /// <exception cref="ChannelException">It ended inside a frame.</exception>
    public void Complete()
    {
        if (_end != _start)
            throw new ChannelException(ChannelFault.Truncated, $"The channel ended inside a frame ({_end - _start} bytes of it arrived).");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        byte[] buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
            ByteArrays.Return(buffer);
        _start = _end = 0;
    }

    private void Resize(int size)
    {
        byte[] larger = ByteArrays.Rent(size);
        _buffer.AsSpan(_start, _end - _start).CopyTo(larger);
        ByteArrays.Return(_buffer);
        _end -= _start;
        _start = 0;
        _buffer = larger;
    }
}
