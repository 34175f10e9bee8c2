using System.Diagnostics.CodeAnalysis;

namespace AuroraView.Bridge;

/// <summary>What an exception says, also one whose own code throws: an error that is told must not be lost for the text's sake.</summary>
internal static class ErrorMessage
{
    private const int MaxLength = 64 * 1024;

    /// <summary>The message, cut to a length that always travels.</summary>
    public static string Of(Exception error) => Read(error, static error => error.Message, "message");

    /// <summary>Type, message and stack.</summary>
    public static string WithStack(Exception error) => Read(error, static error => error.ToString(), "text");

    /// <summary>The beginning of a text, never cut inside a surrogate pair.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text)
    {
        if (text is null || text.Length <= MaxLength) return text;
        int end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static string Read(Exception error, Func<Exception, string?> read, string what)
    {
        try
        {
            return Cut(read(error) ?? "");
        }
        catch (Exception thrown)
        {
            return $"({error.GetType()}; its {what} cannot be read: reading it threw {thrown.GetType()})";
        }
    }
}
