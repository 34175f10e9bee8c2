using System.Diagnostics;
using AuroraView.Backends;
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
        // It is said while the old window is still on its way out.
        Worker.Until(() => User32.IsWindow(window) == 0);
        Assert.Equal("alive", view.Evaluate(1, "double:return alive").Text);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Show));
        Assert.Contains("Reparent", view.Wait("window", static said => said.Text == "CommandFailed").Window!.Error, StringComparison.Ordinal);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Reparent, Parent: next.Handle));
        Filled(next);
        Assert.Equal(2, EngineDouble.Get("reparented"));
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

    // A child joins its parent's input queue. What the host does to its own window while our thread is held by the engine must end;
    // how long it took goes to the output.
    [Fact]
    public void Host_HidesAndDestroysItsWindowWhileTheEngineHoldsOurThread_Returns()
    {
        const int Held = 3_000;
        using var host = new HostWindow();
        var view = new EngineView(EngineView.Begin() with { Parent = host.Handle });
        view.Wait("ready");
        var before = EngineDouble.Get("scripts");
        view.Backend.Evaluate(1, $"double:stuck {Held}", null);
        Worker.Until(() => EngineDouble.Get("scripts") > before);
        var clock = Stopwatch.StartNew();
        host.Dispatcher.Invoke(() => User32.ShowWindow(host.Handle, 0));
        var hidden = clock.ElapsedMilliseconds;
        host.Destroy();
        TestContext.Current.TestOutputHelper?.WriteLine($"thread held for {Held} ms: hide took {hidden} ms, destroy {clock.ElapsedMilliseconds - hidden} ms");
        Assert.Equal(0, User32.IsWindow(host.Handle));
        view.Dispose();
    }

    private static void Filled(HostWindow host)
    {
        var room = host.Room;
        Worker.Until(() => (EngineDouble.Get("width"), EngineDouble.Get("height")) == room);
    }
}
