using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AuroraView.Bridge;

/// <summary>A web origin in its one spelling: scheme and host in lower case, international names in ASCII, no default port.</summary>
/// <param name="Scheme">Such as <c>https</c>; empty for the opaque origin.</param>
/// <param name="Host">The host, an IPv6 address in brackets; empty for <c>file</c> and the opaque origin.</param>
/// <param name="Port">The port, or -1 for the scheme's own.</param>
internal readonly record struct WebOrigin(string Scheme, string Host, int Port)
{
    /// <summary>The origin of documents that have none: <c>data:</c>, <c>about:blank</c>, sandboxed.</summary>
    public static WebOrigin Opaque { get; } = new("", "", -1);

    public bool IsOpaque => Scheme.Length == 0;

    /// <summary>Reads an origin, or the origin of a URL.</summary>
    public static bool TryParse(string? text, out WebOrigin origin)
    {
        origin = Opaque;
        if (text is null) return false;
        if (string.Equals(text, "null", StringComparison.OrdinalIgnoreCase)) return true;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !IsScheme(text.AsSpan(0, colon))) return false;
        string scheme = text[..colon].ToLowerInvariant();
        if (scheme is "about" or "data" or "javascript") return true;
        if (scheme == "blob") return TryParse(text[5..], out origin);
        if (!text.AsSpan(colon).StartsWith("://")) return false;
        ReadOnlySpan<char> rest = text.AsSpan(colon + 3);
        int end = rest.IndexOfAny("/?#\\");
        ReadOnlySpan<char> authority = end < 0 ? rest : rest[..end];
        if (scheme == "file")
        {
            // Engines give files one origin whatever their host; one with a host is not this machine's.
            if (authority.Length > 0 && !authority.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return false;
            origin = new WebOrigin("file", "", -1);
            return true;
        }

        if (!TrySplit(authority, out ReadOnlySpan<char> host, out int port) || !TryNormalizeHost(host, out string? name)) return false;
        origin = new WebOrigin(scheme, name, port == DefaultPort(scheme) ? -1 : port);
        return true;
    }

    /// <summary>As engines write it, such as <c>https://tools.example:8443</c>.</summary>
    public override string ToString() =>
        IsOpaque ? "null" : Port < 0 ? $"{Scheme}://{Host}" : string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{Host}:{Port}");

    /// <summary>The port that a scheme has when none is written, or -1.</summary>
    public static int DefaultPort(string scheme) => scheme switch
    {
        "http" or "ws" => 80,
        "https" or "wss" => 443,
        "ftp" => 21,
        _ => -1,
    };

    /// <summary>Parts of <c>host:port</c>; no user name, which is a way to disguise a host.</summary>
    internal static bool TrySplit(ReadOnlySpan<char> authority, out ReadOnlySpan<char> host, out int port)
    {
        port = -1;
        host = authority;
        if (authority.Contains('@')) return false;
        int colon = authority.LastIndexOf(':');
        if (colon < 0 || colon < authority.LastIndexOf(']')) return true;
        host = authority[..colon];
        ReadOnlySpan<char> digits = authority[(colon + 1)..];
        if (digits.IsEmpty) return true;
        return digits.Length <= 5 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535;
    }

    internal static bool TryNormalizeHost(ReadOnlySpan<char> host, [NotNullWhen(true)] out string? name)
    {
        name = null;
        if (host.IsEmpty || host.Length > 1024) return false;
        if (host[0] == '[')
        {
            if (host[^1] != ']' || host.Contains('%') || !IPAddress.TryParse(host[1..^1], out IPAddress? address)
                || address.AddressFamily != AddressFamily.InterNetworkV6) return false;
            name = $"[{address}]";
            return true;
        }

        string text = host.ToString();
        try
        {
            if (!System.Text.Ascii.IsValid(text)) text = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(text);
        }
        catch (ArgumentException)
        {
            return false;
        }

        text = text.ToLowerInvariant();
        foreach (char c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_')) return false;
        if (text[0] == '.' || text.Contains("..", StringComparison.Ordinal)) return false;
        name = text;
        return true;
    }

    private static bool IsScheme(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiLetter(text[0])) return false;
        foreach (char c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return false;
        return true;
    }
}
