using System.Buffers;

namespace AuroraView.Bridge;

/// <summary>Text inside a single-quoted JavaScript string literal.</summary>
internal static class JavaScriptLiteral
{
    // Since ES2019 U+2028 and U+2029 may stand in a literal; what may not is the quote, the escape, and line ends.
    private static readonly SearchValues<byte> _special = SearchValues.Create("'\\\n\r\0"u8);

    /// <summary>Appends UTF-8 text so that the literal's value is that text.</summary>
    public static void WriteEscaped(ReadOnlySpan<byte> utf8, PooledBuffer output)
    {
        while (true)
        {
            int index = utf8.IndexOfAny(_special);
            if (index < 0)
            {
                output.Write(utf8);
                return;
            }

            output.Write(utf8[..index]);
            output.Write(utf8[index] switch
            {
                (byte)'\'' => "\\'"u8,
                (byte)'\\' => @"\\"u8,
                (byte)'\n' => "\\n"u8,
                (byte)'\r' => "\\r"u8,
                _ => "\\x00"u8,
            });
            utf8 = utf8[(index + 1)..];
        }
    }
}
