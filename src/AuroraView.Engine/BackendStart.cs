namespace AuroraView.Engine;

/// <summary>What a backend needs to create a view. Immutable; made by AuroraView from <c>WebViewOptions</c>.</summary>
public sealed record BackendStart
{
    /// <summary>The window's title until the page or the host sets another.</summary>
    public string Title { get; init; } = "AuroraView";

    /// <summary>Inner width in CSS pixels.</summary>
    public int Width { get; init; } = 800;

    /// <summary>Inner height in CSS pixels.</summary>
    public int Height { get; init; } = 600;

    /// <summary>Left edge in pixels of the screen or of the parent, or <see langword="null"/> for the window manager's choice.</summary>
    public int? X { get; init; }

    /// <summary>Top edge, like <see cref="X"/>.</summary>
    public int? Y { get; init; }

    /// <summary>The host's window to live in (an X11 window id, an HWND), or 0 for an own top-level window.</summary>
    public nint Parent { get; init; }

    /// <summary>Whether the window is shown as soon as it exists.</summary>
    public bool Visible { get; init; } = true;

    /// <summary>Whether the user may resize an own top-level window.</summary>
    public bool Resizable { get; init; } = true;

    /// <summary>Whether an own top-level window has a frame and a title bar.</summary>
    public bool Frame { get; init; } = true;

    /// <summary>Whether an own top-level window stays above others.</summary>
    public bool AlwaysOnTop { get; init; }

    /// <summary>Whether what the page does not paint shows what is behind the window.</summary>
    public bool Transparent { get; init; }

    /// <summary>The colour behind the page as <c>0xAARRGGBB</c>, or <see langword="null"/> for the engine's own.</summary>
    public uint? Background { get; init; }

    /// <summary>Whether developer tools may be opened.</summary>
    public bool DevTools { get; init; }

    /// <summary>Whether the page may open windows and follow downloads. Off: such requests are refused.</summary>
    public bool AllowNewWindows { get; init; }

    /// <summary>Whether <c>file:</c> pages may be loaded and may read other files.</summary>
    public bool AllowFileAccess { get; init; }

    /// <summary>Where cookies and storage live, or <see langword="null"/> for none that outlives the view.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The name of the views whose pages share one process with this one's, or <see langword="null"/> for a separate process. Not for WebView2.</summary>
    public string? Group { get; init; }

    /// <summary>Whether no other view lives in the process that owns this one. Not for WebView2.</summary>
    public bool Isolated { get; init; }

    /// <summary>A user agent instead of the engine's own.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The folder that <c>auroraview://app/</c> serves until a page is loaded from a file of another one, or <see langword="null"/>.</summary>
    public string? AssetRoot { get; init; }

    /// <summary>Whether pages are drawn with the graphics card. WebView2 decides by itself.</summary>
    public Acceleration Acceleration { get; init; }

    /// <summary>The largest message from the page in bytes; longer ones are refused by the bridge with an error to the page.</summary>
    public int MaxMessageBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>What each message of the page's script begins with, in ASCII. Others need not be handed on. Empty if any message is wanted.</summary>
    public string MessageToken { get; init; } = "";

    /// <summary>Runs at the start of every document of the top frame, before any script of the page.</summary>
    public required string DocumentScript { get; init; }

    /// <summary>
    /// The expression that <see cref="IWebViewBackend.Deliver"/> calls with the batch, such as
    /// <c>__auroraview_deliver</c>.
    /// </summary>
    public required string DeliverFunction { get; init; }

    /// <summary>The name of the script message handler through which the page posts strings.</summary>
    public string MessageHandler { get; init; } = "auroraview";

    /// <summary>How long the engine may be silent before it counts as hung; see the panel host's ping.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
