using System.Text;
using AuroraView.Engine;
using AuroraView.Threading.Locking;

namespace AuroraView.Backends.PanelHost;

/// <summary>
/// A view that outlives its panel host: if that dies by itself, is killed or does not answer, a new one is started, what was pending is answered, and the death is told
/// like a crash of the page's process.
/// </summary>
/// <remarks>
/// The third death in a row ends the view with the reason. The second new start comes after a pause, and in a panel host that no other view shares. Commands that come while there is no panel host wait for the
/// new one. Views that shared the old panel host share the new one, and come to it in the order in which they were made.
/// </remarks>
internal sealed class RestartingBackend : IWebViewBackend, IWebViewBackendEvents
{
    private const string Died = "Died";
    private const int MostDeaths = 3;
    private const int PauseMilliseconds = 1000;

    // Deaths that lie further apart are not in a row.
    private const long Calm = 60_000;
    private static long s_lastOrder;
    private readonly long _order = Interlocked.Increment(ref s_lastOrder);

    // No level: it is taken inside whatever lock the caller of a panel holds. Inside it only the session's and the channel writer's.
    private readonly OrderedLock _gate = new("panel host restart", LockLevel.None);
    private readonly PendingCalls _pending = new();
    private readonly ViewMemory _memory = new();
    private readonly Queue<Action<IWebViewBackend>> _waiting = new();
    private IWebViewBackendEvents _events = null!;
    private PanelHostBackend? _current;
    private SharedPanelHost? _former;
    private long _begun;
    private int _deaths;
    private bool _wasReady;
    private bool _ending;

    /// <inheritdoc/>
    public void Start(BackendStart start, IWebViewBackendEvents events)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(events);
        using (_gate.Enter())
        {
            if (_memory.IsStarted)
                throw new InvalidOperationException("A backend is started once.");
            _events = events;
            _memory.Start = start;
            Begin();
        }
    }

    /// <inheritdoc/>
    public void Load(long loadId, PageSource source)
    {
        using (_gate.Enter())
        {
            _memory.OnLoad(loadId, source);
            Send((loadId, source), static (backend, load) => backend.Load(load.loadId, load.source));
        }
    }

    /// <inheritdoc/>
    public void Navigate(NavigationCommand command)
    {
        using (_gate.Enter())
        {
            // A new panel host has no page to load again, and no history.
            if (!_memory.IsUnloaded)
            {
                _memory.OnNavigate(command);
                Send(command, static (backend, step) => backend.Navigate(step));
            }
            else if (ViewMemory.IsReload(command) && _memory.TakeUnloaded(awaited: false) is { } last)
            {
                Send(last, static (backend, load) => backend.Load(load.Id, load.Source));
            }
        }
    }

    /// <inheritdoc/>
    public void Evaluate(long callId, string script, string? sourceName)
    {
        using (_gate.Enter())
        {
            _pending.AddEvaluation(callId);
            Send((callId, script, sourceName), static (backend, call) => backend.Evaluate(call.callId, call.script, call.sourceName));
        }
    }

    /// <inheritdoc/>
    public void Deliver(long callId, ReadOnlySpan<byte> arguments)
    {
        using (_gate.Enter())
        {
            _pending.AddEvaluation(callId);
            if (_current is { } current)
                current.Deliver(callId, arguments);
            else
                Wait((callId, arguments.ToArray()), static (backend, batch) => backend.Deliver(batch.callId, batch.Item2));
        }
    }

    /// <inheritdoc/>
    public void SetWindow(WindowCommand command)
    {
        using (_gate.Enter())
        {
            Send(command, static (backend, step) => backend.SetWindow(step));
            _memory.OnCommand(command);
        }
    }

    /// <inheritdoc/>
    public void CaptureScreenshot(long callId)
    {
        using (_gate.Enter())
        {
            _pending.AddCapture(callId);
            Send(callId, static (backend, id) => backend.CaptureScreenshot(id));
        }
    }

    /// <inheritdoc/>
    public void Close() => End(static backend => backend.Close());

    /// <inheritdoc/>
    public void Terminate() => End(static backend => backend.Terminate());

    /// <inheritdoc/>
    public void TerminatePage()
    {
        using (_gate.Enter())
            _current?.TerminatePage();
    }

    /// <inheritdoc/>
    public void OnReady(BackendInfo info)
    {
        _wasReady = true;
        _events.OnReady(info);
    }

    /// <inheritdoc/>
    public void OnPageMessage(string origin, ReadOnlySpan<byte> message) => _events.OnPageMessage(origin, message);

    /// <inheritdoc/>
    public void OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        _pending.RemoveEvaluation(callId);
        _events.OnEvaluated(callId, status, text);
    }

    /// <inheritdoc/>
    public void OnLoad(LoadProgress progress)
    {
        using (_gate.Enter())
            _memory.OnProgress(progress);
        _events.OnLoad(progress);
    }

    /// <inheritdoc/>
    public void OnTitleChanged(string title) => _events.OnTitleChanged(title);

    /// <inheritdoc/>
    public void OnWindow(WindowChange change)
    {
        using (_gate.Enter())
            _memory.OnChange(change);
        _events.OnWindow(change);
    }

    /// <inheritdoc/>
    public void OnCaptured(long callId, ReadOnlySpan<byte> png, string? error)
    {
        _pending.RemoveCapture(callId);
        _events.OnCaptured(callId, png, error);
    }

    /// <inheritdoc/>
    public void OnCrashed(CrashReason reason, string detail) => _events.OnCrashed(reason, detail);

    /// <inheritdoc/>
    public void OnClosed(ClosedReason reason, BackendError? error)
    {
        if (!TryTakeOver(ref error, out long[] evaluations, out long[] captures))
        {
            _events.OnClosed(_wasReady && reason == ClosedReason.StartFailed ? ClosedReason.HostDied : reason, error);
            return;
        }
        // Still on the old panel host's thread: the new one says nothing before all of this is told.
        byte[] why = Encoding.UTF8.GetBytes(error!.Message);
        foreach (long id in evaluations)
            _events.OnEvaluated(id, EvaluationStatus.PageGone, why);
        foreach (long id in captures)
            _events.OnCaptured(id, [], error.Message);
        _events.OnCrashed(CrashReason.Crashed, error.Message);
        if (Restart(out BackendError? failed))
            return;
        _events.OnClosed(failed is null ? ClosedReason.Requested : ClosedReason.HostDied, failed);
    }

    // Whether a new panel host takes the place of the old one, and what ends with that.
    private bool TryTakeOver(ref BackendError? error, out long[] evaluations, out long[] captures)
    {
        (evaluations, captures) = ([], []);
        using (_gate.Enter())
        {
            SharedPanelHost? former = _current?.Host;
            if (_ending || error?.Code != Died)
            {
                former?.LeaveLine(_order);
                return false;
            }
            long now = Environment.TickCount64;
            _deaths = now - _begun > Calm ? 1 : _deaths + 1;
            if (_deaths >= MostDeaths)
            {
                former?.LeaveLine(_order);
                error = error with { Message = $"{error.Message} It died {_deaths} times in a row and is not started again." };
                return false;
            }
            (evaluations, captures) = _pending.TakeAll();
            _memory.OnLost();
            _former = former;
            _current = null;
            return true;
        }
    }

    private bool Restart(out BackendError? failed)
    {
        failed = null;
        using (_gate.Enter())
        {
            if (_ending)
                return false;
            try
            {
                Begin();
                return true;
            }
            catch (Exception error)
            {
                failed = new BackendError(Died, $"The panel host died, and no new one could be started: {error.Message}");
                return false;
            }
        }
    }

    // Under the gate.
    private void Begin()
    {
        var backend = new PanelHostBackend(succession: new Succession(_order, _former, _deaths > 1 ? PauseMilliseconds : 0));
        _begun = Environment.TickCount64;
        BackendStart start = _memory.Start;
        // One of those that shared it may bring it down each time: the next time it brings down only itself.
        if (_deaths > 1 && string.IsNullOrEmpty(start.DataFolder))
            start = start with { Isolated = true, Group = null };
        backend.Start(start, this);
        foreach (WindowCommand command in _memory.Commands)
            backend.SetWindow(command);
        if (_memory.TakeUnloaded(awaited: true) is { } load)
            backend.Load(load.Id, load.Source);
        while (_waiting.TryDequeue(out Action<IWebViewBackend>? command))
            command(backend);
        _current = backend;
    }

    // Under the gate.
    private void Send<T>(T argument, Action<IWebViewBackend, T> command)
    {
        if (_current is { } current)
            command(current, argument);
        else
            Wait(argument, command);
    }

    private void Wait<T>(T argument, Action<IWebViewBackend, T> command)
    {
        if (_memory.IsStarted && !_ending)
            _waiting.Enqueue(backend => command(backend, argument));
    }

    private void End(Action<IWebViewBackend> end)
    {
        PanelHostBackend? current;
        using (_gate.Enter())
        {
            _ending = true;
            current = _current;
        }
        if (current is not null)
            end(current);
    }
}
