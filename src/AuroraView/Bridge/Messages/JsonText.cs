using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace AuroraView.Bridge;

/// <summary>JSON strings that keep every UTF-16 unit, also half a surrogate pair.</summary>
internal static class JsonText
{
    private static readonly SearchValues<char> _special = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    /// <summary>Appends <paramref name="text"/> as a JSON string.</summary>
    public static void Write(string text, PooledBuffer output)
    {
        output.Write("\""u8);
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int index = rest.IndexOfAny(_special);
            WritePlain(index < 0 ? rest : rest[..index], output);
            if (index < 0) break;
            WriteEscape(rest[index], output);
            rest = rest[(index + 1)..];
        }

        output.Write("\""u8);
    }

    /// <summary>The text of the string that the reader stands at.</summary>
    /// <exception cref="InvalidOperationException">It is not UTF-8.</exception>
    public static string Read(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescape(Encoding.UTF8.GetString(reader.ValueSpan)) : reader.GetString()!;

    /// <summary>The text of a string.</summary>
    public static string Read(JsonElement text) => Unescape(text.GetRawText().AsSpan()[1..^1]);

    // The reader has checked the escapes. What it would refuse is half a surrogate pair, which JavaScript and Python know.
    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (int at = raw.IndexOf('\\'); at >= 0; at = raw.IndexOf('\\'))
        {
            text.Append(raw[..at]);
            bool isUnit = raw[at + 1] == 'u';
            text.Append(raw[at + 1] switch
            {
                'u' => (char)ushort.Parse(raw.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                var own => own,
            });
            raw = raw[(at + (isUnit ? 6 : 2))..];
        }

        return text.Append(raw).ToString();
    }

    private static void WritePlain(ReadOnlySpan<char> text, PooledBuffer output)
    {
        while (!text.IsEmpty)
        {
            Span<byte> free = output.GetSpan(text.Length <= 1024 ? text.Length * 3 : text.Length + 4);
            OperationStatus status = Utf8.FromUtf16(text, free, out int read, out int written, replaceInvalidSequences: false);
            output.Advance(written);
            text = text[read..];
            if (status is not (OperationStatus.InvalidData or OperationStatus.NeedMoreData)) continue;
            WriteEscape(text[0], output);
            text = text[1..];
        }
    }

    private static void WriteEscape(char unit, PooledBuffer output)
    {
        switch (unit)
        {
            case '"': output.Write("\\\""u8); return;
            case '\\': output.Write(@"\\"u8); return;
            case '\n': output.Write("\\n"u8); return;
            case '\r': output.Write("\\r"u8); return;
            case '\t': output.Write("\\t"u8); return;
        }

        Span<byte> escape = output.GetSpan(6);
        Encoding.ASCII.GetBytes($"\\u{(int)unit:x4}", escape);
        output.Advance(6);
    }
}
