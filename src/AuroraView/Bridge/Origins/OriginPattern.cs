namespace AuroraView.Bridge;

/// <summary>One entry of a view's allowed origins.</summary>
/// <remarks><c>https://tools.example</c> is that origin; <c>https://*.studio.example</c> every host below it, at any depth, not itself;
/// <c>http://localhost:*</c> any port; <c>null</c> documents without an origin; <c>*</c> everything.</remarks>
internal sealed class OriginPattern
{
    private readonly bool _isAny;
    private readonly bool _isBelow;
    private readonly bool _isAnyPort;
    private readonly WebOrigin _origin;

    private OriginPattern(WebOrigin origin, bool isAny, bool isBelow, bool isAnyPort)
    {
        _origin = origin;
        _isAny = isAny;
        _isBelow = isBelow;
        _isAnyPort = isAnyPort;
    }

    /// <exception cref="ArgumentException">It is not a pattern; the text says what one looks like.</exception>
    public static OriginPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        if (trimmed == "*") return new OriginPattern(default, true, false, false);
        bool isAnyPort = trimmed.EndsWith(":*", StringComparison.Ordinal);
        string plain = isAnyPort ? trimmed[..^2] : trimmed;
        int wildcard = plain.IndexOf("://*.", StringComparison.Ordinal);
        bool isBelow = wildcard > 0;
        if (isBelow) plain = string.Concat(plain.AsSpan(0, wildcard + 3), plain.AsSpan(wildcard + 5));
        int path = plain.IndexOf("://", StringComparison.Ordinal);
        bool hasPath = path > 0 && plain.AsSpan(path + 3).TrimEnd('/').ContainsAny("/?#\\");
        bool isOrigin = WebOrigin.TryParse(plain, out WebOrigin origin);

        // "https://*.example" would be everybody's: a wildcard needs a name of at least two parts under it.
        bool isTooWide = isBelow && !origin.Host.Trim('.').Contains('.', StringComparison.Ordinal);
        bool isOpaqueUrl = origin.IsOpaque && plain != "null";
        if (!isOrigin || isOpaqueUrl || hasPath || isTooWide || (origin.IsOpaque && (isBelow || isAnyPort)))
            throw new ArgumentException(
                $"'{text}' is not an origin. Write scheme and host, such as https://tools.example, http://localhost:*, "
                + "https://*.studio.example, auroraview://app, file:// or null; no path.", nameof(text));
        return new OriginPattern(origin, false, isBelow, isAnyPort);
    }

    public bool Matches(WebOrigin origin)
    {
        if (_isAny) return true;
        if (origin.Scheme != _origin.Scheme || (!_isAnyPort && origin.Port != _origin.Port)) return false;
        return _isBelow
            ? origin.Host.Length > _origin.Host.Length + 1 && origin.Host.EndsWith("." + _origin.Host, StringComparison.Ordinal)
            : origin.Host == _origin.Host;
    }
}
