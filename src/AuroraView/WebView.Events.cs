using AuroraView.Threading.Guards;

namespace AuroraView;

// Events, raised where handlers run (see the class), in order; in DCC mode on the main thread or, when that has gone, not at all.
public sealed partial class WebView
{
    /// <summary>The view exists; its <see cref="Engine"/> and <see cref="Handle"/> are known.</summary>
    public event EventHandler? Ready;

    /// <summary>A page is being loaded.</summary>
    public event EventHandler<PageLoadEventArgs>? Loading;

    /// <summary>A page is loaded.</summary>
    public event EventHandler<PageLoadEventArgs>? Loaded;

    /// <summary>A page could not be loaded. Without a handler of this event, a panel that has nothing else to show says so itself, with a button that tries again.</summary>
    public event EventHandler<PageLoadEventArgs>? LoadFailed;

    /// <summary>The page's title changed; see <see cref="PageTitle"/>.</summary>
    public event EventHandler? TitleChanged;

    /// <summary>The panel has another size.</summary>
    public event EventHandler<PanelResizedEventArgs>? Resized;

    /// <summary>The panel has the keyboard.</summary>
    public event EventHandler? Focused;

    /// <summary>The panel lost the keyboard.</summary>
    public event EventHandler? Blurred;

    /// <summary>
    /// The host's window that the panel lived in is gone. The panel then closes, without asking, unless a handler sets <see cref="ParentLostEventArgs.KeepOpen"/> or
    /// gives it a new place with <see cref="Reparent"/>.
    /// </summary>
    public event EventHandler<ParentLostEventArgs>? ParentLost;

    /// <summary>The panel is about to close; a handler can refuse.</summary>
    public event EventHandler<PanelClosingEventArgs>? Closing;

    /// <summary>The panel is gone. Raised once.</summary>
    public event EventHandler<PanelClosedEventArgs>? Closed;

    /// <summary>The page's process died or hangs. It is loaded again, three times a minute at most; after that, and without a handler of this event, the panel says
    /// so itself.</summary>
    public event EventHandler<PanelCrashedEventArgs>? Crashed;

    /// <summary>Something went wrong that no caller hears of.</summary>
    public event EventHandler<PanelErrorEventArgs>? Error;

    internal bool HasClosingHandlers => Closing is not null;

    internal bool HasLoadFailedHandlers => LoadFailed is not null;

    internal bool HasCrashedHandlers => Crashed is not null;

    internal bool HasParentLostHandlers => ParentLost is not null;

    internal bool HasErrorHandlers => Error is not null;

    internal void RaiseReady() => Ready?.Invoke(this, EventArgs.Empty);

    internal void RaiseLoading(PageLoadEventArgs args) => Loading?.Invoke(this, args);

    internal void RaiseLoaded(PageLoadEventArgs args) => Loaded?.Invoke(this, args);

    internal void RaiseLoadFailed(PageLoadEventArgs args) => LoadFailed?.Invoke(this, args);

    internal void RaiseTitleChanged() => TitleChanged?.Invoke(this, EventArgs.Empty);

    internal void RaiseResized(PanelResizedEventArgs args) => Resized?.Invoke(this, args);

    internal void RaiseFocused() => Focused?.Invoke(this, EventArgs.Empty);

    internal void RaiseBlurred() => Blurred?.Invoke(this, EventArgs.Empty);

    internal void RaiseParentLost(ParentLostEventArgs args) => ParentLost?.Invoke(this, args);

    internal void RaiseClosing(PanelClosingEventArgs args) => Closing?.Invoke(this, args);

    internal void RaiseClosed(PanelClosedEventArgs args) => Closed?.Invoke(this, args);

    internal void RaiseCrashed(PanelCrashedEventArgs args) => Crashed?.Invoke(this, args);

    internal void RaiseError(PanelErrorEventArgs args)
    {
        try
        {
            Error?.Invoke(this, args);
        }
        catch (Exception error)
        {
            // Not reported: that would raise Error again.
            Log.Error($"a handler of Error threw: {error}");
        }
    }
}
