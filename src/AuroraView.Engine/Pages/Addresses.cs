using System.Buffers;

namespace AuroraView.Engine.Pages;

/// <summary>What addresses have to do with each other, as the engine sees it.</summary>
internal static class Addresses
{
    private static readonly SearchValues<char> s_schemeLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>Whether an address has a scheme.</summary>
    public static bool IsAbsolute(string url)
    {
        int colon = url.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(url[0]) && url.AsSpan(0, colon).IndexOfAnyExcept(s_schemeLetters) < 0;
    }

    /// <summary>Whether an address is a local file's.</summary>
    public static bool IsFile(string url) => url.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the engine asks about <paramref name="wanted"/>. It may leave out what is not sent to a server: names and passwords, the fragment.</summary>
    public static bool AreSame(string asked, string wanted) =>
        asked == wanted ||
        (Uri.TryCreate(asked, UriKind.Absolute, out Uri? first) && Uri.TryCreate(wanted, UriKind.Absolute, out Uri? second) &&
            Uri.Compare(first, second, UriComponents.HttpRequestUrl, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0);

    /// <summary>Whether going from <paramref name="shown"/> to <paramref name="url"/> stays in the document: only the fragment is another one.</summary>
    public static bool DifferInFragment(string url, string shown) =>
        url != shown && url.Contains('#', StringComparison.Ordinal) && WithoutFragment(url).SequenceEqual(WithoutFragment(shown));

    private static ReadOnlySpan<char> WithoutFragment(string url) =>
        url.IndexOf('#', StringComparison.Ordinal) is var start and >= 0 ? url.AsSpan(0, start) : url;
}
