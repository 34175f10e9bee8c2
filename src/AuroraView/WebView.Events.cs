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

    internal void RaiseReady() => Handlers.Raise(Ready, this, error => OnHandlerThrew(nameof(Ready), error));

    internal void RaiseLoading(PageLoadEventArgs args) => Handlers.Raise(Loading, this, args, error => OnHandlerThrew(nameof(Loading), error));

    internal void RaiseLoaded(PageLoadEventArgs args) => Handlers.Raise(Loaded, this, args, error => OnHandlerThrew(nameof(Loaded), error));

    internal void RaiseLoadFailed(PageLoadEventArgs args) => Handlers.Raise(LoadFailed, this, args, error => OnHandlerThrew(nameof(LoadFailed), error));

    internal void RaiseTitleChanged() => Handlers.Raise(TitleChanged, this, error => OnHandlerThrew(nameof(TitleChanged), error));

    internal void RaiseResized(PanelResizedEventArgs args) => Handlers.Raise(Resized, this, args, error => OnHandlerThrew(nameof(Resized), error));

    internal void RaiseFocused() => Handlers.Raise(Focused, this, error => OnHandlerThrew(nameof(Focused), error));

    internal void RaiseBlurred() => Handlers.Raise(Blurred, this, error => OnHandlerThrew(nameof(Blurred), error));

    internal void RaiseParentLost(ParentLostEventArgs args) => Handlers.Raise(ParentLost, this, args, error => OnHandlerThrew(nameof(ParentLost), error));

    internal void RaiseClosing(PanelClosingEventArgs args) => Handlers.Raise(Closing, this, args, error => OnHandlerThrew(nameof(Closing), error));

    internal void RaiseClosed(PanelClosedEventArgs args) => Handlers.Raise(Closed, this, args, error => OnHandlerThrew(nameof(Closed), error));

    internal void RaiseCrashed(PanelCrashedEventArgs args) => Handlers.Raise(Crashed, this, args, error => OnHandlerThrew(nameof(Crashed), error));

    // Not reported: that would raise Error again.
    internal void RaiseError(PanelErrorEventArgs args) => Handlers.Raise(Error, this, args, static error => Log.Error($"a handler of Error threw: {error}"));

    private void OnHandlerThrew(string name, Exception error) => _core.Report($"A handler of {name} threw: {Bridge.ErrorMessage.Of(error)}", error);
}
