using System.Buffers;
using AuroraView.Engine;

namespace AuroraView.Bridge;

/// <summary>A growing byte buffer from the shared pool that can be emptied and used again. Not thread-safe.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int SmallestSize = 4096;
    private const int LargestKept = 1024 * 1024;

    private byte[] _bytes = [];

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>What is written, valid until the next change.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - Length);
        Length += count;
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Length);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Goes back to a length it had before.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>Empties it. A large array goes back to the pool, so that one large message does not stay in memory.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > LargestKept) Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0) ByteArrays.Return(bytes);
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - Length >= count) return;
        long wanted = Math.Max((long)Length + count, Math.Max(_bytes.Length * 2L, SmallestSize));
        byte[] larger = ByteArrays.Rent((int)Math.Min(wanted, Math.Max((long)Length + count, Array.MaxLength)));
        Written.CopyTo(larger);
        byte[] smaller = _bytes;
        _bytes = larger;
        if (smaller.Length > 0) ByteArrays.Return(smaller);
    }
}
