using AuroraView.Engine;

namespace AuroraView.Views;

// What the engine says. On the WebView thread: nothing here runs user code or waits.
internal sealed partial class ViewCore : IWebViewBackendEvents
{
    private const int CrashesForgiven = 3;

    private static readonly TimeSpan s_crashWindow = TimeSpan.FromMinutes(1);

    private readonly Queue<long> _crashes = new();
    private string _origin = "null";

    internal Captures Captures { get; } = new();

    void IWebViewBackendEvents.OnReady(BackendInfo info)
    {
        Info = info;
        Link.Kick();
        if (Life.Happens(ViewLife.Event.Ready, out _))
            Events.Raise("Ready", View.RaiseReady);
    }

    void IWebViewBackendEvents.OnPageMessage(string origin, ReadOnlySpan<byte> message)
    {
        _origin = origin;
        OnSign();
        _reader.Read(message, this);
    }

    void IWebViewBackendEvents.OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        if (status != EvaluationStatus.PageGone)
            OnSign();
        if (!Link.OnDelivered(callId, status))
            Evaluations.OnEvaluated(callId, status, text);
    }

    void IWebViewBackendEvents.OnLoad(LoadProgress progress)
    {
        Link.Documents.OnLoad(progress);
        Link.Kick();
        // The page that tells of a failure stands for the one that is missing.
        if (Link.Documents.IsFailure(progress))
            return;
        CanGoBack = progress.CanGoBack;
        CanGoForward = progress.CanGoForward;
        Url = progress.Url;
        var args = new PageLoadEventArgs(progress.Url, progress.Error);
        switch (progress.Phase)
        {
            case LoadPhase.Started:
                _loadNews.Add(() => View.RaiseLoading(args));
                break;
            case LoadPhase.Finished:
                _loadNews.Add(() => View.RaiseLoaded(args));
                break;
            case LoadPhase.Failed:
                _loadNews.Add(() => View.RaiseLoadFailed(args));
                if (!View.HasLoadFailedHandlers)
                    TellUser("This page could not be loaded", progress.Error ?? "The engine gave no reason.", progress.Url);
                break;
        }
    }

    // Without a listener of the host's nobody else would say why the panel is empty.
    private void TellUser(string heading, string reason, string? address)
    {
        ReportOften(RepeatedReport.LoadFailed, $"{heading}: {reason}{(string.IsNullOrEmpty(address) ? "" : $" ({address})")}");
        Link.Show(FailurePage.Create(heading, reason, address));
    }

    private void OnSign()
    {
        if (Link.Documents.WorksOn)
            return;
        Link.Documents.OnSign();
        Link.Kick();
    }

    void IWebViewBackendEvents.OnTitleChanged(string title)
    {
        if (Link.Documents.IsFailureShown)
            return;
        PageTitle = title;
        _titleNews.Add(View.RaiseTitleChanged);
    }

    void IWebViewBackendEvents.OnWindow(WindowChange change)
    {
        switch (change.Kind)
        {
            case WindowChangeKind.Resized:
                var size = new PanelResizedEventArgs(change.A, change.B);
                _sizeNews.Add(() => View.RaiseResized(size));
                break;
            case WindowChangeKind.Focused:
                Events.Raise("Focused", View.RaiseFocused);
                break;
            case WindowChangeKind.Blurred:
                Events.Raise("Blurred", View.RaiseBlurred);
                break;
            case WindowChangeKind.CloseRequested:
                _ = Closing.CloseAsync(byUser: true, force: false, null);
                break;
            case WindowChangeKind.ParentLost:
                Closing.OnParentLost(change.A);
                break;
            case WindowChangeKind.DialogOpened:
                Link.Documents.OnDialog(change.Error ?? "unknown");
                Link.Kick();
                break;
            case WindowChangeKind.DialogClosed:
                Link.Documents.OnDialog(null);
                Link.Kick();
                break;
            case WindowChangeKind.CommandFailed:
                Report($"The window could not be changed: {change.Error}", null);
                break;
            case WindowChangeKind.Refused:
                ReportOften(RepeatedReport.Refused, $"The page was refused {change.Error}");
                break;
            case WindowChangeKind.Replaced:
                // Before the engine is ready it is told with the rest.
                if (Info is { } info)
                    Info = info with { Window = change.A };
                break;
        }
    }

    void IWebViewBackendEvents.OnCaptured(long callId, ReadOnlySpan<byte> png, string? error) => Captures.OnCaptured(callId, png, error);

    void IWebViewBackendEvents.OnCrashed(CrashReason reason, string detail)
    {
        var gone = reason != CrashReason.Unresponsive;
        var comes = false;
        var reload = false;
        if (gone)
        {
            Link.Documents.OnCrashed();
            Requests.CancelOthers(0);
            Evaluations.OnDocumentGone(0);
            // A page that is on its way already takes the place of the one that is gone.
            comes = Link.Documents.IsComing;
            reload = !comes && State < ViewState.Closing && IsCrashForgiven();
        }
        else
        {
            Link.Documents.OnUnresponsive();
        }

        var args = new PanelCrashedEventArgs(reason, detail, reload || comes);
        Events.Raise("Crashed", () => View.RaiseCrashed(args));
        if (reload)
            Backend.Navigate(NavigationCommand.Reload);
        else if (gone && !comes && State < ViewState.Closing && !View.HasCrashedHandlers)
            TellUser("This page has crashed too often", detail, Url);
        Link.Kick();
    }

    void IWebViewBackendEvents.OnClosed(ClosedReason reason, BackendError? error) => Ending.OnEngineClosed(reason, error);

    internal bool CanGoBack { get; private set; }

    internal bool CanGoForward { get; private set; }

    internal string? Url { get; private set; }

    internal string? PageTitle { get; private set; }

    // A page that dies again and again is not loaded for ever.
    private bool IsCrashForgiven()
    {
        var now = Clock.GetTimestamp();
        while (_crashes.TryPeek(out var first) && Clock.GetElapsedTime(first, now) > s_crashWindow)
            _crashes.Dequeue();
        _crashes.Enqueue(now);
        return _crashes.Count <= CrashesForgiven;
    }
}
