using System.Text;
using System.Text.RegularExpressions;
using AuroraView.Engine;
using AuroraView.WebView2;

namespace AuroraView.Windows.Tests.Support;

/// <summary>
/// The WebView2 back end, over the double, under a whole panel. The double runs no JavaScript: what the page's side of the bridge would post, a test lets it post, and
/// what the page is given is kept.
/// </summary>
internal sealed partial class SpokenEngine : IWebViewBackend, IWebViewBackendEvents
{
    // Calls of this class's own, which the panel must not hear of.
    private const long Own = -1;

    private readonly WebView2Backend _engine = new(new WebView2Options { BrowserFolder = EngineDouble.Folder });
    private readonly List<string> _given = [];
    private IWebViewBackendEvents? _panel;
    private string _token = "";

    /// <summary>How many documents have said their first word.</summary>
    internal int Hellos { get; private set; }

    /// <summary>All that the page was given so far, in order.</summary>
    internal string Given
    {
        get
        {
            lock (_given)
                return string.Join('\n', _given);
        }
    }

    /// <summary>What the page's side of the bridge says in the name of document 7.</summary>
    internal void Say(string items) => _engine.Evaluate(Own, $"double:post {_token}[7,{items}]", null);

    public void Start(BackendStart start, IWebViewBackendEvents events)
    {
        _panel = events;
        _token = Token().Match(start.DocumentScript).Groups[1].Value;
        _engine.Start(start, this);
    }

    public void Load(long loadId, PageSource source) => _engine.Load(loadId, source);

    public void Navigate(NavigationCommand command) => _engine.Navigate(command);

    public void Evaluate(long callId, string script, string? sourceName) => _engine.Evaluate(callId, script, sourceName);

    public void Deliver(long callId, ReadOnlySpan<byte> arguments)
    {
        lock (_given)
            _given.Add(Encoding.UTF8.GetString(arguments));
        _engine.Deliver(callId, arguments);
    }

    public void SetWindow(WindowCommand command) => _engine.SetWindow(command);

    public void CaptureScreenshot(long callId) => _engine.CaptureScreenshot(callId);

    public void Close() => _engine.Close();

    public void Terminate() => _engine.Terminate();

    public void TerminatePage() => _engine.TerminatePage();

    void IWebViewBackendEvents.OnReady(BackendInfo info) => _panel!.OnReady(info);

    void IWebViewBackendEvents.OnPageMessage(string origin, ReadOnlySpan<byte> message) => _panel!.OnPageMessage(origin, message);

    void IWebViewBackendEvents.OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        if (callId != Own)
            _panel!.OnEvaluated(callId, status, text);
    }

    void IWebViewBackendEvents.OnLoad(LoadProgress progress)
    {
        _panel!.OnLoad(progress);
        // The document's first word, as the page script says it.
        if (progress.Phase != LoadPhase.Committed)
            return;
        Hellos++;
        Say($"""["hello","{progress.Url}"]""");
    }

    void IWebViewBackendEvents.OnTitleChanged(string title) => _panel!.OnTitleChanged(title);

    void IWebViewBackendEvents.OnWindow(WindowChange change) => _panel!.OnWindow(change);

    void IWebViewBackendEvents.OnCaptured(long callId, ReadOnlySpan<byte> png, string? error) => _panel!.OnCaptured(callId, png, error);

    void IWebViewBackendEvents.OnCrashed(CrashReason reason, string detail) => _panel!.OnCrashed(reason, detail);

    void IWebViewBackendEvents.OnClosed(ClosedReason reason, BackendError? error) => _panel!.OnClosed(reason, error);

    [GeneratedRegex("\"token\":\\s*\"([0-9A-F]{32})\"")]
    private static partial Regex Token();
}
