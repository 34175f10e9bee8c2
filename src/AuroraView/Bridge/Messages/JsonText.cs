using System.Buffers;
using System.Text;
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
