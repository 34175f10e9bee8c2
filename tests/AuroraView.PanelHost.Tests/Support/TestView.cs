using AuroraView.Backends.PanelHost;
using AuroraView.Engine;
using Xunit;

namespace AuroraView.PanelHost.Tests.Support;

/// <summary>A view through the panel host, with everything that it said, in order.</summary>
internal sealed class TestView : RecordedView
{
    public const string DocumentScript = """
        (() => {
          const post = s => window.webkit.messageHandlers.auroraview.postMessage(s);
          window.got = [];
          window.post = s => { post(s); };
          window.__deliver = (...items) => { for (const item of items) window.got.push(item); return 'doc'; };
        })();
        """;

    private TestView(PanelHostBackend backend, BackendStart start) : base(backend, start) => Backend = backend;

    public new PanelHostBackend Backend { get; }

    public static TestView Start(Func<BackendStart, BackendStart>? change = null, TimeSpan? closeBound = null)
    {
        var start = new BackendStart { DocumentScript = DocumentScript, DeliverFunction = "__deliver", Width = 400, Height = 300 };
        return new TestView(new PanelHostBackend(closeBound), change?.Invoke(start) ?? start);
    }

    /// <summary>Starts a view and loads a page.</summary>
    public static TestView Show(string html, Func<BackendStart, BackendStart>? change = null, TimeSpan? closeBound = null)
    {
        TestView view = Start(change, closeBound);
        view.LoadHtml(html);
        return view;
    }

    public byte[] Screenshot()
    {
        long call = NextCall();
        Backend.CaptureScreenshot(call);
        Captured captured = Wait<Captured>(c => c.CallId == call);
        Assert.Null(captured.Error);
        return captured.Png;
    }
}
