using AuroraView.Engine;
using AuroraView.Threading;
using AuroraView.Threading.Tests;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>What makes a page reachable never waits for a page: a load leaves the line where the work before it cannot go.</summary>
public sealed class HeadOfLineTests
{
    private const string App = "auroraview://app";
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);
    private readonly ScriptedBackend _engine = new();
    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData("event")]
    [InlineData("evaluation")]
    [InlineData("screenshot")]
    public void Load_BehindWorkForAPageThatFailed_GoesAtOnce(string work)
    {
        _engine.Outcome = static source => source.Text == "first" ? "no server" : null;
        using var view = Open("first");
        Queue(view, work);
        view.LoadHtml("second");
        Assert.Equal("load second", _engine.Given.Last());
        _engine.Say(App, 1, """["hello","auroraview://app/"]""");
        Assert.True(WasDone(work));
    }

    [Fact]
    public void Reload_BehindWorkForAPageThatFailed_GoesAtOnce()
    {
        _engine.Outcome = static _ => "no server";
        using var view = Open("first");
        view.Emit("the event");
        view.Reload(ignoreCache: true);
        Assert.Equal("navigate ReloadIgnoringCache", _engine.Given.Last());
    }

    [Fact]
    public void Load_BehindWorkForAPageThatHangs_GoesWhenItsPatienceIsOver()
    {
        _engine.Outcome = static source => source.Text == "first" ? "" : null;
        using var view = Open("first");
        view.Emit("the event");
        view.LoadHtml("second");
        Assert.Equal("load first", _engine.Given.Last());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(SpinWait.SpinUntil(() => _engine.Given.Last() == "load second", s_bound));
        _engine.Say(App, 1, """["hello","auroraview://app/"]""");
        Assert.True(WasDone("event"));
        Assert.Single(_engine.Given, static given => given == "load second");
    }

    [Fact]
    public void Load_BehindWorkForAPageThatComes_WaitsForThatWork()
    {
        using var view = Open("first");
        view.EvalJs("in the first");
        view.LoadHtml("second");
        _engine.Say(App, 1, """["hello","auroraview://app/"]""");
        Assert.Equal(["load", "evaluate", "load"], _engine.Given.Select(static given => given.Split(' ')[0]));
    }

    [Fact]
    public void Load_BehindAnEventOfAPageThatIsReportedUnresponsive_GoesAtOnce()
    {
        using var view = Open("first");
        _engine.Say(App, 1, """["hello","auroraview://app/"]""");
        _engine.Delivery = static () => null;
        for (var i = 0; i < 3; i++)
            view.Emit("the event");
        view.LoadHtml("second");
        Assert.NotEqual("load second", _engine.Given.Last());
        _engine.Crash(CrashReason.Unresponsive);
        Assert.Equal("load second", _engine.Given.Last());
    }

    [Fact]
    public void Load_BehindAnEventOfAPageWithADialog_GoesAtOnceAndTheErrorNamesTheDialog()
    {
        using var view = Open("first");
        _engine.Say(App, 1, """["hello","auroraview://app/"]""");
        _engine.Delivery = static () => null;
        for (var i = 0; i < 3; i++)
            view.Emit("the event");
        _engine.Tell(new WindowChange(WindowChangeKind.DialogOpened, Error: "confirm"));
        var error = Assert.Throws<ThreadDispatchTimeoutException>(() => view.EvalJsSync<int>("1", TimeSpan.Zero));
        Assert.Contains("dialog (confirm)", error.Message, StringComparison.Ordinal);
        view.LoadHtml("second");
        Assert.Equal("load second", _engine.Given.Last());
    }

    [Fact]
    public void Load_StaysInItsDocument_WhatComesAfterItGoesThere()
    {
        using var view = Open("first");
        _engine.Say(App, 1, """["hello","auroraview://app/"]""");
        _engine.Tell(LoadPhase.Finished, null);
        _engine.Outcome = static _ => "";
        view.LoadUrl("auroraview://app/#part");
        view.EvalJs("x");
        Assert.DoesNotContain(_engine.Given, static given => given.StartsWith("evaluate", StringComparison.Ordinal));
        _engine.Tell(LoadPhase.Finished, null);
        Assert.Contains(_engine.Given, static given => given.StartsWith("evaluate", StringComparison.Ordinal));
    }

    [Fact]
    public void EvalJsSync_TimesOutAfterAFailedLoad_NamesIt()
    {
        _engine.Outcome = static _ => "no server";
        using var view = Open("first");
        var error = Assert.Throws<ThreadDispatchTimeoutException>(() => view.EvalJsSync<int>("1", TimeSpan.Zero));
        Assert.Contains("no server", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_ComesBackWhileAnEvaluationIsHeld_NeitherIsLostNorDoubled()
    {
        using var view = Open("first");
        _engine.Say(App, 1, """["hello","auroraview://app/"]""");
        _engine.Delivery = static () => null;
        view.Emit("first event");
        var batch = _engine.BatchId;
        _engine.BeginNavigation();
        view.EvalJs("the script");
        _engine.Answer(batch, EvaluationStatus.PageGone);
        _engine.Delivery = static () => EvaluationStatus.Completed;
        _engine.Say(App, 2, """["hello","auroraview://app/"]""");
        Assert.Single(_engine.Given, static given => given.Contains("the script", StringComparison.Ordinal));
        Assert.Equal(2, _engine.Given.Count(static given => given.Contains("first event", StringComparison.Ordinal)));
    }

    [Fact]
    public void Batch_OfADocumentThatIsGoneHasNoAnswerYet_NewerOnesWaitForIt()
    {
        using var view = Open("first");
        _engine.Say(App, 1, """["hello","auroraview://app/"]""");
        _engine.Delivery = static () => null;
        view.Emit("older");
        var batch = _engine.BatchId;
        _engine.Say(App, 2, """["hello","auroraview://app/"]""");
        view.Emit("newer");
        Assert.DoesNotContain(_engine.Given, static given => given.Contains("newer", StringComparison.Ordinal));
        _engine.Delivery = static () => EvaluationStatus.Completed;
        _engine.Answer(batch, EvaluationStatus.PageGone);
        var given = _engine.Given.ToList();
        Assert.True(given.FindLastIndex(static item => item.Contains("older", StringComparison.Ordinal))
            < given.FindIndex(static item => item.Contains("newer", StringComparison.Ordinal)));
    }

    private WebView Open(string html)
    {
        var view = new WebView(new WebViewOptions { Html = html, Backend = () => _engine, Clock = _clock });
        view.LoadFailed += static (_, _) => { };
        view.Show();
        return view;
    }

    private static void Queue(WebView view, string work)
    {
        switch (work)
        {
            case "event":
                view.Emit("the event");
                break;
            case "evaluation":
                view.EvalJs("x");
                break;
            default:
                _ = view.CaptureScreenshotAsync();
                break;
        }
    }

    private bool WasDone(string work) => _engine.Given.Any(given => work switch
    {
        "event" => given.StartsWith("deliver", StringComparison.Ordinal) && given.Contains("the event", StringComparison.Ordinal),
        "evaluation" => given.StartsWith("evaluate", StringComparison.Ordinal),
        _ => given == "capture",
    });
}
