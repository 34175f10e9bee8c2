using AuroraView.Engine;
using Xunit;

namespace AuroraView.Tests.Seam;

/// <summary>A page that does not answer, with an engine that does nothing: FakeScriptEngine. A page has 10 s.</summary>
public sealed class LivenessTests
{
    private readonly FakeScriptEngine _engine = new();

    [Fact]
    public void Look_ScriptUnansweredForItsTime_IsReportedOnceUntilTheNextSign()
    {
        _engine.Queue.Evaluate(1, "while (true) {}"u8, null);
        _engine.Wait(9);
        Assert.Empty(_engine.Said);
        _engine.Wait(60);
        Assert.Equal(["crashed Unresponsive"], _engine.Said);
        Assert.True(_engine.Queue.Life.IsUnresponsive);

        _engine.Queue.Life.ShowSign();
        Assert.False(_engine.Queue.Life.IsUnresponsive);
        _engine.Wait(25);
        Assert.Equal(2, _engine.Said.Count);
        Assert.Equal(0, _engine.PagesEnded);
    }

    [Fact]
    public void Look_NothingIsPending_EndsItsTimer()
    {
        _engine.Queue.Evaluate(1, "1"u8, null);
        _engine.AnswerNext();
        _engine.Wait(30);
        Assert.Equal((0, 1), (_engine.Looks, _engine.Said.Count));
    }

    [Fact]
    public void Look_PageWaitsForTheUser_IsNotReportedBeforeTheDialogIsGoneAndItsTimeIsOver()
    {
        _engine.Queue.Evaluate(1, "alert()"u8, null);
        _engine.Queue.Life.PauseUntilSign();
        _engine.Wait(100);
        _engine.Queue.Life.OnUnresponsive("The engine says so");
        Assert.Empty(_engine.Said);

        _engine.Queue.Life.EndPause();
        _engine.Wait(9);
        Assert.Empty(_engine.Said);
        _engine.Wait(20);
        Assert.Equal(["crashed Unresponsive"], _engine.Said);
    }

    [Fact]
    public void Look_LoadWaitsForAPageThatHangs_AsksItAndEndsIt()
    {
        _engine.Loads.Load(1, new PageSource(PageSourceKind.Html, "a"));
        _engine.Loads.Committed();
        _engine.Loads.Load(2, new PageSource(PageSourceKind.Html, "b"));

        _engine.Wait(11);
        Assert.Equal("void 0", Assert.Single(_engine.Running).Script);
        Assert.Equal(0, _engine.PagesEnded);
        _engine.Wait(11);
        Assert.Equal(1, _engine.PagesEnded);
    }

    [Fact]
    public void Look_PageThatHangsSharesItsProcess_EndsItForTheOthers()
    {
        _engine.IsPageShared = true;
        _engine.Queue.Evaluate(1, "while (true) {}"u8, null);
        _engine.Wait(25);
        Assert.Equal((1, 1), (_engine.PagesEnded, _engine.Said.Count));
    }

    [Fact]
    public void OnPageGone_PageWasReported_ForgetsIt()
    {
        _engine.Queue.Life.OnUnresponsive("The engine says so");
        Assert.True(_engine.Queue.Life.IsUnresponsive);
        _engine.Queue.AbandonAll("Gone.");
        Assert.False(_engine.Queue.Life.IsUnresponsive);
    }
}
