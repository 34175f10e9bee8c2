using System.Text;

namespace AuroraView.Engine.Pages;

/// <summary>The origin <c>auroraview://app</c>: HTML text given by the host at <c>/</c>, files of one folder below it.</summary>
/// <remarks>HTML text is served, not pushed, so that reloading it, also after a crash, and going back to it just work.</remarks>
/// <param name="folder">The folder served at first, or <see langword="null"/>.</param>
internal sealed class AppPages(string? folder)
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "auroraview";

    /// <summary>What every URL of the origin begins with.</summary>
    public const string Root = PageSource.AppOrigin + "/";

    /// <summary>The media type of HTML text.</summary>
    public const string HtmlType = "text/html; charset=utf-8";

    /// <summary>The media type of a refusal.</summary>
    public const string RefusalType = "text/plain; charset=utf-8";

    /// <summary>Why no file is served without a folder.</summary>
    public const string NoFolder = "no folder is served; set an asset root or load a file";

    private readonly PushedPaths _pushed = new();
    private byte[]? _html;

    /// <summary>The folder that is served, or <see langword="null"/>.</summary>
    public string? Folder { get; private set; } = folder;

    /// <summary>Serves a text at the origin's root.</summary>
    /// <returns>The URL to load.</returns>
    public string ServeHtml(string html)
    {
        _html = Encoding.UTF8.GetBytes(html);
        _pushed.Clear();
        return Root;
    }

    /// <summary>Serves a file's folder.</summary>
    /// <returns>The URL of the file.</returns>
    public string ServeFile(string path)
    {
        _html = null;
        _pushed.Clear();
        Folder = Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : Path.GetPathRoot(path);
        return Root + Uri.EscapeDataString(Path.GetFileName(path));
    }

    /// <summary>A document of this URL is shown.</summary>
    public void OnDocument(string url) => _pushed.OnDocument(PathOf(url));

    /// <summary>The document shown gave itself another URL: under that it is served as well, so that reloading it finds it.</summary>
    public void OnMoved(string url) => _pushed.OnMoved(PathOf(url));

    /// <summary>The HTML text at a path, or <see langword="null"/> if a file is meant.</summary>
    public byte[]? HtmlAt(string path) => path == "/" ? _html : null;

    /// <summary>The path of the document that gave itself this path, or <see langword="null"/>.</summary>
    public string? DocumentOf(string path) => _pushed.DocumentOf(path);

    /// <summary>The file that is meant by a path.</summary>
    public static string FileAt(string path) => path == "/" ? "index.html" : path;

    /// <summary>The decoded path of a URL; one that no file has for another host's.</summary>
    // Exactly one host belongs to the scheme. Query and fragment are cut off before decoding, so that a name may hold %3f.
    public static string PathOf(string url)
    {
        if (!url.StartsWith(Root, StringComparison.OrdinalIgnoreCase))
            return url.Equals(PageSource.AppOrigin, StringComparison.OrdinalIgnoreCase) ? "/" : "\0";
        string path = url[(Root.Length - 1)..];
        int end = path.AsSpan().IndexOfAny('?', '#');
        return Uri.UnescapeDataString(end >= 0 ? path[..end] : path);
    }

    /// <summary>The text of a refusal.</summary>
    /// <param name="url">What was asked for.</param>
    /// <param name="problem">Why it cannot be had.</param>
    public static byte[] Refusal(string url, string problem) => Encoding.UTF8.GetBytes($"AuroraView cannot serve {url}: {problem}.");
}
