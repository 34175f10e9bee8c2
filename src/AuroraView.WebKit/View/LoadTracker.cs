using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Pages;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.View;

/// <summary>Loads, history and the origin of the document that is really there.</summary>
/// <remarks>
/// <para>The engine's signals do not say which load they are of, and those of an earlier one go on coming after a new one was asked for:
/// it may
/// even be committed in between. But before each navigation starts the engine asks whether it may, in the same order. So
/// after a load was asked for, nothing is told until the engine has asked for just that one and then started it.</para>
/// <code>
/// state      Go      the engine asks  started   committed  finished  failed
/// Resting    Asked   -                Started   Committed  Resting   Failed
/// Asked      Asked   Decided          (other)   (other)    (other)   Failed, or (other) if cancelled
/// Decided    Asked   Decided          Started   (other)    (other)   Failed, or (other) if cancelled
/// Started    Asked   -                Started   Committed  Resting   Failed
/// Committed  Asked   -                Started   Committed  Resting   Failed
/// Failed     Asked   -                Started   Committed  -         -
/// </code>
/// <para>"(other)": of a load that another has taken the place of; nothing is told, and the state stays. A reload, a step in the history
/// and a load that stays
/// in its document leave Asked and Decided.</para>
/// </remarks>
internal sealed unsafe class LoadTracker : PageLoads, IDisposable
{
    private const int EventStarted = 0;
    private const int EventCommitted = 2;
    private const int EventFinished = 3;
    private const int Cancelled = 302;
    private const int Interrupted = 102;
    private const int OtherNavigation = 5;
    private const uint HoldMilliseconds = 50;
    private readonly nint _view;
    private readonly nint _self;
    private LoadState _state;
    private bool _engineLoads;
    private string _started = "";
    private string _committed = "";
    private string _target = "";
    private string _document = "";
    private uint _moving;
    private (string Url, string Why)? _held;
    private uint _holdTimer;

    public LoadTracker(nint view, IWebViewBackendEvents events, AppPages pages, bool fileAccess, nint self) : base(events, pages, fileAccess)
    {
        _view = view;
        _self = self;
        GLib.Connect(view, "load-changed", (delegate* unmanaged<nint, int, nint, void>)&OnChanged, self, 0, 0);
        GLib.Connect(view, "load-failed", (delegate* unmanaged<nint, int, byte*, GLib.Error*, nint, int>)&OnFailed, self, 0, 0);
        GLib.Connect(view, "notify::uri", (delegate* unmanaged<nint, nint, nint, void>)&OnUri, self, 0, 0);
        GLib.Connect(view, "notify::title", (delegate* unmanaged<nint, nint, nint, void>)&OnTitle, self, 0, 0);
    }

    private enum LoadState
    {
        Resting,
        Asked,
        Decided,
        Started,
        Committed,
        Failed,
    }

    /// <summary>
    /// The origin of the document that posts messages now. It changes when a load is committed and not before: while a
    /// load is under way the engine already names the new URL, and a hostile page could borrow a trusted one's origin.
    /// </summary>
    public string Origin { get; private set; } = Origins.Opaque;

    /// <inheritdoc/>
    public override bool IsLoading => _engineLoads || IsAwaited;

    /// <inheritdoc/>
    public override bool Can(NavigationCommand command) => command switch
    {
        NavigationCommand.Back => Native.WebKit.CanGoBack(_view) != 0,
        NavigationCommand.Forward => Native.WebKit.CanGoForward(_view) != 0,
        _ => true,
    };

    /// <summary>
    /// The page's process is gone, and its document with it. What the host asked for, and the old page kept, is begun again; another load
    /// ends with the process.
    /// </summary>
    public void OnProcessGone()
    {
        Origin = Origins.Opaque;
        _engineLoads = false;
        if (BeginAgain(fromSource: false) || !IsAwaited)
            return;
        _state = LoadState.Failed;
        Fail(Url, PageEnd.Text);
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

    /// <summary>The engine asked whether a navigation may start, and it may.</summary>
    public void OnDecided(nint view, string url, int type)
    {
        if (view != _view || !IsStartAwaited || type != OtherNavigation || !Addresses.AreSame(url, _target))
            return;
        _state = LoadState.Decided;
        if (!HasPage || !Addresses.DifferInFragment(url, _committed))
            return;
        // The engine moves within the document that is there, and says nothing of it.
        Leave();
        _committed = url;
        Forget();
        OnOver?.Invoke();
        Tell(LoadPhase.Finished, url, null);
    }

    /// <inheritdoc/>
    protected override void OnAsked() => _held = null;

    /// <inheritdoc/>
    protected override void Go(string url)
    {
        _state = LoadState.Asked;
        Native.WebKit.LoadUri(_view, url);
        // As the engine writes it.
        _target = Url is { Length: > 0 } written ? written : url;
    }

    /// <inheritdoc/>
    protected override void Reload(bool ignoreCache)
    {
        Leave();
        if (ignoreCache)
            Native.WebKit.ReloadBypassCache(_view);
        else
            Native.WebKit.Reload(_view);
    }

    /// <inheritdoc/>
    protected override void Step(NavigationCommand command)
    {
        Leave();
        if (command == NavigationCommand.Back)
            Native.WebKit.GoBack(_view);
        else
            Native.WebKit.GoForward(_view);
    }

    /// <inheritdoc/>
    protected override void Stop()
    {
        // A load that is stopped before it began ends without a word from the engine.
        bool began = !IsStartAwaited;
        Native.WebKit.Stop(_view);
        if (!began)
            Hold(_target, "The load was stopped before it began.");
    }

    private string Url => GObjects.Text(Native.WebKit.GetUri(_view));

    // Nothing of what the engine says is of the load that was asked for.
    private bool IsStartAwaited => _state is LoadState.Asked or LoadState.Decided;

    private void Leave()
    {
        if (IsStartAwaited)
            _state = _engineLoads ? LoadState.Started : LoadState.Resting;
    }

    private void Changed(int step)
    {
        switch (step)
        {
            case EventStarted:
                _engineLoads = true;
                OnLoading?.Invoke();
                Started();
                break;
            case EventCommitted when IsStartAwaited:
                // The engine names the new URL already. What is served at the own scheme is never redirected; of the rest nothing is known.
                Origin = _started.StartsWith(AppPages.Root, StringComparison.Ordinal) ? Origins.Of(_started) : Origins.Opaque;
                break;
            case EventCommitted:
                _state = LoadState.Committed;
                _committed = _document = Url;
                Commit();
                Pages.OnDocument(Url);
                Origin = Origins.Of(Url);
                Tell(LoadPhase.Committed, Url, null);
                break;
            case EventFinished:
                _engineLoads = false;
                if (IsStartAwaited || _state == LoadState.Failed)
                    break;
                _state = LoadState.Resting;
                Tell(LoadPhase.Finished, Url, null);
                break;
        }
    }

    private void Started()
    {
        if (_state == LoadState.Asked)
        {
            _started = "";
            return;
        }
        _state = LoadState.Started;
        _held = null;
        _started = Url;
        Tell(LoadPhase.Started, Url, null);
    }

    private void Failed(string url, int code, string why)
    {
        _engineLoads = false;
        if (_state == LoadState.Failed || (IsStartAwaited && code is Cancelled or Interrupted))
            return;
        _state = LoadState.Failed;
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
        Leave();
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
        if (IsStartAwaited || _state == LoadState.Started || url == _document)
            return;
        _document = url;
        Pages.OnMoved(url);
        Tell(LoadPhase.Moved, url, null);
    }

    [UnmanagedCallersOnly]
    private static void OnChanged(nint view, int step, nint data)
    {
        try
        {
            GObjects.Target<WebKitView>(data).Loads.Changed(step);
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnHeld(nint data)
    {
        try
        {
            GObjects.Target<WebKitView>(data).Loads.ReleaseHeld();
            return 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 0;
        }
    }

    // TRUE: no error page of the engine's takes the document's place.
    [UnmanagedCallersOnly]
    private static int OnFailed(nint view, int step, byte* url, GLib.Error* error, nint data)
    {
        try
        {
            GObjects.Target<WebKitView>(data).Loads.Failed(GObjects.Text(url), error->Code, GObjects.Text(error->Message));
            return 1;
        }
        catch (Exception caught)
        {
            LastCatch.Report(caught);
            return 1;
        }
    }

    [UnmanagedCallersOnly]
    private static void OnUri(nint view, nint property, nint data)
    {
        try
        {
            GObjects.Target<WebKitView>(data).Loads.MoveSoon();
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnMovedIdle(nint data)
    {
        try
        {
            GObjects.Target<WebKitView>(data).Loads.Moved();
            return 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static void OnTitle(nint view, nint property, nint data)
    {
        try
        {
            GObjects.Target<WebKitView>(data).OnPageTitle();
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }
}
