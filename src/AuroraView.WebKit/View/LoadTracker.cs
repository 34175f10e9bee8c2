using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Pages;
using AuroraView.WebKit.Native;
using AuroraView.WebKit.Pages;

namespace AuroraView.WebKit.View;

/// <summary>Loads, history and the origin of the document that is really there.</summary>
/// <remarks>
/// The engine's signals do not say which load they are of, and those of an earlier one go on coming after a new one was asked for: it may
/// even be committed in between. But before each navigation starts the engine asks whether it may, in the same order. So
/// after a load was asked for, nothing is told until the engine has asked for just that one and then started it.
/// </remarks>
internal sealed unsafe class LoadTracker : IDisposable
{
    private const int EventStarted = 0;
    private const int EventCommitted = 2;
    private const int EventFinished = 3;
    private const int Cancelled = 302;
    private const int Interrupted = 102;
    private const int OtherNavigation = 5;
    private const uint HoldMilliseconds = 50;
    private const int MostRestarts = 1;
    private readonly nint _view;
    private readonly IWebViewBackendEvents _events;
    private readonly AppScheme _scheme;
    private readonly bool _fileAccess;
    private PageSource? _source;
    private Action? _again;
    private int _restarts;
    private long _loadId;
    private bool _failed;
    private bool _everCommitted;
    private bool _awaitingStart;
    private bool _decided;
    private string _started = "";
    private string _committed = "";
    private string _target = "";
    private string _document = "";
    private bool _provisional;
    private uint _moving;
    private readonly nint _self;
    private (string Url, string Why)? _held;
    private uint _holdTimer;

    public LoadTracker(nint view, IWebViewBackendEvents events, AppScheme scheme, bool fileAccess, nint self)
    {
        _view = view;
        _events = events;
        _scheme = scheme;
        _fileAccess = fileAccess;
        _self = self;
        GLib.Connect(view, "load-changed", (delegate* unmanaged<nint, int, nint, void>)&OnChanged, self, 0, 0);
        GLib.Connect(view, "load-failed", (delegate* unmanaged<nint, int, byte*, GLib.Error*, nint, int>)&OnFailed, self, 0, 0);
        GLib.Connect(view, "notify::uri", (delegate* unmanaged<nint, nint, nint, void>)&OnUri, self, 0, 0);
        GLib.Connect(view, "notify::title", (delegate* unmanaged<nint, nint, nint, void>)&OnTitle, self, 0, 0);
    }

    /// <summary>
    /// The origin of the document that posts messages now. It changes when a load is committed and not before: while a
    /// load is under way the engine already names the new URL, and a hostile page could borrow a trusted one's origin.
    /// </summary>
    public string Origin { get; private set; } = Origins.Opaque;

    /// <summary>Whether a load is under way.</summary>
    public bool Loading { get; private set; }

    /// <summary>Whether a document is there.</summary>
    public bool HasPage { get; private set; }

    /// <summary>Whether what the host asked for has not taken the old document's place yet.</summary>
    public bool IsAwaited => _again is not null;

    /// <summary>Called when a load begins, or is asked for.</summary>
    public Action? OnLoading { get; set; }

    /// <summary>Called when a load is committed, or has failed.</summary>
    public Action? OnOver { get; set; }

    /// <summary>Whether a step can be made: there may be no page to go back or forward to.</summary>
    public bool Can(NavigationCommand command) => command switch
    {
        NavigationCommand.Back => Native.WebKit.CanGoBack(_view) != 0,
        NavigationCommand.Forward => Native.WebKit.CanGoForward(_view) != 0,
        _ => true,
    };

    /// <summary>Loads a page.</summary>
    public void Load(long loadId, PageSource source)
    {
        _loadId = loadId;
        _source = source;
        _restarts = 0;
        _everCommitted = false;
        _held = null;
        switch (source.Kind)
        {
            case PageSourceKind.Html:
                Begin(_scheme.ServeHtml(source.Text));
                break;
            case PageSourceKind.File when !Path.IsPathFullyQualified(source.Text) || !File.Exists(source.Text):
                Refuse(source.Text, $"The file '{source.Text}' does not exist, or is not given by its absolute path.");
                break;
            case PageSourceKind.File:
                Begin(_scheme.ServeFile(source.Text));
                break;
            case PageSourceKind.Url when !Addresses.IsAbsolute(source.Text):
                Refuse(source.Text, $"'{source.Text}' is not an absolute URL. Give one with its scheme, such as https://tools.example/panel, or load a file.");
                break;
            case PageSourceKind.Url when IsRefusedFile(source.Text):
                Refuse(source.Text, "file: pages are not allowed. Load the file as a file, so that it is served at auroraview://app, or allow file access.");
                break;
            case PageSourceKind.Url when RestrictedPorts.Refuse(source.Text) is { } why:
                Refuse(source.Text, why);
                break;
            default:
                Begin(source.Text);
                break;
        }
    }

    /// <summary>Moves in the history, reloads or stops.</summary>
    public void Navigate(NavigationCommand command)
    {
        switch (command)
        {
            case NavigationCommand.Reload or NavigationCommand.ReloadIgnoringCache when _again is { } again:
                again();
                break;
            case NavigationCommand.Reload or NavigationCommand.ReloadIgnoringCache when !_everCommitted && _source is not null:
                Load(_loadId, _source);
                break;
            case NavigationCommand.Reload:
                Ask(() => Native.WebKit.Reload(_view));
                break;
            case NavigationCommand.ReloadIgnoringCache:
                Ask(() => Native.WebKit.ReloadBypassCache(_view));
                break;
            case NavigationCommand.Stop:
                Stop();
                break;
            case NavigationCommand.Back:
                Leave();
                Native.WebKit.GoBack(_view);
                break;
            case NavigationCommand.Forward:
                Leave();
                Native.WebKit.GoForward(_view);
                break;
        }
    }

    /// <summary>Whether a URL is a local file's and those are not allowed.</summary>
    public bool IsRefusedFile(string url) => !_fileAccess && url.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The page's process is gone, and its document with it. What the host asked for, and the old page kept, is begun again; another load ends with the process.</summary>
    public void OnProcessGone()
    {
        Origin = Origins.Opaque;
        HasPage = false;
        Loading = false;
        if (_again is { } again && _restarts++ < MostRestarts)
            again();
        else if (_again is not null)
            Fail(Url, "The page's process ended.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_holdTimer != 0)
            GLib.RemoveSource(_holdTimer);
        _holdTimer = 0;
        if (_moving != 0)
            GLib.RemoveSource(_moving);
        _moving = 0;
    }

    private string Url => GObjects.Text(Native.WebKit.GetUri(_view));

    private void Ask(Action step)
    {
        Leave();
        _restarts = 0;
        _again = step;
        step();
        OnLoading?.Invoke();
    }

    // What was asked for before is given up. A step in the history may stay in its document, and then has no end of its own.
    private void Leave()
    {
        _again = null;
        _awaitingStart = false;
    }

    private void Begin(string url)
    {
        _again = () => Begin(url);
        _awaitingStart = true;
        _decided = false;
        Native.WebKit.LoadUri(_view, url);
        // As the engine writes it.
        _target = Url is { Length: > 0 } written ? written : url;
        OnLoading?.Invoke();
    }

    /// <summary>The engine asked whether a navigation may start, and it may.</summary>
    public void OnDecided(nint view, string url, int type)
    {
        if (view != _view || !_awaitingStart || type != OtherNavigation || !Addresses.AreSame(url, _target))
            return;
        _decided = true;
        if (!HasPage || !Addresses.DifferInFragment(url, _committed))
            return;
        // The engine moves within the document that is there, and says nothing of it.
        Leave();
        _committed = url;
        OnOver?.Invoke();
        Tell(LoadPhase.Finished, url, null);
    }

    // Something of a load that another has taken the place of. Only the place itself counts from now on.
    private bool IsOvertaken => _awaitingStart && !_decided;

    // A load that is stopped before it began ends without a word from the engine.
    private void Stop()
    {
        bool began = !_awaitingStart;
        _again = null;
        Native.WebKit.Stop(_view);
        if (!began)
            Hold(_target, "The load was stopped before it began.");
    }

    private void Refuse(string url, string why)
    {
        Tell(LoadPhase.Started, url, null);
        Fail(url, why);
    }

    private void Fail(string url, string why)
    {
        _again = null;
        OnOver?.Invoke();
        Tell(LoadPhase.Failed, url, why);
    }

    private void Changed(int step)
    {
        switch (step)
        {
            case EventStarted:
                Loading = true;
                _provisional = true;
                OnLoading?.Invoke();
                if (IsOvertaken)
                {
                    _started = "";
                    break;
                }

                _failed = false;
                _awaitingStart = false;
                _held = null;
                _started = Url;
                Tell(LoadPhase.Started, Url, null);
                break;
            case EventCommitted when _awaitingStart:
                _provisional = false;
                // The engine names the new URL already. What is served at the own scheme is never redirected; of the rest nothing is known.
                Origin = _started.StartsWith(AppScheme.Root, StringComparison.Ordinal) ? Origins.Of(_started) : Origins.Opaque;
                break;
            case EventCommitted:
                _everCommitted = true;
                _again = null;
                _restarts = 0;
                HasPage = true;
                _committed = Url;
                OnOver?.Invoke();
                _provisional = false;
                _document = Url;
                _scheme.OnDocument(Url);
                Origin = Origins.Of(Url);
                Tell(LoadPhase.Committed, Url, null);
                break;
            case EventFinished:
                Loading = false;
                _provisional = false;
                if (!_failed && !_awaitingStart)
                    Tell(LoadPhase.Finished, Url, null);
                break;
        }
    }

    private void Failed(string url, int code, string why)
    {
        Loading = false;
        _provisional = false;
        if (_failed || (_awaitingStart && code is Cancelled or Interrupted))
            return;
        _failed = true;
        _awaitingStart = false;
        if (code == Cancelled)
            Hold(url, why);
        else
            Fail(url, why);
    }

    // A load is cancelled by Stop, or because another one takes its place. Only the first is a failure to speak of, and
    // what tells them apart comes just after.
    private void Hold(string url, string why)
    {
        _held = (url, why);
        if (_holdTimer == 0)
            _holdTimer = GLib.AddTimeout(GLib.PriorityDefault, HoldMilliseconds, &OnHeld, _self, 0);
    }

    private void ReleaseHeld()
    {
        _holdTimer = 0;
        if (_held is not { } held)
            return;
        _held = null;
        _awaitingStart = false;
        Fail(held.Url, held.Why);
    }

    // The engine names another URL also when a load begins; which it is, its next signal says.
    private void MoveSoon()
    {
        if (_moving == 0)
            _moving = GLib.AddIdle(GLib.PriorityDefault, &OnMovedIdle, _self, 0);
    }

    private void Moved()
    {
        _moving = 0;
        string url = Url;
        if (_provisional || _awaitingStart || url == _document)
            return;
        _document = url;
        _scheme.OnMoved(url);
        Tell(LoadPhase.Moved, url, null);
    }

    private void Tell(LoadPhase phase, string url, string? error) =>
        _events.OnLoad(new LoadProgress(phase, url, error, Native.WebKit.CanGoBack(_view) != 0, Native.WebKit.CanGoForward(_view) != 0, _loadId));

    [UnmanagedCallersOnly]
    private static void OnChanged(nint view, int step, nint data) => GObjects.Target<WebKitView>(data).Loads.Changed(step);

    [UnmanagedCallersOnly]
    private static int OnHeld(nint data)
    {
        GObjects.Target<WebKitView>(data).Loads.ReleaseHeld();
        return 0;
    }

    // TRUE: no error page of the engine's takes the document's place.
    [UnmanagedCallersOnly]
    private static int OnFailed(nint view, int step, byte* url, GLib.Error* error, nint data)
    {
        GObjects.Target<WebKitView>(data).Loads.Failed(GObjects.Text(url), error->Code, GObjects.Text(error->Message));
        return 1;
    }

    [UnmanagedCallersOnly]
    private static void OnUri(nint view, nint property, nint data) => GObjects.Target<WebKitView>(data).Loads.MoveSoon();

    [UnmanagedCallersOnly]
    private static int OnMovedIdle(nint data)
    {
        GObjects.Target<WebKitView>(data).Loads.Moved();
        return 0;
    }

    [UnmanagedCallersOnly]
    private static void OnTitle(nint view, nint property, nint data) =>
        GObjects.Target<WebKitView>(data).OnPageTitle();
}
