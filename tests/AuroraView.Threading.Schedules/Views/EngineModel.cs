using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AuroraView.Engine;
using AuroraView.Threading.Schedules.Scheduling;

namespace AuroraView.Threading.Schedules.Views;

/// <summary>
/// An engine whose WebView thread is a thread of the scheduler's. Its page takes what it is given, or is gone by then; its loads are committed, fail, or never end; its
/// process crashes: as the run's choices say, until it is told to be calm.
/// </summary>
internal sealed partial class EngineModel(Scheduler scheduler) : IWebViewBackend
{
    private readonly Queue<Action> _work = new();
    private readonly HashSet<int> _scripts = [];
    private IWebViewBackendEvents _events = null!;
    private string _token = "";
    private long _document;
    private long _lastDocument;
    private long _loadId;
    private bool _isOver;

    /// <summary>The thread that owns the view.</summary>
    internal VirtualThread Thread { get; set; } = null!;

    /// <summary>From now on every load is committed and nothing crashes.</summary>
    internal bool IsCalm { get; set; }

    /// <summary>The events that pages got, in order.</summary>
    internal List<int> Received { get; } = [];

    /// <summary>Who waits for the page to have got something.</summary>
    internal Action? OnReceived { get; set; }

    public void Start(BackendStart start, IWebViewBackendEvents events)
    {
        _events = events;
        _token = Token().Match(start.DocumentScript).Groups[1].Value;
        Do(() => events.OnReady(new BackendInfo("model", "1", "", 0, 0)));
    }

    public void Load(long loadId, PageSource source) => Do(() =>
    {
        _loadId = loadId;
        Begin();
    });

    public void Navigate(NavigationCommand command) => Do(() =>
    {
        // Where nothing was loaded there is nothing to be loaded again.
        if (_loadId != 0)
            Begin();
    });

    public void Evaluate(long callId, string script, string? sourceName)
    {
        var number = int.Parse(Script().Match(script).Groups[1].Value, CultureInfo.InvariantCulture);
        if (!_scripts.Add(number))
            scheduler.Fail($"script {number} was given to the engine twice");
        Do(() => _events.OnEvaluated(callId, _document == 0 ? EvaluationStatus.PageGone : EvaluationStatus.Completed, default));
    }

    public void Deliver(long callId, ReadOnlySpan<byte> arguments)
    {
        var text = Encoding.UTF8.GetString(arguments);
        Do(() =>
        {
            scheduler.Note($"document {_document} gets {string.Join(' ', Event().Matches(text).Select(static item => item.Value))}");
            if (_document == 0)
            {
                _events.OnEvaluated(callId, EvaluationStatus.PageGone, default);
                return;
            }

            foreach (Match item in Event().Matches(text))
                Received.Add(int.Parse(item.Groups[1].Value, CultureInfo.InvariantCulture));
            OnReceived?.Invoke();
            _events.OnEvaluated(callId, EvaluationStatus.Completed, default);
        });
    }

    public void SetWindow(WindowCommand command)
    {
    }

    public void CaptureScreenshot(long callId) => Do(() => _events.OnCaptured(callId, default, "none here"));

    public void Close() => Do(() => _events.OnClosed(ClosedReason.Requested, null));

    public void Terminate() => Close();

    public void TerminatePage() => Crash();

    /// <summary>The page's process ends.</summary>
    internal void Crash() => Do(() =>
    {
        _document = 0;
        scheduler.Note("crash");
        _events.OnCrashed(CrashReason.Crashed, "by the run's choice");
    });

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

    internal void End() => Do(() => _isOver = true);

    // The queue of a thread of which one runs at a time: no lock is needed.
    private void Do(Action work)
    {
        _work.Enqueue(work);
        Thread.Parker.Unpark();
    }

    private void Begin()
    {
        Tell(LoadPhase.Started, null);
        if (!IsCalm && scheduler.OneIn(4))
        {
            Tell(LoadPhase.Failed, "by the run's choice");
            return;
        }

        // A server that never answers: the next load takes the place of this one.
        if (!IsCalm && scheduler.OneIn(4))
            return;
        _document = 0;
        Tell(LoadPhase.Committed, null);
        _document = ++_lastDocument;
        var hello = Encoding.UTF8.GetBytes($"{_token}[{_document},[\"hello\",\"{PageSource.AppOrigin}/\"]]");
        _events.OnPageMessage(PageSource.AppOrigin, hello);
        Tell(LoadPhase.Finished, null);
    }

    private void Tell(LoadPhase phase, string? error)
    {
        scheduler.Note($"load {_loadId}: {phase}");
        _events.OnLoad(new LoadProgress(phase, "", error, false, false, _loadId));
    }

    [GeneratedRegex("\"token\":\\s*\"([0-9A-F]{32})\"")]
    private static partial Regex Token();

    [GeneratedRegex("number(\\d+)")]
    private static partial Regex Script();

    [GeneratedRegex("event(\\d+)")]
    private static partial Regex Event();
}
