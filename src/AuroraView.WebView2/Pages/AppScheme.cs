using System.Runtime.InteropServices;
using System.Text;
using AuroraView.Backends.Pages;
using AuroraView.WebView2.Interop;
using AuroraView.WebView2.View;

namespace AuroraView.WebView2.Pages;

/// <summary>The origin <c>auroraview://app</c>: HTML text given by the host at <c>/</c>, files of one folder below it.</summary>
/// <remarks>HTML text is served, not pushed, so that reloading it, also after a crash, and going back to it just work.</remarks>
internal sealed class AppScheme
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "auroraview";

    /// <summary>Its origin.</summary>
    public const string Origin = "auroraview://app";

    /// <summary>The address of its root.</summary>
    public const string Root = "auroraview://app/";

    private AssetFolder? _folder;
    private byte[]? _html;

    /// <param name="assetRoot">The folder served at first, or <see langword="null"/>.</param>
    public AppScheme(string? assetRoot) => _folder = assetRoot is null ? null : new AssetFolder(assetRoot);

    /// <summary>Serves a text at the origin's root.</summary>
    /// <returns>The URL to load.</returns>
    public string ServeHtml(string html)
    {
        _html = Encoding.UTF8.GetBytes(html);
        return Root;
    }

    /// <summary>Serves a file's folder.</summary>
    /// <returns>The URL of the file.</returns>
    public string ServeFile(string path)
    {
        _html = null;
        _folder = new AssetFolder(Path.GetDirectoryName(path) ?? path);
        return Root + Uri.EscapeDataString(Path.GetFileName(path));
    }

    /// <summary>Answers a request of the engine.</summary>
    public void Answer(ICoreWebView2Environment environment, nint args) => WebView2View.With<ICoreWebView2WebResourceRequestedEventArgs>(args, requested =>
    {
        HResult.Check(requested.get_Request(out var pointer), "tell a request");
        var request = ComObjects.Take<ICoreWebView2WebResourceRequest>(pointer);
        string uri;
        try
        {
            HResult.Check(request.get_Uri(out var text), "tell a request's address");
            uri = NativeText.Take(text);
        }
        finally
        {
            ComObjects.Release(request);
        }

        var (status, type, body) = Find(uri);
        var reason = status == 200 ? "OK" : "Not Found";
        var headers = $"Content-Type: {type}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-cache";
        var stream = MemoryStreams.Create(body);
        try
        {
            HResult.Check(environment.CreateWebResourceResponse(stream, status, reason, headers, out var response), "make a response");
            _ = requested.put_Response(response);
            Marshal.Release(response);
        }
        finally
        {
            Marshal.Release(stream);
        }
    });

    private (int Status, string Type, byte[] Body) Find(string uri)
    {
        var path = PathOf(uri);
        if (path == "/" && _html is { } html)
            return (200, "text/html; charset=utf-8", html);
        var problem = "no folder is served; set an asset root or load a file";
        var name = path == "/" ? "index.html" : path;
        if (_folder?.Read(name, out problem) is { } bytes)
            return (200, MediaTypes.Of(name), bytes);
        return (404, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"AuroraView cannot serve {uri}: {problem}."));
    }

    // Exactly one host belongs to the scheme. Query and fragment are cut off before decoding, so that a name may hold %3f.
    private static string PathOf(string uri)
    {
        if (!uri.StartsWith(Root, StringComparison.OrdinalIgnoreCase))
            return uri.Equals(Root[..^1], StringComparison.OrdinalIgnoreCase) ? "/" : "\0";
        var path = uri[(Root.Length - 1)..];
        var end = path.AsSpan().IndexOfAny('?', '#');
        return Uri.UnescapeDataString(end >= 0 ? path[..end] : path);
    }
}
