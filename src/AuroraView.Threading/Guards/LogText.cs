using System.Runtime.CompilerServices;
using System.Text;

namespace AuroraView.Threading.Guards;

/// <summary>The text of a report. What is put into it may be the host's, such as an exception, and its text may throw: then the report says so.</summary>
[InterpolatedStringHandler]
internal readonly ref struct LogText
{
    private readonly StringBuilder _text;

    public LogText(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (32 * formattedCount));

    /// <summary>The text of something, also if reading that throws.</summary>
    internal static string Of(object? value, Func<object, string?>? read = null)
    {
        try
        {
            return value is null ? "" : (read is null ? value.ToString() : read(value)) ?? "";
        }
        catch (Exception thrown)
        {
            return $"({value!.GetType()}; its text cannot be read: reading it threw {thrown.GetType()})";
        }
    }

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted<T>(T value) => _text.Append(Of(value));

    public override string ToString() => _text.ToString();
}
