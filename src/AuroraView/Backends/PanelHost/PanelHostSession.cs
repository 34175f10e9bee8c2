using AuroraView.Engine;
using AuroraView.Engine.Framing;
using AuroraView.Engine.Transport;
using AuroraView.Engine.Writing;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Locking;

namespace AuroraView.Backends.PanelHost;

/// <summary>
/// One view's share of a panel host, from start to end. A background thread joins the panel host or spawns it, reads the view's channel, the process's
/// output and its end, and raises every event; it is the only thread that closes anything.
/// </summary>
internal sealed class PanelHostSession
{
    private readonly IWebViewBackendEvents _events;
    private readonly PanelHostEvents _frames;
    private readonly TimeSpan _closeBound;
    // No level: it is taken inside whatever lock the caller of a panel holds. Inside it only the channel writer's.
    private readonly OrderedLock _gate = new("panel host session", LockLevel.None);
    private readonly Queue<Action<IWebViewBackendEvents>> _answers = new();
    private readonly WakeDescriptor _wake = new();
    private readonly int _owner = Libc.GetProcessId();
    private readonly SocketTransport? _near;
    private readonly SocketTransport? _far;
    private readonly ChannelWriter? _writer;
    private readonly BackendError? _noChannel;
    private readonly BackendStart _start;
    private readonly Succession _succession;
    private readonly HostWatch _watch;
    private SharedPanelHost? _host;
    private long _closeDeadline = long.MaxValue;
    private bool _closeAsked;
    private bool _terminated;
    private bool _over;

    public PanelHostSession(IWebViewBackendEvents events, TimeSpan closeBound, BackendStart start, Succession succession)
    {
        _start = start;
        _succession = succession;
        _watch = new HostWatch(start.PingTimeout);
        _events = events;
        _frames = new PanelHostEvents(events);
        _closeBound = closeBound;
        try
        {
            (_near, _far) = SocketTransport.CreatePair();
            _writer = new ChannelWriter(_near);
        }
        catch (ChannelException error)
        {
            _noChannel = new BackendError("SpawnFailed", error.Message);
        }
    }

    /// <summary>The panel host's process id once it was spawned, or 0.</summary>
    public int ProcessId => Host?.ProcessId ?? 0;

    /// <summary>The process that serves the view, once there is one.</summary>
    public SharedPanelHost? Host
    {
        get
        {
            using (_gate.Enter())
                return _host;
        }
    }

    /// <summary>Bytes that the panel host has not taken yet.</summary>
    public long QueuedBytes => _writer?.QueuedBytes ?? 0;

    /// <summary>Starts the thread that spawns and reads.</summary>
    /// <exception cref="OutOfMemoryException">The system gives no thread: nothing has begun, and the session's descriptors are given back.</exception>
    public void Begin()
    {
        try
        {
            Background.Start("AuroraView panel reader", Run);
        }
        catch
        {
            using (_gate.Enter())
            {
                _over = true;
                _writer?.End();
            }
            CloseDescriptors();
            throw;
        }
    }

    /// <summary>Sends a frame, from any thread.</summary>
    public void Send(ref FrameBuilder frame, bool urgent = false)
    {
        if (_writer is null)
        {
            frame.Dispose();
            return;
        }
        _writer.Send(ref frame, urgent);
        if (_watch.OnSent())
            Wake();
    }

    /// <summary>Raises an event of this side's own, in the reader's thread like all others.</summary>
    public void Answer(Action<IWebViewBackendEvents> answer)
    {
        using (_gate.Enter())
        {
            if (_over)
                return;
            _answers.Enqueue(answer);
            _wake.Signal();
        }
    }

    private void Wake()
    {
        using (_gate.Enter())
        {
            if (!_over)
                _wake.Signal();
        }
    }

    /// <summary>Asks the panel host to close, and kills it when it does not in time.</summary>
    public void Close()
    {
        // In a forked copy of the host this channel belongs to the original.
        if (Libc.GetProcessId() != _owner)
            return;
        using (_gate.Enter())
        {
            if (_over || _closeAsked)
                return;
            _closeAsked = true;
            _closeDeadline = Environment.TickCount64 + (long)_closeBound.TotalMilliseconds;
            _wake.Signal();
        }
        var frame = new FrameBuilder(FrameKind.Close);
        Send(ref frame, urgent: true);
    }

    /// <summary>Kills the panel host.</summary>
    public void Terminate()
    {
        if (Libc.GetProcessId() != _owner)
            return;
        using (_gate.Enter())
        {
            if (_over || _terminated)
                return;
            _terminated = true;
            _host?.Kill();
            // Whatever the process does now, the reader wakes.
            _near?.Shutdown();
            _wake.Signal();
        }
    }

    private void Run()
    {
        BackendError? error = null;
        try
        {
            if (Join() is { } host)
            {
                using var loop = new PanelHostLoop(_near!, host.Output, _wake, _frames, _watch);
                while (loop.Turn(TimeToNextTurn(), host.ProcessDescriptor))
                {
                    RaiseAnswers();
                    if (TimeLeft() == 0)
                        break;
                    Watch(host);
                }
            }
        }
        catch (BackendFailureException failure)
        {
            error = failure.Error;
        }
        catch (ChannelException fault)
        {
            error = new BackendError(fault.Fault == ChannelFault.WrongVersion ? "VersionMismatch" : "Died", fault.Message);
        }
        catch (Exception unexpected)
        {
            error = new BackendError("Died", "Reading the panel host failed: " + unexpected);
        }
        End(error);
    }

    private void Watch(SharedPanelHost host)
    {
        _watch.IsReady = _frames.Ready;
        switch (_watch.Look())
        {
            case HostWatch.Step.Ask:
                var frame = new FrameBuilder(FrameKind.Ping);
                _writer!.Send(ref frame, urgent: true);
                break;
            case HostWatch.Step.GiveUp:
                throw new BackendFailureException("Died",
                    $"The panel host (process {host.ProcessId}) gave no sign for {2 * _watch.Period} ms: it hangs, or was stopped. It is ended.");
        }
    }

    private SharedPanelHost? Join()
    {
        if (_noChannel is not null)
            throw new BackendFailureException(_noChannel);
        SharedPanelHost? host;
        try
        {
            host = SharedPanelHost.Join(HostKey.Of(_start), _far!, _owner, _succession, () => IsGivenUp);
        }
        finally
        {
            _far!.Dispose();
        }
        using (_gate.Enter())
        {
            _host = host;
            if (_terminated)
                host?.Kill();
        }
        return host;
    }

    private bool IsGivenUp
    {
        get
        {
            using (_gate.Enter())
                return _terminated || _closeAsked;
        }
    }

    // -1, which is no limit, is the largest of them.
    private int TimeToNextTurn() => (int)Math.Min((uint)TimeLeft(), (uint)_watch.TimeLeft());

    private int TimeLeft()
    {
        long deadline = Volatile.Read(ref _closeDeadline);
        return deadline == long.MaxValue ? -1 : (int)Math.Clamp(deadline - Environment.TickCount64, 0, int.MaxValue);
    }

    private void RaiseAnswers()
    {
        while (true)
        {
            Action<IWebViewBackendEvents>? answer;
            using (_gate.Enter())
                _answers.TryDequeue(out answer);
            if (answer is null)
                return;
            answer(_events);
        }
    }

    private void End(BackendError? error)
    {
        string died = "The panel host was not started.";
        bool orderly = error is null && _frames.Closed is not null;
        bool lingers = orderly && _host?.Lingers == true;
        if (_host is { } host && !lingers)
        {
            int process = host.ProcessId;
            string how = host.Leave(_succession.Order, orderly);
            died = $"The panel host (process {process}) is gone: {how}.{host.Output.LastWords}{ResourceLimits.Describe()}";
        }
        bool requested;
        using (_gate.Enter())
        {
            _over = true;
            requested = _closeAsked || _terminated;
            _answers.Clear();
            _writer?.End();
        }
        CloseDescriptors();

        (ClosedReason reason, BackendError? why) = Verdict(error, requested, died);
        _events.OnClosed(reason, why);
        if (!lingers)
            return;
        _host!.Linger();
        _host.Leave(_succession.Order, orderly: true);
    }

    private void CloseDescriptors()
    {
        _near?.Dispose();
        _far?.Dispose();
        _wake.Dispose();
    }

    private (ClosedReason Reason, BackendError? Error) Verdict(BackendError? error, bool requested, string died)
    {
        if (_frames.Closed is { } said && (error is null || said.Error is not null))
            return said;
        if (requested)
            return (ClosedReason.Requested, null);
        return (_frames.Ready ? ClosedReason.HostDied : ClosedReason.StartFailed, error ?? new BackendError("Died", died));
    }
}
