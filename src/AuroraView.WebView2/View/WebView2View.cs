using AuroraView.Engine;
using AuroraView.Engine.Pages;
using AuroraView.Engine.Scripts;
using AuroraView.Threading.Guards;
using AuroraView.WebView2.Apartment;
using AuroraView.WebView2.Interop;
using AuroraView.WebView2.Pages;
using AuroraView.WebView2.Windows;

namespace AuroraView.WebView2.View;

/// <summary>
/// One WebView2 and its window. Everything but the front's few members happens on the WebView thread. It is made by steps, each begun by the completion of the one
/// before; nothing waits.
/// </summary>
internal sealed partial class WebView2View
{
    private static readonly TimeSpan s_terminateBound = TimeSpan.FromSeconds(2);

    // How long a close waits for the engine to end the step it is at: a view that is made when nobody is there to close it would stay.
    private static readonly TimeSpan s_stepBound = TimeSpan.FromSeconds(1);

    private readonly EventGate _events;
    private readonly WebView2Options _options;
    private readonly string _dataFolder;
    private ITimer? _startTimer;
    private ViewWindow? _window;
    private BackendError? _failure;
    private bool _closeAsked;
    private bool _wasReady;
    private bool _endsAfterStep;
    private ITimer? _stepTimer;
    private ITimer? _terminateTimer;

    public WebView2View(BackendStart start, IWebViewBackendEvents events, WebView2Options options)
    {
        Start = start;
        _events = new EventGate(events);
        _options = options;
        Pages = new AppPages(start.AssetRoot);
        Scheme = new AppScheme(Pages, options.ReadFiles, OnAssetRead);
        Dialogs = new ScriptDialogs(this);
        _dataFolder = DataFolders.For(start.DataFolder, options.DataFolder);
        Thread = new MessageThread("AuroraView WebView2", OnEnded, () => Scripts?.FlushIfIdle());
    }

    /// <summary>What was asked for.</summary>
    public BackendStart Start { get; }

    /// <summary>The thread that owns it all.</summary>
    public MessageThread Thread { get; }

    /// <summary>The host's own pages.</summary>
    public AppPages Pages { get; }

    /// <summary>The own scheme.</summary>
    public AppScheme Scheme { get; }

    /// <summary>Scripts and batches, once there is an engine.</summary>
    public ScriptQueue? Scripts { get; private set; }

    /// <summary>Loads, once there is an engine.</summary>
    public LoadTracker? Loads { get; private set; }

    /// <summary>The dialogs of the page's scripts.</summary>
    public ScriptDialogs Dialogs { get; }

    /// <summary>The panel's window.</summary>
    public nint Window => _window!.Handle;

    /// <summary>Starts the thread.</summary>
    public void Begin()
    {
        _startTimer = Background.Timer(TimeProvider.System, static view => view.OnStartTimeout(), this, _options.StartTimeout, Timeout.InfiniteTimeSpan);
        Thread.Start(
            () =>
            {
                _window = new ViewWindow(Start, _events, Thread.PostUrgent, OnEngineLost, OpenDevTools);
                BeginEnvironment();
            },
            End);
    }

    /// <summary>Loads a page.</summary>
    public void Load(long loadId, PageSource source)
    {
        Scripts!.Flush();
        EndPageIfUnresponsive();
        Loads!.Load(loadId, source);
    }

    /// <summary>Moves in the history, reloads or stops.</summary>
    public void Navigate(NavigationCommand command)
    {
        Scripts!.Flush();
        if (!Loads!.Can(command))
            return;
        if (command != NavigationCommand.Stop)
            EndPageIfUnresponsive();
        Loads.Navigate(command);
    }

    // It would keep what is to take its place. When its process is gone, that is begun again.
    private void EndPageIfUnresponsive()
    {
        if (Scripts!.Life.IsUnresponsive && Loads!.HasPage)
            EndPage();
    }

    /// <summary>Shows, hides, moves... the window.</summary>
    public void SetWindow(WindowCommand command)
    {
        if (_window!.Carry(command) is { } problem)
            _events.OnWindow(new WindowChange(WindowChangeKind.CommandFailed, (int)command.Action, 0, problem));
    }

    private string? OpenDevTools() => HResult.Failed(Core.OpenDevToolsWindow()) ? "The engine did not open its developer tools." : null;

    /// <summary>Asks for the end, from any thread.</summary>
    public void Close() => Thread.PostUrgent(() => EndWith(null, isAsked: true));

    /// <summary>Asks for the end, and says it even where the WebView thread does not come back. From any thread.</summary>
    public void Terminate()
    {
        Close();
        // The thread may be stuck inside the engine: nobody can end a thread, but nobody needs to wait for it either. Kept, or it would be collected before its time.
        _terminateTimer ??= Background.Timer(
            TimeProvider.System, static view => view._events.OnClosed(ClosedReason.Requested, null), this, s_terminateBound, Timeout.InfiniteTimeSpan);
    }

    private void OnStartTimeout() => Thread.PostUrgent(() =>
    {
        if (!_wasReady)
        {
            EndWith(new BackendError("EngineTimeout",
                $"WebView2 did not make a view within {_options.StartTimeout.TotalSeconds:0.#} s. A virus scanner or a hung browser process may be the cause; the data folder is '{_dataFolder}'."));
        }
    });

    private void EndWith(BackendError? error, bool isAsked = false)
    {
        _failure ??= error;
        _closeAsked |= isAsked;
        if (error is not null || _stepsUnderWay == 0)
        {
            Thread.End();
            return;
        }

        if (_endsAfterStep)
            return;
        _endsAfterStep = true;
        _window?.Vanish();
        _stepTimer = Background.Timer(TimeProvider.System, static view => view.Thread.PostUrgent(view.Thread.End), this, s_stepBound, Timeout.InfiniteTimeSpan);
    }

    // Runs as the last thing in the apartment: no object of the engine is left after it.
    private void End()
    {
        _startTimer?.Dispose();
        _stepTimer?.Dispose();
        Scripts?.AbandonAll("The view is closed.");
        AbandonCaptures("The view is closed.");
        ReleaseEngine(close: true);
        _window?.Dispose();
    }

    private void OnAssetRead(AssetRequest request) => Thread.PostUrgent(() => Scheme.AnswerRead(request, _environment));

    private void OnEnded(BackendError? error)
    {
        var why = _failure ?? error;
        var reason = why is null || (_closeAsked && _failure is null) ? ClosedReason.Requested : _wasReady ? ClosedReason.HostDied : ClosedReason.StartFailed;
        _events.OnClosed(reason, reason == ClosedReason.Requested ? null : why);
    }
}
