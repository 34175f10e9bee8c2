using System.Text;

namespace AuroraView.Native.Abi;

/// <summary>Reads the callers' texts: a pointer and a length in bytes.</summary>
internal static unsafe class Utf8Argument
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The pointer is null, the length negative or the bytes are not UTF-8.</exception>
    internal static string Text(byte* text, long length, string name)
    {
        try
        {
            return s_strict.GetString(Bytes(text, length, name));
        }
        catch (DecoderFallbackException error)
        {
            throw new ArgumentException($"'{name}' is not UTF-8: {error.Message}", name);
        }
    }

    internal static ReadOnlySpan<byte> Bytes(byte* text, long length, string name)
    {
        if (length < 0 || length > int.MaxValue || (text is null && length != 0))
            throw new ArgumentException($"'{name}' needs a pointer and a length between 0 and 2 GiB.", name);
        return new ReadOnlySpan<byte>(text, (int)length);
    }

    /// <exception cref="ArgumentException">The pointer is null.</exception>
    internal static void Required(void* pointer, string name)
    {
        if (pointer is null)
            throw new ArgumentException($"'{name}' is a null pointer.", name);
    }
}
