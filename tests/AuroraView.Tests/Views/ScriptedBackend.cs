using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using AuroraView.Backends;

namespace AuroraView.Tests.Views;

/// <summary>A double of an engine: says what a test tells it to say, for what a real engine does not do on demand.</summary>
internal sealed partial class ScriptedBackend : IWebViewBackend
{
    private IWebViewBackendEvents? _events;
    private string _token = "";

    /// <summary>The batches that came for the page: each the literal of a JSON array of operations.</summary>
    internal BlockingCollection<string> Delivered { get; } = [];

    public void Start(BackendStart start, IWebViewBackendEvents events)
    {
        _events = events;
        _token = Token().Match(start.DocumentScript).Groups[1].Value;
        events.OnReady(new BackendInfo("scripted", "1", "none", 0, 0));
    }

    public void Load(long loadId, PageSource source)
    {
        _events!.OnLoad(new LoadProgress(LoadPhase.Started, "", null, false, false, loadId));
        _events.OnLoad(new LoadProgress(LoadPhase.Committed, "", null, false, false, loadId));
    }

    public void Navigate(NavigationCommand command)
    {
    }

    public void Evaluate(long callId, string script, string? sourceName)
    {
    }

    public void Deliver(long callId, ReadOnlySpan<byte> arguments)
    {
        Delivered.Add(Encoding.UTF8.GetString(arguments));
        _events!.OnEvaluated(callId, EvaluationStatus.Completed, default);
    }

    public void SetWindow(WindowCommand command)
    {
    }

    public void CaptureScreenshot(long callId)
    {
    }

    public void Close() => _events!.OnClosed(ClosedReason.Requested, null);

    public void Terminate() => Close();

    public void TerminatePage() => _events!.OnCrashed(CrashReason.Terminated, "");

    /// <summary>The engine cannot be started after all.</summary>
    internal void Fail(string why) => _events!.OnClosed(ClosedReason.StartFailed, new BackendError("Died", why));

    /// <summary>The page goes elsewhere by itself.</summary>
    internal void BeginNavigation() => _events!.OnLoad(new LoadProgress(LoadPhase.Started, "", null, false, false, 0));

    /// <summary>A page of <paramref name="origin"/> says <paramref name="items"/> in the name of a document.</summary>
    internal void Say(string origin, long document, string items) =>
        _events!.OnPageMessage(origin, Encoding.UTF8.GetBytes($"{_token}[{document},{items}]"));

    [GeneratedRegex("\"token\":\\s*\"([0-9A-F]{32})\"")]
    private static partial Regex Token();
}
