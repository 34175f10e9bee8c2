using AuroraView.Engine;
using AuroraView.Engine.Pages;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.View;

/// <summary>Loads and history. WebView2 numbers its navigations, so the end of one that was superseded is told from the end of the
/// last.</summary>
internal sealed class LoadTracker : PageLoads
{
    private readonly WebView2View _view;
    private bool _awaitingStart;
    private ulong _navigation;
    private string _target = "";

    /// <param name="view">Whose.</param>
    /// <param name="events">Who is told.</param>
    /// <param name="before">The tracker of an engine that died: its page can be loaded again.</param>
    public LoadTracker(WebView2View view, IWebViewBackendEvents events, LoadTracker? before) : base(events, view.Pages, view.Start.AllowFileAccess)
    {
        _view = view;
        if (before is not null)
            TakeOver(before);
    }

    /// <inheritdoc/>
    public override bool Can(NavigationCommand command)
    {
        var can = 1;
        if (command == NavigationCommand.Back)
            _ = _view.Core.get_CanGoBack(out can);
        else if (command == NavigationCommand.Forward)
            _ = _view.Core.get_CanGoForward(out can);
        return can != 0;
    }

    /// <summary>The page's process is gone, and its document with it. What the host asked for, and the old page kept, is begun
    /// again.</summary>
    public void OnProcessGone() => BeginAgain(fromSource: true);

    /// <summary>The engine is gone, and what it was asked for with it.</summary>
    public void OnEngineGone()
    {
        Forget();
        BeginAgain(fromSource: true);
    }

    /// <summary>A navigation begins, of the host's or of the page's.</summary>
    public void OnStarting(nint args) => WebView2View.With<ICoreWebView2NavigationStartingEventArgs>(args, starting =>
    {
        HResult.Check(starting.get_Uri(out var uri), "tell a load's address");
        _target = NativeText.Take(uri);
        _awaitingStart = false;
        if (IsRefusedFile(_target))
        {
            _ = starting.put_Cancel(1);
            Forget();
            _view.Dialogs.OnLoadOver();
            return;
        }

        HResult.Check(starting.get_NavigationId(out _navigation), "tell a load's number");
        Tell(LoadPhase.Started, _target, null);
    });

    /// <summary>The new document is there.</summary>
    public void OnCommitted()
    {
        Commit();
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

        _ = completed.get_WebErrorStatus(out var status);
        Fail(_target, $"The page could not be loaded: {Describe(status)}.");
    });

    /// <inheritdoc/>
    protected override bool IsPageEnding => _view.IsEndingPage;

    /// <inheritdoc/>
    protected override void Go(string url)
    {
        _awaitingStart = true;
        var result = Leave(() => _view.Core.Navigate(url));
        if (HResult.Failed(result))
            Refuse(url, $"WebView2 does not take this address (0x{result:X8}).");
    }

    /// <inheritdoc/>
    protected override void Reload(bool ignoreCache)
    {
        _awaitingStart = true;
        Leave(_view.Core.Reload);
    }

    /// <inheritdoc/>
    protected override void Stop() => _ = _view.Core.Stop();

    /// <inheritdoc/>
    protected override void Step(NavigationCommand command)
    {
        _awaitingStart = false;
        Leave(command == NavigationCommand.Back ? _view.Core.GoBack : _view.Core.GoForward);
    }

    private string Url => HResult.Failed(_view.Core.get_Source(out var source)) ? _target : NativeText.Take(source);

    private int Leave(Func<int> navigate)
    {
        _view.Dialogs.OnLeaving();
        var result = navigate();
        if (HResult.Failed(result))
        {
            Forget();
            _awaitingStart = false;
            _view.Dialogs.OnLoadOver();
        }

        return result;
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
