using AuroraView.Backends;

namespace AuroraView.Views;

// What the engine says. On the WebView thread: nothing here runs user code or waits.
internal sealed partial class ViewCore : IWebViewBackendEvents
{
    private const int CrashesForgiven = 3;

    private static readonly TimeSpan s_crashWindow = TimeSpan.FromMinutes(1);

    private readonly Queue<long> _crashes = new();
    private readonly Captures _captures = new();
    private string _origin = "null";

    internal Captures Captures => _captures;

    void IWebViewBackendEvents.OnReady(BackendInfo info)
    {
        Info = info;
        Link.Kick();
        _events.Raise(View.RaiseReady);
    }

    void IWebViewBackendEvents.OnPageMessage(string origin, ReadOnlySpan<byte> message)
    {
        _origin = origin;
        _reader.Read(message, this);
    }

    void IWebViewBackendEvents.OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        if (!Link.OnDelivered(callId, status))
            Evaluations.OnEvaluated(callId, status, text);
    }

    void IWebViewBackendEvents.OnLoad(LoadProgress progress)
    {
        Link.Documents.OnLoad(progress);
        CanGoBack = progress.CanGoBack;
        CanGoForward = progress.CanGoForward;
        Url = progress.Url;
        Link.Kick();
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
                break;
        }
    }

    void IWebViewBackendEvents.OnTitleChanged(string title)
    {
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
                _events.Raise(View.RaiseFocused);
                break;
            case WindowChangeKind.Blurred:
                _events.Raise(View.RaiseBlurred);
                break;
            case WindowChangeKind.CloseRequested:
                _ = CloseAsync(byUser: true, force: false, null);
                break;
            case WindowChangeKind.ParentLost:
                _events.Raise(View.RaiseParentLost);
                break;
            case WindowChangeKind.CommandFailed:
                Report($"The window could not be changed: {change.Error}", null);
                break;
            case WindowChangeKind.Replaced:
                // Before the engine is ready it is told with the rest.
                if (Info is { } info)
                    Info = info with { Window = change.A };
                break;
        }
    }

    void IWebViewBackendEvents.OnCaptured(long callId, ReadOnlySpan<byte> png, string? error) => _captures.OnCaptured(callId, png, error);

    void IWebViewBackendEvents.OnCrashed(CrashReason reason, string detail)
    {
        var gone = reason != CrashReason.Unresponsive;
        var reload = false;
        if (gone)
        {
            Link.Documents.OnCrashed();
            _requests.CancelOthers(0);
            Evaluations.OnDocumentGone(0);
            reload = State == ViewState.Open && IsCrashForgiven();
        }

        var args = new PanelCrashedEventArgs(reason, detail, reload);
        _events.Raise(() => View.RaiseCrashed(args));
        if (reload)
            _backend.Navigate(NavigationCommand.Reload);
    }

    void IWebViewBackendEvents.OnClosed(ClosedReason reason, BackendError? error) => OnBackendClosed(reason, error);

    internal bool CanGoBack { get; private set; }

    internal bool CanGoForward { get; private set; }

    internal string? Url { get; private set; }

    internal string? PageTitle { get; private set; }

    // A page that dies again and again is not loaded for ever.
    private bool IsCrashForgiven()
    {
        var now = _clock.GetTimestamp();
        while (_crashes.TryPeek(out var first) && _clock.GetElapsedTime(first, now) > s_crashWindow)
            _crashes.Dequeue();
        _crashes.Enqueue(now);
        return _crashes.Count <= CrashesForgiven;
    }
}
