using AuroraView.Engine;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

public class ProcessTests : EngineTests
{
    private const int BrowserExited = 0;
    private const int RendererExited = 1;
    private const int Unresponsive = 2;
    private const int GpuExited = 6;
    private const int OutOfMemory = 5;

    [Fact]
    public void Renderer_Exits_WhatIsPendingFailsAndThePageComesBack()
    {
        using var view = new EngineView();
        view.Backend.Load(1, new PageSource(PageSourceKind.Html, "<title>page</title>"));
        view.Wait("load", static said => said.Text == "Finished");
        view.Backend.Evaluate(2, "double:never", null);
        view.Backend.Evaluate(3, $"double:fail {RendererExited} {OutOfMemory}", null);
        Assert.Equal(CrashReason.OutOfMemory, view.Wait("crashed").Crash);
        Assert.Equal(EvaluationStatus.PageGone, view.Wait("evaluated", static said => said.CallId == 2).Status);
        view.Backend.Navigate(NavigationCommand.Reload);
        view.Wait("load", said => said.Text == "Finished" && view.All.Count(static other => other.Text == "Finished") == 2);
        Assert.Equal("back", view.Evaluate(4, "double:return back").Text);
    }

    [Fact]
    public void Browser_Exits_TheViewIsMadeAgainInItsWindow()
    {
        using var view = new EngineView();
        view.Backend.Load(1, new PageSource(PageSourceKind.Html, "<title>page</title>"));
        view.Wait("load", static said => said.Text == "Finished");
        view.Backend.Evaluate(2, "double:never", null);
        view.Backend.Evaluate(3, $"double:fail {BrowserExited}", null);
        Assert.Equal(CrashReason.Crashed, view.Wait("crashed").Crash);
        Assert.Equal(EvaluationStatus.PageGone, view.Wait("evaluated", static said => said.CallId == 2).Status);
        view.Backend.Navigate(NavigationCommand.Reload);
        view.Wait("load", said => said.Text == "Finished" && view.All.Count(static other => other.Text == "Finished") == 2);
        Assert.Equal("back", view.Evaluate(4, "double:return back").Text);
        Assert.Equal(2, EngineDouble.Get("environments"));
        Assert.Single(view.All, static said => said.What == "ready");
    }

    [Fact]
    public void Browser_ExitsAgainAndAgain_EndsTheViewWithTheReason()
    {
        using var view = new EngineView();
        for (var round = 1; round <= 4; round++)
        {
            view.Backend.Evaluate(round, $"double:fail {BrowserExited}", null);
            var expected = round;
            view.Wait("crashed", _ => view.All.Count(static said => said.What == "crashed") == expected);
        }

        var closed = view.Wait("closed");
        Assert.Equal((ClosedReason.HostDied, "Died"), (closed.Closed, closed.Error!.Code));
    }

    [Fact]
    public void OtherProcess_Exits_TheViewGoesOn()
    {
        using var view = new EngineView();
        view.Evaluate(1, $"double:fail {GpuExited}");
        Assert.Equal("on", view.Evaluate(2, "double:return on").Text);
        Assert.DoesNotContain(view.All, static said => said.What == "crashed");
    }

    [Fact]
    public void Renderer_Unresponsive_IsSaid()
    {
        using var view = new EngineView();
        view.Backend.Evaluate(1, $"double:fail {Unresponsive}", null);
        Assert.Equal(CrashReason.Unresponsive, view.Wait("crashed").Crash);
    }

    [Fact]
    public void Page_DoesNotAnswerForLongerThanThePing_IsSaidOnceAndMayRecover()
    {
        using var view = new EngineView(EngineView.Begin() with { PingTimeout = TimeSpan.FromMilliseconds(50) });
        view.Backend.Evaluate(1, "double:never", null);
        Assert.Equal(CrashReason.Unresponsive, view.Wait("crashed").Crash);
        Assert.Equal("x", view.Evaluate(2, "double:return x").Text);
        Assert.Single(view.All, static said => said.What == "crashed");
    }

    [Theory]
    [InlineData("load")]
    [InlineData("reload")]
    public void Load_FindsThePageUnresponsive_EndsItsProcessAndIsShown(string wayOut)
    {
        using var view = new EngineView(EngineView.Begin() with { PingTimeout = TimeSpan.FromMilliseconds(50) });
        view.Backend.Load(1, new PageSource(PageSourceKind.Html, "<title>page</title>"));
        view.Wait("load", static said => said.Text == "Finished");
        view.Backend.Evaluate(2, "double:never", null);
        Assert.Equal(CrashReason.Unresponsive, view.Wait("crashed").Crash);
        if (wayOut == "load")
            view.Backend.Load(3, new PageSource(PageSourceKind.Html, "<title>other</title>"));
        else
            view.Backend.Navigate(NavigationCommand.Reload);
        view.Wait("crashed", static said => said.Crash == CrashReason.Terminated);
        Assert.Equal(EvaluationStatus.PageGone, view.Wait("evaluated", static said => said.CallId == 2).Status);
        view.Wait("load", said => said.Text == "Finished" && view.All.Count(static other => other.Text == "Finished") == 2);
        Assert.Equal("back", view.Evaluate(4, "double:return back").Text);
    }

    [Fact]
    public void TerminatePage_EndsThePagesProcessAlone()
    {
        using var view = new EngineView();
        view.Wait("ready");
        view.Backend.Evaluate(1, "double:never", null);
        view.Backend.TerminatePage();
        Assert.Equal(CrashReason.Terminated, view.Wait("crashed").Crash);
        Assert.Equal(EvaluationStatus.PageGone, view.Wait("evaluated", static said => said.CallId == 1).Status);
        Assert.DoesNotContain(view.All, static said => said.What == "closed");
    }
}
