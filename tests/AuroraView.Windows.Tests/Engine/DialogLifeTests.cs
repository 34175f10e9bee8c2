using AuroraView.Engine;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

/// <summary>Dialogs of a page's scripts: what takes them away, and what they must not hold. That each deferral is completed once the double counts.</summary>
public class DialogLifeTests : EngineTests
{
    private const int Confirm = 1;
    private const int BrowserExited = 0;
    private const int RendererExited = 1;
    private const int Unresponsive = 2;

    [Fact]
    public void BeforeUnload_IsAcceptedWithoutAWindow()
    {
        using var view = DialogPage.Open();
        view.Evaluate(1, "double:unload");
        view.LoadAgain();
        Assert.Equal((1, 1, 0), (EngineDouble.Get("dialogs"), EngineDouble.Get("dialogsAccepted"), EngineDouble.Get("navigationsKept")));
        Assert.Empty(OpenDialog.All);
    }

    [Fact]
    public void Close_WithADialogOpen_EndsAndTakesItAway()
    {
        using var view = DialogPage.Open();
        view.Ask(1, Confirm, "stay?");
        var dialog = OpenDialog.Wait();
        Assert.Equal(ClosedReason.Requested, view.Close().Closed);
        dialog.WaitUntilGone();
        Assert.Equal(1, EngineDouble.Get("dialogsCancelled"));
    }

    [Fact]
    public void Close_AtTheMomentOfADialog_EndsCleanly()
    {
        for (var round = 0; round < 15; round++)
        {
            using var view = DialogPage.Open();
            view.Ask(1, Confirm, "stay?");
            if (round % 3 > 0)
                Worker.Until(static () => EngineDouble.Get("dialogs") > 0);
            if (round % 3 > 1)
                OpenDialog.Wait().PressOk();
            Assert.Equal(ClosedReason.Requested, view.Close().Closed);
            EngineDouble.Set("dialogs", 0);
            Worker.Until(static () => OpenDialog.All.Count == 0);
        }
    }

    [Fact]
    public void Load_WithADialogOpen_TakesItAway()
    {
        using var view = DialogPage.Open();
        view.Ask(1, Confirm, "stay?");
        var dialog = OpenDialog.Wait();
        view.LoadAgain();
        dialog.WaitUntilGone();
        // The answer that was on its way meets no other dialog.
        dialog.PressOk();
        view.Ask(2, Confirm, "next");
        var next = OpenDialog.Wait(but: dialog.Window);
        next.PressCancel();
        Assert.Equal("cancelled", view.Answer(2));
    }

    [Theory]
    [InlineData(NavigationCommand.Reload)]
    [InlineData(NavigationCommand.Back)]
    public void Navigate_APageThatAsksInALoop_IsLeft(NavigationCommand command)
    {
        using var view = DialogPage.Open();
        view.LoadAgain();
        view.Backend.Evaluate(1, "double:dialogs 1000000", null);
        var dialog = OpenDialog.Wait();
        view.Backend.Navigate(command);
        view.Wait(_ => view.All.Count(static said => said.Text == "Finished") == 3, "left");
        dialog.WaitUntilGone();
        Assert.Empty(OpenDialog.All);
    }

    [Fact]
    public void Page_GoesAwayByItself_TakesItsDialogAlong()
    {
        using var view = DialogPage.Open();
        view.Ask(1, Confirm, "stay?");
        var dialog = OpenDialog.Wait();
        view.Backend.Evaluate(2, "double:replaced", null);
        dialog.WaitUntilGone();
    }

    [Fact]
    public void Renderer_ExitsWithADialogOpen_TakesItAway()
    {
        using var view = DialogPage.Open();
        view.Ask(1, Confirm, "stay?");
        var dialog = OpenDialog.Wait();
        view.Backend.Evaluate(2, $"double:fail {RendererExited}", null);
        view.Wait("crashed");
        dialog.WaitUntilGone();
        Assert.Equal(EvaluationStatus.PageGone, view.Wait("evaluated", static said => said.CallId == 1).Status);
        view.LoadAgain();
        Assert.Equal("", view.Answered(3, Confirm, static open => open.PressOk()));
    }

    [Fact]
    public void Browser_ExitsWithADialogOpen_TakesItAway()
    {
        using var view = DialogPage.Open();
        view.Ask(1, Confirm, "stay?");
        var dialog = OpenDialog.Wait();
        view.Backend.Evaluate(2, $"double:fail {BrowserExited}", null);
        view.Wait("crashed");
        dialog.WaitUntilGone();
        view.LoadAgain();
        Assert.Equal("", view.Answered(3, Confirm, static open => open.PressOk()));
    }

    [Fact]
    public void Watch_PausesWhileADialogIsOpenAndUntilTheNextSign()
    {
        using var view = DialogPage.Open(EngineView.Begin() with { PingTimeout = TimeSpan.FromMilliseconds(20) });
        view.Ask(1, Confirm, "well?");
        var dialog = OpenDialog.Wait();
        view.Backend.Evaluate(2, $"double:fail {Unresponsive}", null);
        // Work for the view until the watch would have looked several times.
        for (long id = 100, begin = Environment.TickCount64; Environment.TickCount64 - begin < 200; id++)
        {
            view.Backend.CaptureScreenshot(id);
            view.Wait("captured", said => said.CallId == id);
        }

        Assert.DoesNotContain(view.All, static said => said.What == "crashed");
        view.Backend.Evaluate(3, "double:never", null);
        dialog.PressOk();
        view.Answer(1);
        Assert.Equal(CrashReason.Unresponsive, view.Wait("crashed").Crash);
    }

    [Fact]
    public void Watch_OfAPageThatAsksInALoopNobodyHears_GoesOn()
    {
        using var view = DialogPage.Open(EngineView.Begin() with { PingTimeout = TimeSpan.FromMilliseconds(20) });
        view.Backend.Evaluate(1, "double:dialogs 1000000", null);
        OpenDialog.Wait().PressOk();
        Worker.Until(static () => OpenDialog.All.Exists(static open => open.Mute != 0));
        var second = OpenDialog.All.First(static open => open.Mute != 0);
        second.PressMute();
        second.PressOk();
        Assert.Equal(CrashReason.Unresponsive, view.Wait("crashed").Crash);
    }

    // The host's thread does not come back until the page was answered and the panel is closed.
    [Fact]
    public void Dialog_WhileTheHostIsStuck_IsShownAndAnsweredAndThePanelCloses()
    {
        using var host = new HostWindow();
        using var view = DialogPage.Open(EngineView.Begin() with { Parent = host.Handle });
        using var isStuck = new ManualResetEventSlim();
        var release = false;
        host.Dispatcher.Post(() =>
        {
            isStuck.Set();
            while (!Volatile.Read(ref release))
                Thread.Sleep(1);
        });
        Assert.True(isStuck.Wait(EngineView.Bound));
        try
        {
            Assert.Equal("typed", view.Answered(1, 2, static dialog =>
            {
                dialog.Type("typed");
                dialog.PressOk();
            }));
            view.Ask(2, Confirm, "stay?");
            var dialog = OpenDialog.Wait();
            Assert.Equal(ClosedReason.Requested, view.Close().Closed);
            dialog.WaitUntilGone();
        }
        finally
        {
            Volatile.Write(ref release, true);
        }
    }

    [Fact]
    public void Dialog_HasNoOwnerAndAThreadOfItsOwn()
    {
        using var host = new HostWindow();
        using var view = DialogPage.Open(EngineView.Begin() with { Parent = host.Handle });
        view.Ask(1, Confirm, "whose?");
        var dialog = OpenDialog.Wait();
        Assert.Equal(0, User32.GetWindow(dialog.Window, User32.Owner));
        Assert.DoesNotContain(OpenDialog.ThreadOf(dialog.Window), (uint[])[host.ThreadId, OpenDialog.ThreadOf(view.Window), OpenDialog.ThreadOf(User32.FindWindowExW(view.Window, 0, null, null))]);
        dialog.PressOk();
        view.Answer(1);
    }

    [Fact]
    public void Host_ComesToTheFront_TheDialogStaysAboveIt()
    {
        using var host = new HostWindow();
        using var view = DialogPage.Open(EngineView.Begin() with { Parent = host.Handle });
        view.Ask(1, Confirm, "hidden?");
        var dialog = OpenDialog.Wait();
        host.Dispatcher.Invoke(() =>
        {
            _ = User32.SetWindowPos(host.Handle, 0, 0, 0, 0, 0, User32.NoSizeNoMove);
            User32.NotifyWinEvent(User32.EventForeground, host.Handle, 0, 0);
        });
        Worker.Until(() => OpenDialog.IsAbove(dialog.Window, host.Handle));
        dialog.PressOk();
        view.Answer(1);
    }
}
