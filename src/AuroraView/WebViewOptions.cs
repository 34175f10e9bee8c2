using System.Text.Json;
using AuroraView.Engine;
using AuroraView.Threading;

namespace AuroraView;

/// <summary>How a panel is made. Immutable; all of it counts, also when the view becomes ready later. RFC 0002, "Constructor Options".</summary>
public sealed record WebViewOptions
{
    /// <summary>The window's title until the page or the host sets another.</summary>
    public string Title { get; init => field = NotNull(value, nameof(Title)); } = "AuroraView";

    /// <summary>Inner width in CSS pixels. Default 800.</summary>
    public int Width { get; init => field = Size(value, nameof(Width)); } = 800;

    /// <summary>Inner height in CSS pixels. Default 600.</summary>
    public int Height { get; init => field = Size(value, nameof(Height)); } = 600;

    /// <summary>Left edge in pixels of the screen or the parent; <see langword="null"/> leaves it to the window manager.</summary>
    public int? X { get; init => field = Place(value, nameof(X)); }

    /// <summary>Top edge, like <see cref="X"/>.</summary>
    public int? Y { get; init => field = Place(value, nameof(Y)); }

    /// <summary>An absolute URL to show first. At most one of <see cref="Url"/>, <see cref="Html"/> and <see cref="File"/> is set.</summary>
    public string? Url { get; init; }

    /// <summary>HTML text to show first, at the origin <c>auroraview://app</c>.</summary>
    public string? Html { get; init; }

    /// <summary>A local HTML file to show first; its folder is served as <c>auroraview://app/</c>.</summary>
    public string? File { get; init; }

    /// <summary>The host's window to live in: an X11 window id or an HWND. 0 for an own top-level window.</summary>
    public nint Parent { get; init; }

    /// <summary>Whether every handler and window event runs on the host's main thread. RFC 0002, <c>dcc_mode</c>.</summary>
    public bool DccMode { get; init; }

    /// <summary>The way to the main thread; <see langword="null"/> for <see cref="MainThreadDispatcher.Default"/>.</summary>
    public MainThreadDispatcher? Dispatcher { get; init; }

    /// <summary>Whether developer tools may be opened and errors sent to the page carry the host's stack.</summary>
    public bool Debug { get; init; }

    /// <summary>Whether the window is shown as soon as it exists. Default yes; else it waits for <c>Show</c>.</summary>
    public bool Visible { get; init; } = true;

    /// <summary>Whether the user may resize an own top-level window. Default yes.</summary>
    public bool Resizable { get; init; } = true;

    /// <summary>Whether an own top-level window has a frame. Default yes.</summary>
    public bool Frame { get; init; } = true;

    /// <summary>Whether an own top-level window stays above others.</summary>
    public bool AlwaysOnTop { get; init; }

    /// <summary>Whether what the page does not paint shows what is behind the window.</summary>
    public bool Transparent { get; init; }

    /// <summary>The colour behind the page as <c>0xAARRGGBB</c>; <see langword="null"/> for the engine's own.</summary>
    public uint? Background { get; init; }

    /// <summary>
    /// Origins, besides the host's own pages, whose pages may use the bridge: <c>https://tools.example</c>, <c>https://*.studio.example</c>. What the host itself loads
    /// by URL is allowed without being listed.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init => field = [.. NotNull(value, nameof(AllowedOrigins))]; } = [];

    /// <summary>Whether the page may open windows and start downloads.</summary>
    public bool AllowNewWindows { get; init; }

    /// <summary>Whether <c>file:</c> pages may be loaded.</summary>
    public bool AllowFileAccess { get; init; }

    /// <summary>Where cookies and storage live; <see langword="null"/> keeps them in memory.</summary>
    /// <remarks>
    /// The folder is made if it is missing. Panels of this process may share one, and then share what they store. Another process cannot use it at the same
    /// time: its panel closes with <c>StartFailed</c> and the error <c>DataFolder</c>. See docs/linux.md and docs/windows.md.
    /// </remarks>
    public string? DataFolder { get; init; }

    /// <summary>
    /// The name of a group of panels whose pages run in one process: a further one costs next to nothing. <see langword="null"/>, the default, gives the page a separate process.
    /// </summary>
    /// <remarks>
    /// A page that hangs holds up the other pages of its group, never the host; its process is then ended, and all of them are loaded again. Panels of a group that cannot share a panel
    /// host (another data folder, acceleration or <see cref="Debug"/>) do not share a process either. Linux only; on Windows the engine decides by itself. See docs/linux.md.
    /// </remarks>
    public string? Group
    {
        get;
        init => field = value is not "" ? value : throw new ArgumentException("A group has a name.", nameof(Group));
    }

    /// <summary>Whether the panel has a panel host to itself, so that it shares no process with any other panel. Linux only.</summary>
    public bool Isolated { get; init; }

    /// <summary>A user agent instead of the engine's own.</summary>
    public string? UserAgent { get; init; }

    /// <summary>
    /// The folder that <c>auroraview://app/</c> serves; <see langword="null"/> for the folder of <see cref="File"/>. A <see cref="File"/> must lie in it.
    /// </summary>
    public string? AssetRoot { get; init; }

    /// <summary>Whether pages are drawn with the graphics card. Default <see cref="Acceleration.Auto"/>. On Windows the engine decides by itself.</summary>
    public Acceleration Acceleration
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Acceleration), value, "It is Auto, Always or Never.");
    }

    /// <summary>How values cross the bridge: give the options of a <c>JsonSerializerContext</c> in trimmed and ahead-of-time compiled applications.</summary>
    public JsonSerializerOptions? Json { get; init; }

    /// <summary>The largest message from the page, result of a handler and detail of an event, in bytes. Default 64 MiB; from 64 KiB to 124 MiB.</summary>
    public int MaxMessageBytes
    {
        get;
        init => field = Size(value, nameof(MaxMessageBytes), Bridge.BridgeLimits.MostMessageBytes, Bridge.BridgeLimits.LeastMessageBytes);
    } = 64 * 1024 * 1024;

    /// <summary>How deep the JSON of a message from the page may be nested. Default 64.</summary>
    public int MaxMessageDepth { get; init => field = Size(value, nameof(MaxMessageDepth), 512); } = 64;

    /// <summary>How many calls and events of the page may wait for their handlers. Default 10,000. More are refused with <see cref="BridgeErrorCode.TooLarge"/>.</summary>
    public int MaxPendingCalls { get; init => field = Size(value, nameof(MaxPendingCalls), int.MaxValue); } = 10_000;

    /// <summary>How many bytes these may have together. Default 32 MiB. One message that is larger is accepted when nothing else is pending.</summary>
    public int MaxPendingBytes { get; init => field = Size(value, nameof(MaxPendingBytes), int.MaxValue); } = 32 * 1024 * 1024;

    /// <summary>How long the page may be silent while something waits for it before it counts as hung. Default 10 s.</summary>
    /// <remarks>From 1 ms to 24 days, or <see cref="WaitTime.Infinite"/> for a page that never counts as hung.</remarks>
    public TimeSpan PingTimeout { get; init => field = Ping(value); } = TimeSpan.FromSeconds(10);

    /// <summary>Timeouts and limits; <see langword="null"/> for the dispatcher's, or the defaults.</summary>
    public ThreadSafetyOptions? Safety { get; init; }

    /// <summary>The clock of every timeout; <see langword="null"/> for the system's.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Makes the engine's side of the view; <see langword="null"/> for the platform's.</summary>
    public Func<IWebViewBackend>? Backend { get; init; }

    /// <summary>Provides the thread of the view's handlers; see <see cref="Threading.Dispatch.SerialThread"/>. <see langword="null"/> for one of the runtime's.</summary>
    internal Action<Threading.Dispatch.SerialThread>? StartHandlerThread { get; init; }

    /// <summary>Provides the thread of the view's end; called once, with what it runs. <see langword="null"/> for one of the runtime's.</summary>
    internal Action<Action>? StartCloseThread { get; init; }

    internal PageSource? FirstPage
    {
        get
        {
            var given = (Url is null ? 0 : 1) + (Html is null ? 0 : 1) + (File is null ? 0 : 1);
            if (given > 1)
                throw new ArgumentException("Set at most one of Url, Html and File.");
            if (Isolated && Group is not null)
                throw new ArgumentException("A panel is isolated or in a group, not both.");
            if (File is not null && AssetRoot is not null)
                return PageSources.FileBelow(File, AssetRoot);
            return Url is not null ? PageSources.Url(Url) : Html is not null ? PageSources.Html(Html) : File is not null ? PageSources.File(File) : null;
        }
    }

    private static int Size(int value, string name, int most = 32_767, int least = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
        return value;
    }

    // The engine knows no time without an end, so the longest stands for it.
    private static TimeSpan Ping(TimeSpan value)
    {
        var longest = TimeSpan.FromMilliseconds(int.MaxValue);
        if (WaitTime.Check(value, nameof(PingTimeout)) == WaitTime.Infinite)
            return longest;
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMilliseconds(1), nameof(PingTimeout));
        return value;
    }

    internal static int? Place(int? value, string name) => value is < -32_767 or > 32_767
        ? throw new ArgumentOutOfRangeException(name, value, "A place lies between -32767 and 32767 pixels.")
        : value;

    private static T NotNull<T>(T value, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }
}
