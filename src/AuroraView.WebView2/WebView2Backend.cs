using AuroraView.Engine;
using AuroraView.WebView2.Interop;
using AuroraView.WebView2.View;

namespace AuroraView.WebView2;

/// <summary>The Windows engine: one WebView2 on its own single-threaded apartment. RFC 0002, "WebView2 Requirements".</summary>
/// <remarks>Members may be called from any thread; every event comes on the WebView thread.</remarks>
public sealed class WebView2Backend : IWebViewBackend
{
    private readonly WebView2Options _options;
    private WebView2View? _view;

    /// <summary>Makes a backend; nothing is started.</summary>
    /// <param name="options">What is the same for all views, or <see langword="null"/> for the defaults.</param>
    public WebView2Backend(WebView2Options? options = null) => _options = options ?? new WebView2Options();

    /// <summary>Makes WebView2 the engine of every view that is made from now on.</summary>
    /// <param name="options">What is the same for all views.</param>
    public static void Register(WebView2Options? options = null) => WebViewBackends.Register(() => new WebView2Backend(options));

    /// <summary>The version of the runtime that views would use, or <see langword="null"/> if none is installed.</summary>
    /// <param name="options">Where to look.</param>
    public static string? FindRuntime(WebView2Options? options = null)
    {
        var result = Loader.GetAvailableCoreWebView2BrowserVersionString(options?.BrowserFolder, out var version);
        if (HResult.Failed(result) || version == 0)
            return null;
        return NativeText.Take(version);
    }

    /// <inheritdoc/>
    public void Start(BackendStart start, IWebViewBackendEvents events)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(events);
        var view = new WebView2View(start, events, _options);
        if (Interlocked.CompareExchange(ref _view, view, null) is not null)
            throw new InvalidOperationException("A backend is started once.");
        view.Begin();
    }

    /// <inheritdoc/>
    public void Load(long loadId, PageSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Post(view => view.Load(loadId, source));
    }

    /// <inheritdoc/>
    public void Navigate(NavigationCommand command) => Post(view => view.Navigate(command));

    /// <inheritdoc/>
    public void Evaluate(long callId, string script, string? sourceName)
    {
        ArgumentNullException.ThrowIfNull(script);
        var text = System.Text.Encoding.UTF8.GetBytes(script);
        Post(view => view.Scripts!.Evaluate(callId, text, sourceName));
    }

    /// <inheritdoc/>
    public void Deliver(long callId, ReadOnlySpan<byte> arguments)
    {
        var text = arguments.ToArray();
        Post(view => view.Scripts!.Deliver(callId, text));
    }

    /// <inheritdoc/>
    public void SetWindow(WindowCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        Post(view => view.SetWindow(command));
    }

    /// <inheritdoc/>
    public void CaptureScreenshot(long callId) => Post(view => view.Capture(callId));

    /// <inheritdoc/>
    public void Close() => _view?.Close();

    /// <inheritdoc/>
    public void Terminate() => _view?.Terminate();

    /// <inheritdoc/>
    public void TerminatePage() => _view?.TerminatePage();

    private void Post(Action<WebView2View> work)
    {
        if (_view is { } view)
            view.Thread.Post(() => work(view));
    }
}
