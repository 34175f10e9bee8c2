using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Engine;

public sealed class WindowTests41() : WindowTests("4.1");

public sealed class WindowTests40() : WindowTests("4.0");

/// <summary>An own top-level window and pictures of it.</summary>
public abstract class WindowTests(string api) : OnBothApis(api)
{
    private readonly string _api = api;

    [Fact]
    public void Window_resizes_moves_hides_and_shows()
    {
        using TestView view = TestView.Show("<p>hi</p>");
        view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Shown);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Resize, 640, 480));
        view.Wait<WindowChange>(change => change is { Kind: WindowChangeKind.Resized, A: 640, B: 480 });
        Assert.True(SpinWait.SpinUntil(() => view.Eval("innerWidth + ' ' + innerHeight") == "640 480", TestView.Bound));
        view.Backend.SetWindow(new WindowCommand(WindowAction.Move, 120, 90));
        view.Wait<WindowChange>(change => change is { Kind: WindowChangeKind.Moved, A: 120, B: 90 });
        view.Backend.SetWindow(new WindowCommand(WindowAction.Hide));
        view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Hidden);
        int from = view.Count;
        view.Backend.SetWindow(new WindowCommand(WindowAction.Show));
        view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Shown, from);
    }

    [Fact]
    public void Window_takes_every_command_and_lives_on()
    {
        using TestView view = TestView.Show("<p>hi</p>", start => start with { DevTools = true });
        foreach (WindowAction action in Enum.GetValues<WindowAction>().Where(action => action != WindowAction.Hide))
            view.Backend.SetWindow(new WindowCommand(action, 900, 700, "text"));
        view.Backend.SetWindow(new WindowCommand(WindowAction.FullScreen));
        Assert.Equal("hi", view.Eval("document.body.innerText.trim()"));
        Assert.DoesNotContain(view.All<WindowChange>(), change => change.Kind == WindowChangeKind.CommandFailed);
    }

    [Theory]
    [InlineData(WindowAction.OpenDevTools, 0, 0)]
    [InlineData(WindowAction.Zoom, 1, 0)]
    [InlineData(WindowAction.Resize, 0, 100)]
    [InlineData(WindowAction.Resize, 100, 1_000_000)]
    public void Window_command_out_of_bounds_fails_with_a_reason(WindowAction action, int a, int b)
    {
        using TestView view = TestView.Start();
        view.Backend.SetWindow(new WindowCommand(action, a, b));
        WindowChange failed = view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.CommandFailed);
        Assert.Equal((int)action, failed.A);
        Assert.NotEmpty(failed.Error!);
    }

    [Fact]
    public void Window_zooms()
    {
        using TestView view = TestView.Show("<p>hi</p>");
        view.Backend.SetWindow(new WindowCommand(WindowAction.Zoom, 2000));
        Assert.True(SpinWait.SpinUntil(() => view.Eval("innerWidth + ''") == "200", TestView.Bound));
    }

    [Fact]
    public void Close_button_asks_and_closes_nothing()
    {
        using var host = new XHost();
        using TestView view = TestView.Show("<p>hi</p>");
        host.AskToClose(view.Info.Window);
        view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.CloseRequested);
        Assert.Equal("hi", view.Eval("document.body.innerText.trim()"));
    }

    [Fact]
    public void Focus_gives_the_window_the_keyboard()
    {
        using TestView view = TestView.Show("<input id=i autofocus oninput=\"post(value)\">");
        view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Shown);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Focus));
        view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Focused);
        view.Eval("document.getElementById('i').focus(); ''");
        XHost.Type("q");
        Assert.Equal("q", view.Wait<PageMessage>().Text);
    }

    [Fact]
    public void Window_that_may_not_be_resized_by_the_user_has_the_size_asked_for()
    {
        using TestView view = TestView.Show("<p>hi</p>", start => start with { Resizable = false, Frame = false, Width = 333, Height = 222, X = 10, Y = 20 });
        view.Wait<WindowChange>(change => change is { Kind: WindowChangeKind.Resized, A: 333, B: 222 });
        view.Backend.SetWindow(new WindowCommand(WindowAction.Resize, 350, 240));
        view.Wait<WindowChange>(change => change is { Kind: WindowChangeKind.Resized, A: 350, B: 240 });
    }

    [Fact]
    public void Screenshot_is_a_png_of_the_page()
    {
        using TestView view = TestView.Show("<body style='background:#204060;color:white;font:32px sans-serif'>AuroraView <b>" + _api + "</b>");
        view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Shown);
        byte[] png = view.Screenshot();
        Assert.Equal([0x89, 0x50, 0x4e, 0x47], png[..4]);
        Assert.Equal([0, 0, 1, 0x90, 0, 0, 1, 0x2c], png[16..24]);
        string artifacts = Path.Combine(AppContext.BaseDirectory, "screenshots");
        Directory.CreateDirectory(artifacts);
        File.WriteAllBytes(Path.Combine(artifacts, $"screenshot-{_api}.png"), png);
    }
}
