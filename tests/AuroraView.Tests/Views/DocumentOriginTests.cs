using System.Collections.Concurrent;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>A document is who the engine says it is, from its first word to its last.</summary>
public sealed class DocumentOriginTests
{
    private const string App = "auroraview://app";
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    [Fact]
    public void PageMessage_CurrentDocumentsIdFromAnotherOrigin_IsRefusedAndReported()
    {
        var engine = new ScriptedBackend();
        using var view = new WebView(new WebViewOptions { Html = "<p></p>", Backend = () => engine });
        using var called = new BlockingCollection<string>();
        using var reported = new BlockingCollection<string>();
        view.On("note", (string text) => called.Add(text), HandlerThread.View);
        view.Error += (_, error) => reported.Add(error.Message);
        view.Show();
        engine.Say(App, 7, """["hello","auroraview://app/"]""");

        engine.Say("https://elsewhere.example", 7, """["event","note","stolen"]""");
        Assert.True(reported.TryTake(out var report, s_bound));
        Assert.Contains("https://elsewhere.example", report, StringComparison.Ordinal);

        engine.Say(App, 7, """["event","note","own"]""");
        Assert.True(called.TryTake(out var first, s_bound));
        Assert.Equal("own", first);
    }

    [Fact]
    public void PageMessage_OfADocumentThatIsGone_IsDroppedWithoutAReport()
    {
        var engine = new ScriptedBackend();
        using var view = new WebView(new WebViewOptions { Html = "<p></p>", Backend = () => engine });
        using var called = new BlockingCollection<string>();
        var reports = new ConcurrentQueue<string>();
        view.On("note", (string text) => called.Add(text), HandlerThread.View);
        view.Error += (_, error) => reports.Enqueue(error.Message);
        view.Show();
        engine.Say(App, 7, """["hello","auroraview://app/"]""");
        engine.Say(App, 8, """["hello","auroraview://app/"]""");

        engine.Say(App, 7, """["event","note","late"]""");
        engine.Say(App, 8, """["event","note","now"]""");
        Assert.True(called.TryTake(out var first, s_bound));
        Assert.Equal("now", first);
        Assert.Empty(reports);
    }

    [Fact]
    public void PageMessage_OfAPageThatIsBeingLeftFromNoOrigin_Counts()
    {
        var engine = new ScriptedBackend();
        using var view = new WebView(new WebViewOptions { Html = "<p></p>", Backend = () => engine });
        using var called = new BlockingCollection<string>();
        view.On("note", (string text) => called.Add(text), HandlerThread.View);
        view.Show();
        engine.Say(App, 7, """["hello","auroraview://app/"]""");
        engine.BeginNavigation();

        engine.Say("null", 7, """["event","note","last words"]""");
        Assert.True(called.TryTake(out var first, s_bound));
        Assert.Equal("last words", first);
    }
}
