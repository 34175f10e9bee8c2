using AuroraView.Engine;

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

    /// <summary>A file of a folder that is served as a whole, at its own place in it.</summary>
    internal static PageSource FileBelow(string path, string root)
    {
        var full = File(path).Text;
        var below = Path.GetRelativePath(Path.GetFullPath(root), full).Replace(Path.DirectorySeparatorChar, '/');
        if (Path.IsPathRooted(below) || below == ".." || below.StartsWith("../", StringComparison.Ordinal))
            throw new ArgumentException($"The file '{full}' does not lie in the asset root '{root}'. Leave the asset root out: a file's own folder is served.");
        return new PageSource(PageSourceKind.Url, "auroraview://app/" + string.Join('/', below.Split('/').Select(Uri.EscapeDataString)));
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
