using System.Text.Json;
using AuroraView.Threading;

namespace AuroraView;

/// <summary>A front of a view that also reaches the host's main thread. Callable from any thread. RFC 0002, "DCC-Aware Proxy".</summary>
public sealed class WebViewProxy : IPageHandlers
{
    private readonly WebView _view;

    internal WebViewProxy(WebView view) => _view = view;

    /// <inheritdoc/>
    public JsonSerializerOptions JsonOptions => _view.JsonOptions;

    /// <inheritdoc cref="WebView.EvalJs(string)"/>
    public void EvalJs(string script) => _view.EvalJs(script);

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

    /// <inheritdoc/>
    public void AddHandler(PageHandler handler) => _view.AddHandler(handler);

    /// <inheritdoc/>
    public bool Off(string name) => _view.Off(name);

    /// <summary>Registers a handler that runs on the host's main thread, whatever the view's mode. RFC 0002, <c>on_dcc_main_thread</c>.</summary>
    /// <param name="name">The name that the page calls or sends.</param>
    /// <param name="handler">Runs on the main thread.</param>
    /// <exception cref="MainThreadUnavailableException">No main thread is known.</exception>
    public void OnDccMainThread<T>(string name, Action<T> handler)
    {
        _ = DccThreadSafe.Find(_view.Dispatcher);
        this.On(name, handler, HandlerThread.Main);
    }

    /// <inheritdoc cref="OnDccMainThread{T}(string, Action{T})"/>
    public void OnDccMainThread<T, TResult>(string name, Func<T, TResult> handler)
    {
        _ = DccThreadSafe.Find(_view.Dispatcher);
        this.On(name, handler, HandlerThread.Main);
    }

    /// <inheritdoc cref="OnDccMainThread{T}(string, Action{T})"/>
    public void OnDccMainThread(string name, Action handler)
    {
        _ = DccThreadSafe.Find(_view.Dispatcher);
        this.On(name, handler, HandlerThread.Main);
    }

    /// <summary>Runs a function on the host's main thread and waits for it. RFC 0002, <c>call_on_dcc_main_thread</c>.</summary>
    /// <param name="function">Runs on the main thread; at once if that is the calling thread.</param>
    /// <param name="timeout">How long to wait; <see langword="null"/> for <see cref="ThreadSafetyOptions.MainThreadTimeout"/>.</param>
    /// <exception cref="ShutdownInProgressException">The view is closing, or was closed before the function had ended.</exception>
    /// <inheritdoc cref="MainThreadDispatcher.Invoke(Action, TimeSpan?, CancellationToken)" path="/exception"/>
    public TResult CallOnDccMainThread<TResult>(Func<TResult> function, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return CallOnDccMainThread(static run => run(), function, timeout);
    }

    /// <inheritdoc cref="CallOnDccMainThread{TResult}(Func{TResult}, TimeSpan?)"/>
    internal TResult CallOnDccMainThread<TState, TResult>(Func<TState, TResult> function, TState state, TimeSpan? timeout)
    {
        var core = _view.Core;
        using var operation = core.Operations.Begin();
        try
        {
            return DccThreadSafe.Find(_view.Dispatcher).Invoke(function, state, timeout, core.Ending.GivenUp);
        }
        catch (OperationCanceledException cancelled) when (cancelled.CancellationToken == core.Ending.GivenUp)
        {
            throw core.Refusal();
        }
    }

    /// <inheritdoc cref="CallOnDccMainThread{TResult}(Func{TResult}, TimeSpan?)"/>
    public void CallOnDccMainThread(Action action, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        CallOnDccMainThread(
            () =>
            {
                action();
                return true;
            },
            timeout);
    }
}
