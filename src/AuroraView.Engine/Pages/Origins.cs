namespace AuroraView.Engine.Pages;

/// <summary>The origin of a URL as browsers write it.</summary>
internal static class Origins
{
    /// <summary>An opaque origin: of no document, of <c>about:</c>, <c>data:</c>, <c>blob:</c>...</summary>
    public const string Opaque = "null";

    /// <summary>The origin of <paramref name="url"/>: scheme, host and any port that is not the scheme's own.</summary>
    public static string Of(string url)
    {
        int schemeEnd = url.IndexOf("://", StringComparison.Ordinal);
        if (schemeEnd <= 0)
            return Opaque;
        string scheme = url[..schemeEnd].ToLowerInvariant();
        if (scheme == "file")
            return "file://";
        if (!scheme.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '-' or '.'))
            return Opaque;
        ReadOnlySpan<char> rest = url.AsSpan(schemeEnd + 3);
        int end = rest.IndexOfAny('/', '?', '#');
        if (end >= 0)
            rest = rest[..end];
        int user = rest.LastIndexOf('@');
        if (user >= 0)
            rest = rest[(user + 1)..];
        if (rest.IsEmpty)
            return Opaque;
        string authority = rest.ToString().ToLowerInvariant();
        string standardPort = scheme switch
        {
            "http" or "ws" => ":80",
            "https" or "wss" => ":443",
            _ => "",
        };
        if (standardPort.Length > 0 && authority.EndsWith(standardPort, StringComparison.Ordinal))
            authority = authority[..^standardPort.Length];
        return $"{scheme}://{authority}";
    }
}
