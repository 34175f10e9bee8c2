using System.Diagnostics;
using System.Text.Json;
using AuroraView.Threading;
using AuroraView.Views;

namespace AuroraView;

/// <summary>
/// A tool panel: HTML and JavaScript in a real web view that lives next to, or inside, a DCC application without ever freezing, corrupting or
/// killing it. RFC 0002.
/// </summary>
/// <remarks>
/// <para>Every member may be called from any thread, unless it says otherwise. Everything counts in the order in which it was asked for, also before the
/// view is ready: options, handlers, events, loads, evaluations.</para>
/// <para>Handlers and events run on the host's main thread in <see cref="WebViewOptions.DccMode"/>, else on a thread of the view's own, one at a time;
/// never on the thread that owns the web view.</para>
/// <para>The engine starts with <see cref="Show"/>, or with the first call that needs a page.</para>
/// </remarks>
[DebuggerDisplay("{Name,nq}: {State}")]
public sealed partial class WebView : IPageHandlers, IDisposable, IAsyncDisposable
{
    /// <summary>The event that tells the page whether the host's main thread is busy: <c>{busy: true}</c>, then <c>{busy: false}</c>.</summary>
    public const string HostBusyEvent = "auroraview:host_busy";

    private readonly ViewCore _core;
    private readonly ThreadSafeWebView _safe;
    private readonly WebViewProxy _proxy;

    /// <summary>Makes a view. Nothing is started yet.</summary>
    /// <param name="options">How it is made; <see langword="null"/> for an empty panel with the defaults.</param>
    /// <exception cref="MainThreadUnavailableException">DCC mode is asked for, and no main thread is known.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="FileNotFoundException"><see cref="WebViewOptions.File"/> does not exist.</exception>
    public WebView(WebViewOptions? options = null)
    {
        _core = new ViewCore(this, options ?? new WebViewOptions());
        _safe = new ThreadSafeWebView(this);
        _proxy = new WebViewProxy(this);
    }

    /// <summary>How far the view's life has got.</summary>
    public ViewState State => _core.State;

    /// <summary>Timeouts and limits.</summary>
    public ThreadSafetyOptions Safety => _core.Safety;

    /// <inheritdoc/>
    public JsonSerializerOptions JsonOptions => _core.Json;

    /// <summary>The dispatcher of the host's main thread, if one is known.</summary>
    public MainThreadDispatcher? Dispatcher => _core.Dispatcher;

    internal string Name => _core.Name;

    internal ViewCore Core => _core;

    /// <summary>A front with the RFC's thread-safe methods. Works before the view is shown and after. RFC 0002, <c>thread_safe()</c>.</summary>
    public ThreadSafeWebView ThreadSafe() => _safe;

    /// <summary>A front that also reaches the host's main thread. RFC 0002, <c>get_proxy()</c>.</summary>
    public WebViewProxy GetProxy() => _proxy;

    /// <inheritdoc/>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void AddHandler(PageHandler handler) => _core.AddHandler(handler);

    /// <inheritdoc/>
    public bool Off(string name) => _core.RemoveHandler(name);
}
