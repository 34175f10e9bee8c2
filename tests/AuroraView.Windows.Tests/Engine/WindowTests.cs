using System.Diagnostics;
using AuroraView.Engine;
using AuroraView.Threading.Waiting;
using AuroraView.WebView2;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

public class WindowTests : EngineTests
{
    private const int KeyS = 0x53;

    [Fact]
    public void Parent_Given_ThePanelFillsItAndFollowsItsSize()
    {
        using var host = new HostWindow();
        using var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        Assert.Equal(host.Handle, User32.GetParent(view.Window));
        Filled(host);
        for (var width = 300; width < 700; width += 7)
            host.Resize(width, width / 2);
        Filled(host);
        Assert.True(EngineDouble.Get("bounds") > 1);
    }

    [Fact]
    public void Parent_Destroyed_ThePageLivesOnAndMovesIntoAnother()
    {
        using var host = new HostWindow();
        using var next = new HostWindow(420, 240);
        using var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        var window = view.Window;
        host.Destroy();
        view.Wait("window", static said => said.Text == "ParentLost");
        Assert.Equal(1, User32.IsWindow(window));
        Assert.Equal(0, User32.IsWindowVisible(window));
        Assert.Equal("alive", view.Evaluate(1, "double:return alive").Text);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Show));
        Assert.Contains("Reparent", view.Wait("window", static said => said.Text == "CommandFailed").Window!.Error, StringComparison.Ordinal);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Reparent, Parent: next.Handle));
        Filled(next);
        Assert.Equal(next.Handle, User32.GetParent(view.Wait("window", static said => said.Text == "Replaced").Window!.A));
        Assert.Equal(1, EngineDouble.Get("reparented"));
        Worker.Until(() => User32.IsWindow(window) == 0);
        Assert.Equal("alive", view.Evaluate(2, "double:return alive").Text);
    }

    [Fact]
    public void Reparent_ToADeadWindow_SaysSoAndChangesNothing()
    {
        using var host = new HostWindow();
        using var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        var window = view.Window;
        view.Backend.SetWindow(new WindowCommand(WindowAction.Reparent, Parent: 0x7FFF_FFF0));
        Assert.Contains("does not exist", view.Wait("window", static said => said.Text == "CommandFailed").Window!.Error, StringComparison.Ordinal);
        Assert.Equal(host.Handle, User32.GetParent(window));
    }

    [Fact]
    public void Reparent_ToNone_BecomesATopLevelWindow()
    {
        using var host = new HostWindow();
        using var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        view.Wait("ready");
        view.Backend.SetWindow(new WindowCommand(WindowAction.Reparent));
        view.Backend.SetWindow(new WindowCommand(WindowAction.Maximize));
        view.Evaluate(1, "double:return x");
        host.Destroy();
        Assert.Equal("alive", view.Evaluate(2, "double:return alive").Text);
        Assert.DoesNotContain(view.All, static said => said.Text is "ParentLost" or "CommandFailed");
    }

    [Fact]
    public void HideAndShow_ReachTheEngine()
    {
        using var view = new EngineView(EngineView.Begin() with { Visible = false });
        view.Wait("ready");
        Assert.Equal(0, EngineDouble.Get("visible"));
        view.Backend.SetWindow(new WindowCommand(WindowAction.Show));
        view.Wait("window", static said => said.Text == "Shown");
        Assert.Equal("x", view.Evaluate(1, "double:return x").Text);
        Assert.Equal(1, EngineDouble.Get("visible"));
        Assert.NotEqual(0, User32.IsWindowVisible(view.Window));
    }

    [Fact]
    public void Resize_InCssPixels_FillsAndIsSaid()
    {
        using var view = new EngineView();
        view.Backend.SetWindow(new WindowCommand(WindowAction.Resize, 640, 360));
        view.Wait("window", static said => said.Window is { Kind: WindowChangeKind.Resized, A: 640, B: 360 });
        view.Backend.SetWindow(new WindowCommand(WindowAction.Resize, 0, 5));
        Assert.Contains("out of bounds", view.Wait("window", static said => said.Text == "CommandFailed").Window!.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Focus_TakenByAskingOnly()
    {
        using var host = new HostWindow();
        using var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        view.Evaluate(1, "double:return x");
        Assert.DoesNotContain(view.All, static said => said.Text == "Focused");
        view.Backend.SetWindow(new WindowCommand(WindowAction.Focus));
        view.Wait("window", static said => said.Text == "Focused");
        view.Backend.SetWindow(new WindowCommand(WindowAction.Hide));
        view.Backend.SetWindow(new WindowCommand(WindowAction.Focus));
        view.Wait("window", static said => said.Text == "CommandFailed");
    }

    [Fact]
    public void Tab_PastTheLastField_GoesToTheHost()
    {
        EngineDouble.Set("tabsHandled", 0);
        using var host = new HostWindow();
        using var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        view.Evaluate(1, "double:tab");
        Worker.Until(() => EngineDouble.Get("tabsHandled") == 1 && host.Got(User32.NextDialogControl, 0));
    }

    [Theory]
    [InlineData(true, "keysToHost")]
    [InlineData(false, "keysToPage")]
    public void Key_OfTheHost_GoesToItAndNotToThePage(bool isHosts, string expected)
    {
        EngineDouble.Set(expected, 0);
        using var host = new HostWindow();
        using var view = new EngineView(
            EngineView.Begin() with { Parent = host.Handle }, new WebView2Options { HostKeys = [new AcceleratorKey(KeyS, Control: !isHosts)] });
        view.Evaluate(1, $"double:key {KeyS}");
        Worker.Until(() => EngineDouble.Get(expected) == 1);
        if (isHosts)
            Worker.Until(() => host.Got(User32.KeyDown, KeyS));
        else
            Assert.False(host.Got(User32.KeyDown, KeyS));
    }

    // Nobody lets the engine go on before the host is done with its window; how long it took goes to the output.
    [Fact]
    public void Host_HidesAndDestroysItsWindowWhileTheEngineHoldsOurThread_Returns()
    {
        using var host = new HostWindow();
        using var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        view.Wait("ready");
        Hold(view);
        try
        {
            var clock = Stopwatch.StartNew();
            host.Dispatcher.Invoke(() => User32.ShowWindow(host.Handle, 0));
            var hidden = clock.ElapsedMilliseconds;
            host.Destroy();
            TestContext.Current.TestOutputHelper?.WriteLine($"hide took {hidden} ms, destroy {clock.ElapsedMilliseconds - hidden} ms");
            Assert.Equal(0, User32.IsWindow(host.Handle));
            Assert.DoesNotContain(view.All, static said => said.What == "evaluated");
        }
        finally
        {
            EngineDouble.Set("release", 1);
        }

        view.Wait("window", static said => said.Text == "ParentLost");
        Assert.Equal("alive", view.Evaluate(2, "double:return alive").Text);
    }

    // The destroyed window is not the parent itself but one around it, as when a dialog with a dock is closed.
    [Fact]
    public void Parent_TheWindowAroundItIsDestroyed_ThePageLivesOn()
    {
        using var outer = new HostWindow();
        var parent = outer.Dispatcher.Invoke(() => new MessageWindow(300, 200, static _ => { }, outer.Handle).Handle);
        using var view = new EngineView(EngineView.Begin() with { Parent = parent });
        view.Wait("ready");
        outer.Destroy();
        view.Wait("window", static said => said.Text == "ParentLost");
        Assert.Equal(0, User32.IsWindow(parent));
        Assert.Equal("alive", view.Evaluate(1, "double:return alive").Text);
    }

    // Whenever it comes: the panel never gets into it, or is told that it is gone.
    [Fact]
    public void Parent_DestroyedWhileThePanelIsMade_IsNeverMissed()
    {
        for (var round = 0; round < 25; round++)
        {
            using var host = new HostWindow();
            var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
            SpinWait.SpinUntil(() => view.All.Count > 0, TimeSpan.FromMilliseconds(round % 5 * 4));
            host.Destroy();
            var last = view.Wait(static said => said.What == "closed" || said.Text == "ParentLost");
            if (last.What == "closed")
                Assert.True(last.Error!.Code == "BadParent", last.Error.ToString());
            else
                view.Close();
        }

        // A frame that Wine let into a window whose destruction had begun goes down in one piece; the view is made again.
        EngineDouble.Set("windowLost", 0);
    }

    // Its windows have been counted already, so nobody tells the panel's.
    [Fact]
    public void Parent_DestructionHasBegunBeforeThePanelComes_IsNotMissed()
    {
        using var host = new HostWindow();
        using var begun = new ManualResetEventSlim();
        using var made = new ManualResetEventSlim();
        host.Dispatcher.Invoke(() => new MessageWindow(50, 50, message =>
        {
            if (message.Message != User32.Destroyed)
                return;
            begun.Set();
            made.Wait(HostThread.Bound);
        }, host.Handle));
        host.Dispatcher.Post(() => User32.DestroyWindow(host.Handle));
        Assert.True(begun.Wait(HostThread.Bound));
        var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        view.Wait(static said => said.What is "closed" or "ready");
        made.Set();
        if (view.Wait(static said => said.What == "closed" || said.Text == "ParentLost") is { What: "closed", Error: var error })
        {
            Assert.Equal("BadParent", error!.Code);
            return;
        }

        Assert.Equal("still here", view.Evaluate(1, "double:return still here").Text);
        view.Close();
        // Its window was not to be saved; the view was made again.
        EngineDouble.Set("windowLost", 0);
    }

    // Another panel's parent, or a window in which there is no panel, is none of ours.
    [Fact]
    public void OtherWindows_Destroyed_ThePanelStays()
    {
        using var host = new HostWindow();
        using var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        view.Wait("ready");
        host.Dispatcher.Invoke(() =>
        {
            var dialog = new MessageWindow(50, 50, static _ => { });
            var control = new MessageWindow(50, 50, static _ => { }, host.Handle);
            _ = User32.DestroyWindow(dialog.Handle);
            _ = User32.DestroyWindow(control.Handle);
        });
        Assert.Equal("there", view.Evaluate(1, "double:return there").Text);
        Assert.Equal(host.Handle, User32.GetParent(view.Window));
        Assert.DoesNotContain(view.All, static said => said.Text == "ParentLost");
    }

    // Nobody can look into another process to see the end of a window there; the panel saves itself when it comes.
    [Fact]
    public void Parent_OfAnotherProcessDestroyed_ThePageLivesOn()
    {
        using var other = new OtherProcess();
        using var view = new EngineView(EngineView.Begin() with { Parent = other.Window });
        Assert.Equal(other.Window, User32.GetParent(view.Window));
        other.DestroyWindow();
        view.Wait("window", static said => said.Text == "ParentLost");
        Assert.Equal("alive", view.Evaluate(1, "double:return alive").Text);
        Assert.Equal(1, EngineDouble.Get("reparented"));
    }

    // The keyboard goes back to the host's window, whose thread dispatches nothing at that moment.
    [Fact]
    public void Close_FromTheHostsThreadWhileThePanelHasTheKeyboard_Ends()
    {
        using var host = new HostWindow();
        using var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        view.Backend.SetWindow(new WindowCommand(WindowAction.Show));
        view.Wait("window", static said => said.Text == "Shown");
        host.Dispatcher.Invoke(() => _ = User32.SetFocus(view.Window));
        view.Wait("window", static said => said.Text == "Focused");
        var closed = new TaskCompletionSource();
        host.Dispatcher.Invoke(() =>
        {
            view.Backend.Close();
            _ = Task.Run(() =>
            {
                view.Wait("closed");
                closed.SetResult();
            });
            WaitFor.Task(closed.Task, EngineView.Bound);
        });
        Worker.Until(() => User32.IsWindow(view.Window) == 0);
    }

    [Fact]
    public void Move_EndsTheFollowing()
    {
        using var host = new HostWindow();
        using var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        Filled(host);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Resize, 120, 80));
        Worker.Until(() => (EngineDouble.Get("width"), EngineDouble.Get("height")) == (120, 80));
        host.Resize(640, 480);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Move, 5, 6));
        view.Backend.SetWindow(new WindowCommand(WindowAction.Resize, 130, 90));
        Worker.Until(() => (EngineDouble.Get("width"), EngineDouble.Get("height")) == (130, 90));
    }

    private static void Hold(EngineView view)
    {
        EngineDouble.Set("release", 0);
        var before = EngineDouble.Get("scripts");
        view.Backend.Evaluate(1, "double:hold", null);
        Worker.Until(() => EngineDouble.Get("scripts") > before);
    }

    private static void Filled(HostWindow host)
    {
        var room = host.Room;
        Worker.Until(() => (EngineDouble.Get("width"), EngineDouble.Get("height")) == room);
    }
}
