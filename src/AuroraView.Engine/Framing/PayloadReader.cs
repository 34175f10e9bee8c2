using System.Buffers.Binary;
using System.Text;

namespace AuroraView.Engine.Framing;

/// <summary>Reads a payload field by field; a payload that is too short or wrong is a <see cref="ChannelException"/>.</summary>
/// <param name="payload">What to read.</param>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    public byte ReadByte() => Take(1)[0];

    public bool ReadBool() => ReadByte() switch
    {
        0 => false,
        1 => true,
        byte other => throw Bad($"{other} is not a truth value"),
    };

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>Reads an optional number.</summary>
    public int? ReadOptionalInt32()
    {
        bool present = ReadBool();
        int value = ReadInt32();
        return present ? value : null;
    }

    /// <summary>Reads an optional string.</summary>
    public string? ReadOptionalString()
    {
        int length = ReadInt32();
        if (length == -1)
            return null;
        if (length < 0)
            throw Bad($"a string of {length} bytes");
        return Encoding.UTF8.GetString(Take(length));
    }

    /// <summary>Reads a string that must be there.</summary>
    public string ReadString() => ReadOptionalString() ?? throw Bad("a string is missing");

    /// <summary>Reads a number that must be one of an enumeration's, which counts from 0.</summary>
    public int ReadChoice(int count)
    {
        byte value = ReadByte();
        return value < count ? value : throw Bad($"choice {value} of {count}");
    }

    /// <summary>Everything that is left.</summary>
    public ReadOnlySpan<byte> ReadTail() => Take(_rest.Length);

    /// <summary>Says that the payload must have been read whole.</summary>
    public readonly void End()
    {
        if (_rest.Length > 0)
            throw Bad($"{_rest.Length} bytes too many");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
            throw Bad($"{count} bytes expected, {_rest.Length} left");
        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static ChannelException Bad(string what) => new(ChannelFault.BadPayload, $"The channel carries a malformed frame: {what}.");
}
