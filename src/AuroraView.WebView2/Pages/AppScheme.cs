using System.Runtime.InteropServices;
using System.Text;
using AuroraView.WebView2.Interop;

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

    private readonly HashSet<AssetRequest> _open = [];
    private readonly Action<Action> _elsewhere;
    private readonly Action<AssetRequest> _isRead;
    private AssetFolder? _folder;
    private byte[]? _html;

    /// <param name="assetRoot">The folder served at first, or <see langword="null"/>.</param>
    /// <param name="elsewhere">Runs work that may be slow, on another thread.</param>
    /// <param name="isRead">Called on any thread when a request can be answered: it calls <see cref="AnswerRead"/> on the WebView thread.</param>
    public AppScheme(string? assetRoot, Action<Action> elsewhere, Action<AssetRequest> isRead)
    {
        _folder = assetRoot is null ? null : new AssetFolder(assetRoot);
        _elsewhere = elsewhere;
        _isRead = isRead;
    }

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

    /// <summary>Answers a request of the engine, a file's when it is read.</summary>
    public void Answer(ICoreWebView2Environment environment, nint args)
    {
        var requested = ComObjects.Borrow<ICoreWebView2WebResourceRequestedEventArgs>(args);
        var isKept = false;
        try
        {
            var (uri, range) = Ask(requested);
            var path = PathOf(uri);
            if (path == "/" && _html is { } html)
            {
                using var text = AssetAnswer.Of(html, "text/html; charset=utf-8");
                Respond(environment, requested, text);
            }
            else if (_folder is { } folder)
            {
                var request = new AssetRequest(requested);
                isKept = true;
                _open.Add(request);
                request.Begin(_elsewhere, () => folder.Answer(path == "/" ? "index.html" : path, uri, range), _isRead);
            }
            else
            {
                using var refusal = AssetAnswer.Refusal(404, uri, "no folder is served; set an asset root or load a file");
                Respond(environment, requested, refusal);
            }
        }
        finally
        {
            if (!isKept)
                ComObjects.Release(requested);
        }
    }

    /// <summary>Answers a request whose file is read, if its engine is still there. On the WebView thread.</summary>
    public void AnswerRead(AssetRequest request, ICoreWebView2Environment? environment)
    {
        if (_open.Remove(request))
            request.Answer(environment!);
    }

    /// <summary>Lets go of all requests: their engine is going. On the WebView thread.</summary>
    public void AbandonAll()
    {
        foreach (var request in _open)
            request.Abandon();
        _open.Clear();
    }

    /// <summary>Gives the engine an answer.</summary>
    public static void Respond(ICoreWebView2Environment environment, ICoreWebView2WebResourceRequestedEventArgs requested, AssetAnswer answer)
    {
        HResult.Check(environment.CreateWebResourceResponse(answer.Stream, answer.Status, answer.Reason, answer.Headers, out var response), "make a response");
        _ = requested.put_Response(response);
        Marshal.Release(response);
    }

    private static (string Uri, string? Range) Ask(ICoreWebView2WebResourceRequestedEventArgs requested)
    {
        HResult.Check(requested.get_Request(out var pointer), "tell a request");
        var request = ComObjects.Take<ICoreWebView2WebResourceRequest>(pointer);
        try
        {
            HResult.Check(request.get_Uri(out var uri), "tell a request's address");
            return (NativeText.Take(uri), RangeOf(request));
        }
        finally
        {
            ComObjects.Release(request);
        }
    }

    private static string? RangeOf(ICoreWebView2WebResourceRequest request)
    {
        if (HResult.Failed(request.get_Headers(out var pointer)))
            return null;
        var headers = ComObjects.Take<ICoreWebView2HttpRequestHeaders>(pointer);
        try
        {
            if (HResult.Failed(headers.Contains("Range", out var has)) || has == 0 || HResult.Failed(headers.GetHeader("Range", out var value)))
                return null;
            return NativeText.Take(value);
        }
        finally
        {
            ComObjects.Release(headers);
        }
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
