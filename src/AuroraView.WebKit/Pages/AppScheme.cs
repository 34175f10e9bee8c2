using System.Runtime.InteropServices;
using System.Text;
using AuroraView.Engine.Pages;
using AuroraView.WebKit.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Pages;

/// <summary>
/// The origin <c>auroraview://app</c>: HTML text given by the host at <c>/</c>, files of one folder below it.
/// </summary>
/// <remarks>HTML text is served, not pushed, so that reloading it, also after a crash, and going back to it just work.</remarks>
internal sealed unsafe class AppScheme
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "auroraview";

    /// <summary>What every URL of the own scheme begins with.</summary>
    public const string Root = "auroraview://app/";
    private AssetFolder? _folder;
    private byte[]? _html;
    private readonly PushedPaths _pushed = new();

    /// <param name="assetRoot">The folder served at first, or <see langword="null"/>.</param>
    public AppScheme(string? assetRoot) => _folder = assetRoot is null ? null : new AssetFolder(assetRoot);

    /// <summary>Registers the scheme with a context. Each request is answered by the view that asks.</summary>
    public static void Register(nint context)
    {
        nint security = Native.WebKit.GetSecurity(context);
        Native.WebKit.MarkSecure(security, Name);
        Native.WebKit.MarkCorsEnabled(security, Name);
        Native.WebKit.RegisterScheme(context, Name, &OnRequest, 0, 0);
    }

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
        _folder = new AssetFolder(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : "/");
        return Root + Uri.EscapeDataString(Path.GetFileName(path));
    }

    /// <summary>A document of this URL is shown.</summary>
    public void OnDocument(string url) => _pushed.OnDocument(PathOf(url));

    /// <summary>The document shown gave itself another URL: under that it is served as well, so that reloading it finds it.</summary>
    public void OnMoved(string url) => _pushed.OnMoved(PathOf(url));

    private void Answer(nint request)
    {
        string uri = GObjects.Text(Native.WebKit.GetRequestUri(request));
        string path = PathOf(uri);
        if (TryAnswer(request, path, out string problem) || (_pushed.DocumentOf(path) is { } document && TryAnswer(request, document, out problem)))
            return;
        AnswerBytes(request, Encoding.UTF8.GetBytes($"AuroraView cannot serve {uri}: {problem}."), 404, "text/plain; charset=utf-8");
    }

    private bool TryAnswer(nint request, string path, out string problem)
    {
        problem = "";
        if (path == "/" && _html is { } html)
        {
            AnswerBytes(request, html, 200, "text/html; charset=utf-8");
            return true;
        }
        if (_folder is null)
            problem = "no folder is served; set an asset root or load a file";
        else
        {
            string name = path == "/" ? "index.html" : path;
            int descriptor = _folder.Open(name, out long length, out problem);
            if (descriptor >= 0)
            {
                AnswerStream(request, GLib.NewDescriptorStream(descriptor, 1), length, 200, MediaTypes.Of(name));
                return true;
            }
        }
        return false;
    }

    // Exactly one host belongs to the scheme. Query and fragment are cut off before decoding, so that a name may hold %3f.
    private static string PathOf(string uri)
    {
        if (!uri.StartsWith(Root, StringComparison.OrdinalIgnoreCase))
            return uri.Equals(Root[..^1], StringComparison.OrdinalIgnoreCase) ? "/" : "\0";
        string path = uri[(Root.Length - 1)..];
        int end = path.AsSpan().IndexOfAny('?', '#');
        return Uri.UnescapeDataString(end >= 0 ? path[..end] : path);
    }

    private static void AnswerBytes(nint request, byte[] bytes, uint status, string type)
    {
        nint held;
        fixed (byte* start = bytes)
            held = GLib.NewBytes(start, (nuint)bytes.Length);
        nint stream = GLib.NewMemoryStream(held);
        GLib.UnrefBytes(held);
        AnswerStream(request, stream, bytes.Length, status, type);
    }

    private static void AnswerStream(nint request, nint stream, long length, uint status, string type)
    {
        if (WebKitLibraries.HasSchemeResponse)
        {
            nint response = Native.WebKit.NewResponse(stream, length);
            Native.WebKit.SetStatus(response, status, null);
            Native.WebKit.SetContentType(response, type);
            Native.WebKit.SetHeaders(response, Headers(type));
            Native.WebKit.FinishRequestWith(request, response);
            GLib.Unref(response);
        }
        else if (status == 200)
        {
            Native.WebKit.FinishRequest(request, stream, length, type);
        }
        else
        {
            GLib.Error* error = GLib.NewError(GLib.Quark("auroraview"), (int)status, "not found");
            Native.WebKit.FinishRequestError(request, error);
            GLib.FreeError(error);
        }
        GLib.Unref(stream);
    }

    // Scripts that fetch look at the headers, not at what the engine was told.
    private static nint Headers(string type)
    {
        const int response = 1;
        nint headers = Native.WebKit.NewHeaders(response);
        Native.WebKit.AppendHeader(headers, "Content-Type", type);
        Native.WebKit.AppendHeader(headers, "X-Content-Type-Options", "nosniff");
        Native.WebKit.AppendHeader(headers, "Cache-Control", "no-cache");
        return headers;
    }

    [UnmanagedCallersOnly]
    private static void OnRequest(nint request, nint data)
    {
        if (EngineContext.OwnerOf(Native.WebKit.GetRequestView(request)) is { } owner)
            owner.Scheme.Answer(request);
        else
            AnswerBytes(request, "The view that asks is closed."u8.ToArray(), 404, "text/plain; charset=utf-8");
    }
}
