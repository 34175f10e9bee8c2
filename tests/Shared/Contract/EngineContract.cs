using AuroraView.Engine;
using AuroraView.Engine.Pages;
using AuroraView.Engine.Windows;
using Xunit;

namespace AuroraView.Tests.Contract;

/// <summary>What a view asks of an engine is the same of every engine, and so is what it hears. Each engine runs these tests.</summary>
public abstract class EngineContract
{
    /// <summary>A script that never ends.</summary>
    protected abstract string Endless { get; }

    internal abstract RecordedView Open(TimeSpan? pingTimeout = null);

    [Fact]
    public void Load_Html_TellsItsStepsInOrderWithItsId()
    {
        using RecordedView view = Open();
        long load = view.LoadHtml("<p>hi</p>").LoadId;
        Assert.Equal(["Started", "Committed", "Finished"], view.All<LoadProgress>().Select(progress => progress.Phase.ToString()));
        Assert.All(view.All<LoadProgress>(), progress => Assert.Equal((AppPages.Root, load), (progress.Url, progress.LoadId)));
    }

    [Theory]
    [InlineData(PageSourceKind.Url, "not an address")]
    [InlineData(PageSourceKind.Url, "file:///etc/passwd")]
    [InlineData(PageSourceKind.Url, "http://127.0.0.1:25/")]
    [InlineData(PageSourceKind.File, "no/such/file.html")]
    public void Load_CannotBeDone_FailsWithTheReasonOfThePlan(PageSourceKind kind, string text)
    {
        using RecordedView view = Open();
        var source = new PageSource(kind, text);
        LoadProgress failed = view.Load(source);
        Assert.Equal((LoadPhase.Failed, LoadPlan.Make(source, new AppPages(null), fileAccess: false).Refusal), (failed.Phase, failed.Error));
    }

    [Theory]
    [InlineData(WindowAction.OpenDevTools, 0, 0)]
    [InlineData(WindowAction.Zoom, 1, 0)]
    [InlineData(WindowAction.Resize, 0, 40_000)]
    public void SetWindow_IsNotAllowed_FailsWithTheReasonOfTheRules(WindowAction action, int a, int b)
    {
        using RecordedView view = Open();
        var command = new WindowCommand(action, a, b);
        view.Backend.SetWindow(command);
        WindowChange failed = view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.CommandFailed);
        Assert.Equal(((int)action, WindowRules.Refuse(command, embedded: false, devTools: false)), (failed.A, failed.Error));
    }

    [Fact]
    public void DeliverAndEvaluate_InABurst_AreAnsweredOnceEachInOrder()
    {
        const int count = 1000;
        using RecordedView view = Open();
        view.LoadHtml("<p>hi</p>");
        for (int call = 0; call < count; call++)
        {
            if (call % 100 == 99)
                view.Backend.Evaluate(view.NextCall(), "1", null);
            else
                view.Deliver(view.NextCall(), "\"x\"");
        }
        view.Backend.Evaluate(view.NextCall(), "1", null);
        long last = view.NextCall() - 1;
        view.WaitEvaluated(last);
        long[] answered = [.. view.All<Evaluated>().Select(evaluated => evaluated.CallId)];
        Assert.Equal(Enumerable.Range(0, count + 1).Select(back => last - count + back), answered);
    }

    [Fact]
    public void TerminatePage_ScriptNeverEnds_IsAnsweredAndTheViewLoadsAgain()
    {
        using RecordedView view = Open();
        view.LoadHtml("<p>hi</p>");
        long call = view.NextCall();
        view.Backend.Evaluate(call, Endless, null);
        view.Backend.TerminatePage();
        Assert.Equal(EvaluationStatus.PageGone, view.WaitEvaluated(call).Status);
        Assert.Equal(CrashReason.Terminated, view.Wait<Crashed>().Reason);
        Assert.Equal(LoadPhase.Finished, view.LoadHtml("<p>again</p>").Phase);
    }

    [Fact]
    public void Load_PageDoesNotAnswer_EndsItAndIsShown()
    {
        using RecordedView view = Open(TimeSpan.FromMilliseconds(300));
        view.LoadHtml("<p>hi</p>");
        long call = view.NextCall();
        view.Backend.Evaluate(call, Endless, null);
        view.Wait<Crashed>(crashed => crashed.Reason == CrashReason.Unresponsive);
        Assert.Equal(LoadPhase.Finished, view.LoadHtml("<p>again</p>").Phase);
        Assert.Equal(EvaluationStatus.PageGone, view.WaitEvaluated(call).Status);
    }

    [Fact]
    public void Close_ScriptIsPending_EndsOnceAsTheLastThingSaid()
    {
        RecordedView view = Open();
        view.LoadHtml("<p>hi</p>");
        view.Backend.Evaluate(view.NextCall(), Endless, null);
        view.Dispose();
        Assert.Equal(ClosedReason.Requested, Assert.Single(view.All<Closed>()).Reason);
        Assert.IsType<Closed>(view.All<object>()[^1]);
    }
}
