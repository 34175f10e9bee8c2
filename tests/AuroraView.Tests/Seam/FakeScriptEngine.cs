using System.Text;
using AuroraView.Engine;
using AuroraView.Engine.Pages;
using AuroraView.Engine.Scripts;
using AuroraView.Threading.Tests;

namespace AuroraView.Tests.Seam;

/// <summary>A web view engine that does nothing: it keeps what it is told, and a test answers for it. Its timer is the test's
/// clock.</summary>
internal sealed class FakeScriptEngine : IScriptEngine, IWebViewBackendEvents
{
    private readonly ManualClock _clock = new();

    internal FakeScriptEngine(TimeSpan? pingTimeout = null)
    {
        Loads = new FakeLoads(this, new AppPages(null));
        Queue = new ScriptQueue(this, this, new BackendStart { DocumentScript = "", DeliverFunction = "d", PingTimeout = pingTimeout ?? TimeSpan.FromSeconds(10) }, Loads, _clock);
    }

    internal ScriptQueue Queue { get; }

    internal FakeLoads Loads { get; }

    /// <summary>What was run and is not answered, oldest first.</summary>
    internal List<(PendingScript Pending, string Script)> Running { get; } = [];

    /// <summary>Everything that was said, in order.</summary>
    internal List<string> Said { get; } = [];

    internal int PagesEnded { get; private set; }

    /// <summary>Whether other pages are in the page's process.</summary>
    public bool IsPageShared { get; set; }

    /// <summary>How many timers are under way.</summary>
    internal int Looks { get; private set; }

    /// <summary>Answers the oldest script.</summary>
    internal void AnswerNext(EvaluationStatus status = EvaluationStatus.Completed, string text = "")
    {
        PendingScript pending = Running[0].Pending;
        Running.RemoveAt(0);
        pending.Answer(status, Encoding.UTF8.GetBytes(text));
    }

    internal void Wait(double seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));

    void IScriptEngine.Run(PendingScript pending, ReadOnlySpan<byte> script, string? sourceName) => Running.Add((pending, Encoding.UTF8.GetString(script)));

    void IScriptEngine.LookIn(long milliseconds)
    {
        Looks++;
        _clock.CreateTimer(
            _ =>
            {
                Looks--;
                Queue.Life.Look();
            },
            null, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }

    void IScriptEngine.EndPage() => PagesEnded++;

    void IWebViewBackendEvents.OnReady(BackendInfo info) => Said.Add("ready");

    void IWebViewBackendEvents.OnPageMessage(string origin, ReadOnlySpan<byte> message) => Said.Add("message");

    void IWebViewBackendEvents.OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text) =>
        Said.Add($"{callId} {status} {Encoding.UTF8.GetString(text)}".TrimEnd());

    void IWebViewBackendEvents.OnLoad(LoadProgress progress) => Said.Add($"load {progress.LoadId} {progress.Phase} {progress.Error}".TrimEnd());

    void IWebViewBackendEvents.OnTitleChanged(string title) => Said.Add("title");

    void IWebViewBackendEvents.OnWindow(WindowChange change) => Said.Add($"window {change.Kind}");

    void IWebViewBackendEvents.OnCaptured(long callId, ReadOnlySpan<byte> png, string? error) => Said.Add("captured");

    void IWebViewBackendEvents.OnCrashed(CrashReason reason, string detail) => Said.Add($"crashed {reason}");

    void IWebViewBackendEvents.OnClosed(ClosedReason reason, BackendError? error) => Said.Add("closed");
}
