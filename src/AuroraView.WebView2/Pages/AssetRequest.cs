using AuroraView.Threading.Guards;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.Pages;

/// <summary>
/// A request for a file, which is read elsewhere: files of a studio lie on network shares, and the WebView thread waits for nothing. Answered or abandoned, once, on the
/// WebView thread.
/// </summary>
internal sealed class AssetRequest
{
    private const int Reading = 0;
    private const int Read = 1;
    private const int Over = 2;

    private readonly ICoreWebView2WebResourceRequestedEventArgs _requested;
    private readonly ICoreWebView2Deferral _deferral;
    private int _state;
    private AssetAnswer? _answer;

    /// <summary>Keeps the request open. On the WebView thread.</summary>
    /// <param name="requested">What the engine asked; the request gives it back.</param>
    public AssetRequest(ICoreWebView2WebResourceRequestedEventArgs requested)
    {
        HResult.Check(requested.GetDeferral(out var deferral), "keep a request open");
        _deferral = ComObjects.Take<ICoreWebView2Deferral>(deferral);
        _requested = requested;
    }

    /// <summary>Reads the answer on another thread.</summary>
    /// <param name="elsewhere">Runs work there.</param>
    /// <param name="read">Makes the answer.</param>
    /// <param name="isRead">Called there when the request can be answered; not where it was abandoned.</param>
    public void Begin(Action<Action> elsewhere, Func<AssetAnswer> read, Action<AssetRequest> isRead) => elsewhere(() =>
    {
        try
        {
            _answer = read();
        }
        catch (Exception error)
        {
            // Without an answer the page's load fails, which is better than never to end.
            Log.Error($"a file could not be served: {error}");
        }

        if (Interlocked.CompareExchange(ref _state, Read, Reading) == Reading)
            isRead(this);
        else
            _answer?.Dispose();
    });

    /// <summary>Answers, where it is not over. On the WebView thread.</summary>
    public void Answer(ICoreWebView2Environment environment)
    {
        if (Interlocked.Exchange(ref _state, Over) == Over)
            return;
        try
        {
            if (_answer is not null)
                AppScheme.Respond(environment, _requested, _answer);
        }
        finally
        {
            _answer?.Dispose();
            Release();
        }
    }

    /// <summary>Lets go of it without an answer: its engine is going. On the WebView thread.</summary>
    public void Abandon()
    {
        var state = Interlocked.Exchange(ref _state, Over);
        if (state == Over)
            return;
        if (state == Read)
            _answer?.Dispose();
        Release();
    }

    private void Release()
    {
        // Fails where the engine is gone already.
        _ = _deferral.Complete();
        ComObjects.Release(_deferral);
        ComObjects.Release(_requested);
    }
}
