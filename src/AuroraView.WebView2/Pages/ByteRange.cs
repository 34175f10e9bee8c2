using System.Globalization;

namespace AuroraView.WebView2.Pages;

/// <summary>The part of a file that a request asks for, as media elements do to seek. RFC 9110, "Range Requests"; one part only.</summary>
/// <param name="First">The first byte.</param>
/// <param name="Length">How many; 0 or less where the file has none of them.</param>
internal readonly record struct ByteRange(long First, long Length)
{
    private const string Unit = "bytes=";

    /// <summary>The last byte.</summary>
    public long Last => First + Length - 1;

    /// <summary>Whether the file has any of it.</summary>
    public bool IsSatisfiable => Length > 0;

    /// <summary>Reads a <c>Range</c> header.</summary>
    /// <param name="header">The header's value, or <see langword="null"/> where there is none.</param>
    /// <param name="length">The file's length in bytes.</param>
    /// <returns>The part, or <see langword="null"/> where all is to be sent: without a header, and with one that is not understood, as the RFC has it.</returns>
    public static ByteRange? Read(string? header, long length)
    {
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase) || header.Contains(','))
            return null;
        var range = header.AsSpan(Unit.Length).Trim();
        var dash = range.IndexOf('-');
        if (dash < 0)
            return null;
        var from = range[..dash];
        var to = range[(dash + 1)..];
        if (from.IsEmpty)
            return IsNumber(to, out var suffix) ? new ByteRange(Math.Max(0, length - suffix), Math.Min(length, suffix)) : null;
        if (!IsNumber(from, out var first))
            return null;
        if (to.IsEmpty)
            return new ByteRange(first, length - first);
        return IsNumber(to, out var last) && last >= first ? new ByteRange(first, Math.Min(last, length - 1) - first + 1) : null;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
