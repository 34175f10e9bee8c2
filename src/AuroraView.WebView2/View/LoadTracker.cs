using AuroraView.Engine;
using AuroraView.Engine.Pages;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.View;

/// <summary>Loads and history. WebView2 numbers its navigations, so the end of one that was superseded is told from the end of the last.</summary>
internal sealed class LoadTracker
{
    private readonly WebView2View _view;
    private readonly EventGate _events;
    private const int MostRestarts = 1;

    private PageSource? _source;
    private Action? _again;
    private int _restarts;
    private bool _awaitingStart;
    private long _loadId;
    private ulong _navigation;
    private bool _everCommitted;
    private string _target = "";

    /// <param name="view">Whose.</param>
    /// <param name="events">Who is told.</param>
    /// <param name="before">The tracker of an engine that died: its page can be loaded again.</param>
    public LoadTracker(WebView2View view, EventGate events, LoadTracker? before)
    {
        _view = view;
        _events = events;
        _source = before?._source;
        _loadId = before?._loadId ?? 0;
    }

    /// <summary>Whether what the host asked for has not taken the old document's place yet.</summary>
    public bool IsAwaited => _again is not null;

    /// <summary>Whether a document is there.</summary>
    public bool HasPage { get; private set; }

    /// <summary>Whether a step can be made: there may be no page to go back or forward to.</summary>
    public bool Can(NavigationCommand command)
    {
        var can = 1;
        if (command == NavigationCommand.Back)
            _ = _view.Core.get_CanGoBack(out can);
        else if (command == NavigationCommand.Forward)
            _ = _view.Core.get_CanGoForward(out can);
        return can != 0;
    }

    /// <summary>Loads a page.</summary>
    public void Load(long loadId, PageSource source)
    {
        _loadId = loadId;
        _source = source;
        _everCommitted = false;
        switch (source.Kind)
        {
            case PageSourceKind.Html:
                Go(_view.Scheme.ServeHtml(source.Text));
                break;
            case PageSourceKind.File when !Path.IsPathFullyQualified(source.Text) || !File.Exists(source.Text):
                Refuse(source.Text, $"The file '{source.Text}' does not exist, or is not given by its absolute path.");
                break;
            case PageSourceKind.File:
                Go(_view.Scheme.ServeFile(source.Text));
                break;
            case PageSourceKind.Url when !Uri.TryCreate(source.Text, UriKind.Absolute, out _):
                Refuse(source.Text, $"'{source.Text}' is not an absolute URL. Give one with its scheme, such as https://tools.example/panel, or load a file.");
                break;
            case PageSourceKind.Url when IsRefusedFile(source.Text):
                Refuse(source.Text, "file: pages are not allowed. Load the file as a file, so that it is served at auroraview://app, or allow file access.");
                break;
            case PageSourceKind.Url when RestrictedPorts.Refuse(source.Text) is { } why:
                Refuse(source.Text, why);
                break;
            default:
                Go(source.Text);
                break;
        }
    }

    /// <summary>Moves in the history, reloads or stops.</summary>
    public void Navigate(NavigationCommand command)
    {
        var core = _view.Core;
        switch (command)
        {
            case NavigationCommand.Reload or NavigationCommand.ReloadIgnoringCache when _again is { } again:
                again();
                break;
            case NavigationCommand.Reload or NavigationCommand.ReloadIgnoringCache when !_everCommitted:
                if (_source is not null)
                    Load(_loadId, _source);
                break;
            case NavigationCommand.Reload or NavigationCommand.ReloadIgnoringCache:
                Ask(() => _ = Leave(_view.Core.Reload));
                break;
            case NavigationCommand.Stop:
                _again = null;
                _ = core.Stop();
                break;
            case NavigationCommand.Back:
                Step(() => _ = Leave(_view.Core.GoBack));
                break;
            case NavigationCommand.Forward:
                Step(() => _ = Leave(_view.Core.GoForward));
                break;
        }
    }

    /// <summary>Whether a URL is a local file's and those are not allowed.</summary>
    public bool IsRefusedFile(string url) => !_view.Start.AllowFileAccess && url.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The page's process is gone, and its document with it. What the host asked for, and the old page kept, is begun again.</summary>
    public void OnProcessGone()
    {
        _everCommitted = false;
        HasPage = false;
        if (_again is { } again && _restarts++ < MostRestarts)
            again();
    }

    /// <summary>The engine is gone, and what it was asked for with it.</summary>
    public void OnEngineGone()
    {
        _everCommitted = false;
        HasPage = false;
        _again = null;
    }

    /// <summary>A navigation begins, of the host's or of the page's.</summary>
    public void OnStarting(nint args) => WebView2View.With<ICoreWebView2NavigationStartingEventArgs>(args, starting =>
    {
        HResult.Check(starting.get_Uri(out var uri), "tell a load's address");
        _target = NativeText.Take(uri);
        if (IsRefusedFile(_target))
        {
            _ = starting.put_Cancel(1);
            _again = null;
            _awaitingStart = false;
            _view.Dialogs.OnLoadOver();
            return;
        }

        _awaitingStart = false;
        HResult.Check(starting.get_NavigationId(out _navigation), "tell a load's number");
        Tell(LoadPhase.Started, _target, null);
    });

    /// <summary>The new document is there.</summary>
    public void OnCommitted()
    {
        _everCommitted = true;
        HasPage = true;
        _again = null;
        _restarts = 0;
        _view.Dialogs.OnDocumentGone();
        Tell(LoadPhase.Committed, Url, null);
    }

    /// <summary>A navigation is over.</summary>
    public void OnCompleted(nint args) => WebView2View.With<ICoreWebView2NavigationCompletedEventArgs>(args, completed =>
    {
        HResult.Check(completed.get_NavigationId(out var navigation), "tell a load's number");
        // Another one has taken its place, or was asked for and is about to.
        if (navigation != _navigation || _awaitingStart)
            return;
        _view.Dialogs.OnLoadOver();
        HResult.Check(completed.get_IsSuccess(out var isSuccess), "tell a load's result");
        if (isSuccess != 0)
        {
            Tell(LoadPhase.Finished, Url, null);
            return;
        }

        _again = null;
        _ = completed.get_WebErrorStatus(out var status);
        Tell(LoadPhase.Failed, _target, $"The page could not be loaded: {Describe(status)}.");
    });

    private string Url => HResult.Failed(_view.Core.get_Source(out var source)) ? _target : NativeText.Take(source);

    private void Go(string url) => Ask(() =>
    {
        var result = Leave(() => _view.Core.Navigate(url));
        if (HResult.Failed(result))
            Refuse(url, $"WebView2 does not take this address (0x{result:X8}).");
    });

    // A step in the history may stay in its document, and then has no end of its own: it is awaited only where the page is about to end.
    private void Step(Action step)
    {
        _again = _view.IsEndingPage ? step : null;
        _awaitingStart = false;
        step();
    }

    private void Ask(Action step)
    {
        _again = step;
        _restarts = 0;
        _awaitingStart = true;
        _view.Scripts!.WatchLoad();
        step();
    }

    private int Leave(Func<int> navigate)
    {
        _view.Dialogs.OnLeaving();
        var result = navigate();
        if (HResult.Failed(result))
        {
            _again = null;
            _awaitingStart = false;
            _view.Dialogs.OnLoadOver();
        }

        return result;
    }

    private void Refuse(string url, string why)
    {
        _again = null;
        Tell(LoadPhase.Started, url, null);
        Tell(LoadPhase.Failed, url, why);
    }

    private void Tell(LoadPhase phase, string url, string? error)
    {
        _ = _view.Core.get_CanGoBack(out var back);
        _ = _view.Core.get_CanGoForward(out var forward);
        _events.Open?.OnLoad(new LoadProgress(phase, url, error, back != 0, forward != 0, _loadId));
    }

    // COREWEBVIEW2_WEB_ERROR_STATUS.
    private static string Describe(int status) => status switch
    {
        1 or 2 or 3 or 4 or 5 => "its certificate is not valid",
        6 => "the server cannot be reached",
        7 => "the server did not answer in time",
        8 => "the server's answer was not valid",
        9 or 10 => "the connection was cut",
        11 => "there is no network",
        12 => "the server cannot be connected to",
        13 => "the server's name was not found",
        14 => "it was cancelled",
        15 => "it was redirected too often",
        17 or 18 => "the server asks for a name and a password",
        _ => $"an unexpected error ({status})",
    };
}
