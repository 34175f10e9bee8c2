using AuroraView.Backends;

namespace AuroraView;

/// <summary>Checks what the host wants to show before it goes anywhere.</summary>
internal static class PageSources
{
    internal static PageSource Url(string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || url.Contains('\0'))
            throw new ArgumentException($"'{url}' is not an absolute URL. For a local file use LoadFile, for text LoadHtml.", nameof(url));
        // A path such as /tmp/x.html parses as a file URL on Linux; the user meant LoadFile.
        if (parsed.IsFile && !url.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"'{url}' is a path, not a URL. Use LoadFile.", nameof(url));
        return new PageSource(PageSourceKind.Url, url);
    }

    internal static PageSource Html(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return new PageSource(PageSourceKind.Html, html);
    }

    internal static PageSource File(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = Path.GetFullPath(path);
        if (!System.IO.File.Exists(full))
            throw new FileNotFoundException($"There is no file '{full}'.", full);
        return new PageSource(PageSourceKind.File, full);
    }
}
