using AuroraView.Threading;

namespace AuroraView;

/// <summary>The RFC's thread-safe methods of a view, callable from any thread, before the view is shown and after. RFC 0002, <c>DCCThreadSafeWrapper</c>.</summary>
/// <remarks>Every member throws <see cref="ShutdownInProgressException"/> once the view is closing, but for <see cref="Close"/>.</remarks>
public sealed class ThreadSafeWebView
{
    private readonly WebView _view;

    internal ThreadSafeWebView(WebView view) => _view = view;

    /// <inheritdoc cref="WebView.EvalJs(string)"/>
    public void EvalJs(string script) => _view.EvalJs(script);

    /// <inheritdoc cref="WebView.EvalJsSync{T}(string, TimeSpan?, CancellationToken)"/>
    public T? EvalJsSync<T>(string script, TimeSpan? timeout = null, CancellationToken cancellation = default) => _view.EvalJsSync<T>(script, timeout, cancellation);

    /// <inheritdoc cref="WebView.EvalJsAsync{T}(string, CancellationToken)"/>
    public Task<T?> EvalJsAsync<T>(string script, CancellationToken cancellation = default) => _view.EvalJsAsync<T>(script, cancellation);

    /// <inheritdoc cref="WebView.Emit(string)"/>
    public void Emit(string name) => _view.Emit(name);

    /// <inheritdoc cref="WebView.Emit{T}(string, T)"/>
    public void Emit<T>(string name, T detail) => _view.Emit(name, detail);

    /// <inheritdoc cref="WebView.LoadUrl(string)"/>
    public void LoadUrl(string url) => _view.LoadUrl(url);

    /// <inheritdoc cref="WebView.LoadHtml(string)"/>
    public void LoadHtml(string html) => _view.LoadHtml(html);

    /// <inheritdoc cref="WebView.Reload(bool)"/>
    public void Reload() => _view.Reload();

    /// <inheritdoc cref="WebView.Close(TimeSpan?, bool)"/>
    public void Close() => _view.Close();
}
