using System.Text;
using AuroraView.Engine;
using AuroraView.WebView2;

namespace AuroraView.Windows.Tests.Support;

/// <summary>A backend over the double, and all that it says, in order.</summary>
internal sealed class EngineView : IWebViewBackendEvents, IDisposable
{
    internal static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly List<Said> _said = [];

    internal EngineView(BackendStart? start = null, WebView2Options? options = null)
    {
        Backend = new WebView2Backend((options ?? new WebView2Options()) with { BrowserFolder = options?.BrowserFolder ?? EngineDouble.Folder });
        Backend.Start(start ?? Begin(), this);
    }

    internal WebView2Backend Backend { get; }

    internal nint Window => Wait("ready").Info!.Window;

    internal static BackendStart Begin() => new() { DocumentScript = "/* bridge */", DeliverFunction = "deliver" };

    internal List<Said> All
    {
        get
        {
            lock (_said)
                return [.. _said];
        }
    }

    /// <summary>Waits until something was said.</summary>
    internal Said Wait(string what, Func<Said, bool>? which = null) => Wait(said => said.What == what && which?.Invoke(said) != false, what);

    internal Said Wait(Func<Said, bool> which, string what = "it")
    {
        lock (_said)
        {
            var end = DateTime.UtcNow + Bound;
            while (true)
            {
                if (_said.Find(said => which(said)) is { } found)
                    return found;
                var left = end - DateTime.UtcNow;
                if (left <= TimeSpan.Zero || !Monitor.Wait(_said, left))
                    throw new TimeoutException($"'{what}' was not said; said was: {string.Join(", ", _said)}");
            }
        }
    }

    internal Said Evaluate(long id, string script)
    {
        Backend.Evaluate(id, script, null);
        return Wait("evaluated", said => said.CallId == id);
    }

    internal Said Close()
    {
        Backend.Close();
        return Wait("closed");
    }

    public void Dispose() => Close();

    void IWebViewBackendEvents.OnReady(BackendInfo info) => Say(new Said("ready", Info: info));

    void IWebViewBackendEvents.OnPageMessage(string origin, ReadOnlySpan<byte> message) => Say(new Said("message", Text: origin + " " + Encoding.UTF8.GetString(message)));

    void IWebViewBackendEvents.OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text) =>
        Say(new Said("evaluated", callId, Encoding.UTF8.GetString(text), Status: status));

    void IWebViewBackendEvents.OnLoad(LoadProgress progress) => Say(new Said("load", Load: progress, Text: progress.Phase.ToString()));

    void IWebViewBackendEvents.OnTitleChanged(string title) => Say(new Said("title", Text: title));

    void IWebViewBackendEvents.OnWindow(WindowChange change) => Say(new Said("window", Window: change, Text: change.Kind.ToString()));

    void IWebViewBackendEvents.OnCaptured(long callId, ReadOnlySpan<byte> png, string? error) => Say(new Said("captured", callId, error ?? "", Bytes: png.Length));

    void IWebViewBackendEvents.OnCrashed(CrashReason reason, string detail) => Say(new Said("crashed", Crash: reason, Text: detail));

    void IWebViewBackendEvents.OnClosed(ClosedReason reason, BackendError? error) => Say(new Said("closed", Closed: reason, Error: error));

    private void Say(Said said)
    {
        lock (_said)
        {
            _said.Add(said);
            Monitor.PulseAll(_said);
        }
    }
}
