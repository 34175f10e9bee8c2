using AuroraView.Engine;
using AuroraView.Threading.Schedules.Scheduling;

namespace AuroraView.Threading.Schedules.Views;

/// <summary>An engine whose start takes a while and may throw, fail later, or succeed; and which dies when it is told to. It knows no pages.</summary>
internal sealed class StartingEngine(Scheduler scheduler) : IWebViewBackend
{
    private readonly Queue<Action> _work = new();
    private IWebViewBackendEvents? _events;
    private bool _hasStart;
    private bool _threw;
    private bool _isGone;
    private bool _isOver;

    /// <summary>The thread that owns the view.</summary>
    internal VirtualThread Thread { get; set; } = null!;

    internal bool IsRunning => _hasStart && !_isGone;

    public void Start(BackendStart start, IWebViewBackendEvents events)
    {
        if (_events is not null)
            scheduler.Fail("the engine was started twice");
        _events = events;
        scheduler.Point("engine starts");
        if (scheduler.OneIn(4))
        {
            _threw = true;
            throw new InvalidOperationException("by the run's choice");
        }

        _hasStart = true;
        Do(scheduler.OneIn(4) ? () => Gone(ClosedReason.StartFailed) : () => Tell(() => events.OnReady(new BackendInfo("model", "1", "", 0, 0))));
        scheduler.Point("engine started");
    }

    public void Load(long loadId, PageSource source)
    {
    }

    public void Navigate(NavigationCommand command)
    {
    }

    public void Evaluate(long callId, string script, string? sourceName)
    {
    }

    public void Deliver(long callId, ReadOnlySpan<byte> arguments)
    {
    }

    public void SetWindow(WindowCommand command)
    {
        if (!_hasStart)
            scheduler.Fail("the window was changed before the engine had its start");
    }

    public void CaptureScreenshot(long callId)
    {
    }

    public void Close()
    {
        if (!_hasStart)
            scheduler.Fail("the engine was told to end before it had its start");
        Do(() => Gone(ClosedReason.Requested));
    }

    public void Terminate()
    {
        if (!_threw)
            Close();
    }

    public void TerminatePage()
    {
    }

    /// <summary>Its process ends.</summary>
    internal void Die()
    {
        if (_hasStart)
            Do(() => Gone(ClosedReason.HostDied));
    }

    internal void End() => Do(() => _isOver = true);

    /// <summary>The WebView thread's body.</summary>
    internal void Run()
    {
        while (!_isOver || _work.Count > 0)
        {
            if (_work.TryDequeue(out var work))
                work();
            else
                scheduler.Park(Thread, Timeout.InfiniteTimeSpan, takesToken: true);
        }
    }

    private void Gone(ClosedReason reason)
    {
        if (_isGone)
            return;
        _isGone = true;
        _events!.OnClosed(reason, reason == ClosedReason.Requested ? null : new BackendError("Died", "by the run's choice"));
    }

    private void Tell(Action news)
    {
        if (!_isGone)
            news();
    }

    // The queue of a thread of which one runs at a time: no lock is needed.
    private void Do(Action work)
    {
        _work.Enqueue(work);
        Thread.Parker.Unpark();
    }
}
