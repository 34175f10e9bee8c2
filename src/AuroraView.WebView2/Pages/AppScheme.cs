using System.Runtime.InteropServices;
using AuroraView.Engine.Pages;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.Pages;

/// <summary>The origin <c>auroraview://app</c>, as the engine asks for it.</summary>
internal sealed class AppScheme
{
    private readonly HashSet<AssetRequest> _open = [];
    private readonly Action<Action> _elsewhere;
    private readonly Action<AssetRequest> _isRead;
    private readonly AppPages _pages;

    /// <param name="pages">What is served.</param>
    /// <param name="elsewhere">Runs work that may be slow, on another thread.</param>
    /// <param name="isRead">Called on any thread when a request can be answered: it calls <see cref="AnswerRead"/> on the WebView thread.</param>
    public AppScheme(AppPages pages, Action<Action> elsewhere, Action<AssetRequest> isRead)
    {
        _pages = pages;
        _elsewhere = elsewhere;
        _isRead = isRead;
    }

    /// <summary>Answers a request of the engine, a file's when it is read.</summary>
    public void Answer(ICoreWebView2Environment environment, nint args)
    {
        var requested = ComObjects.Borrow<ICoreWebView2WebResourceRequestedEventArgs>(args);
        var isKept = false;
        try
        {
            var (uri, range) = Ask(requested);
            var path = AppPages.PathOf(uri);
            if (_pages.HtmlAt(path) is { } html)
            {
                using var text = AssetAnswer.Of(html, AppPages.HtmlType);
                Respond(environment, requested, text);
            }
            else if (_pages.Folder is { } folder)
            {
                var request = new AssetRequest(requested);
                isKept = true;
                _open.Add(request);
                request.Begin(_elsewhere, () => new AssetFolder(folder).Answer(AppPages.FileAt(path), uri, range), _isRead);
            }
            else
            {
                using var refusal = AssetAnswer.Refusal(404, uri, AppPages.NoFolder);
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
}
