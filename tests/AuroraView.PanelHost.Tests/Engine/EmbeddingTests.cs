using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Engine;

public sealed class EmbeddingTests41() : EmbeddingTests("4.1");

public sealed class EmbeddingTests40() : EmbeddingTests("4.0");

/// <summary>A panel inside a window of another process.</summary>
public abstract class EmbeddingTests(string api) : OnBothApis(api)
{
    private const string Page = """
        <body style="margin:0">
        <button id=b style="position:absolute;left:20px;top:20px;width:120px;height:40px" onclick="post('clicked')">Go</button>
        <input id=i style="position:absolute;left:20px;top:80px;width:160px;height:30px" oninput="post('typed ' + value)">
        """;

    [Fact]
    public void View_in_a_foreign_window_fills_it_and_takes_real_clicks_and_keys()
    {
        using var host = new XHost();
        nint parent = host.CreateWindow(200, 150, 500, 400);
        using TestView view = TestView.Show(Page, start => start with { Parent = parent });
        Assert.Contains(view.Info.Window, host.ChildrenOf(parent));
        view.Wait<WindowChange>(change => change is { Kind: WindowChangeKind.Resized, A: 500, B: 400 });
        Assert.Equal("500 400", view.Eval("innerWidth + ' ' + innerHeight"));

        XHost.Click(200 + 60, 150 + 40);
        view.Wait<PageMessage>(message => message.Text == "clicked");
        view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Focused);
        XHost.Click(200 + 60, 150 + 95);
        // The keyboard stays where the click was, wherever the pointer goes.
        XHost.Click(200 + 60, 150 + 95);
        XHost.Type("abc");
        view.Wait<PageMessage>(message => message.Text == "typed abc");
    }

    [Fact]
    public void View_follows_its_parents_size()
    {
        using var host = new XHost();
        nint parent = host.CreateWindow(0, 0, 300, 200);
        using TestView view = TestView.Show(Page, start => start with { Parent = parent });
        for (int step = 1; step <= 20; step++)
            host.Resize(parent, 300 + (10 * step), 200 + step);
        view.Wait<WindowChange>(change => change is { Kind: WindowChangeKind.Resized, A: 500, B: 220 });
        host.Resize(parent, 150, 100);
        view.Wait<WindowChange>(change => change is { Kind: WindowChangeKind.Resized, A: 150, B: 100 });
        Assert.True(SpinWait.SpinUntil(() => view.Eval("innerWidth + ' ' + innerHeight") == "150 100", TestView.Bound));
    }

    [Fact]
    public void View_placed_in_its_parent_stays_where_it_was_put()
    {
        using var host = new XHost();
        nint parent = host.CreateWindow(100, 100, 600, 500);
        using TestView view = TestView.Show(Page, start => start with { Parent = parent, X = 50, Y = 60, Width = 300, Height = 200 });
        Assert.Equal("300 200", view.Eval("innerWidth + ' ' + innerHeight"));
        host.Resize(parent, 400, 350);
        XHost.Click(100 + 50 + 60, 100 + 60 + 40);
        view.Wait<PageMessage>(message => message.Text == "clicked");
        view.Backend.SetWindow(new WindowCommand(WindowAction.Resize, 250, 180));
        view.Wait<WindowChange>(change => change is { Kind: WindowChangeKind.Resized, A: 250, B: 180 });
        Assert.Equal("250 180", view.Eval("innerWidth + ' ' + innerHeight"));
    }

    [Fact]
    public void Page_survives_the_end_of_its_parent_and_moves_to_another()
    {
        using var host = new XHost();
        nint first = host.CreateWindow(0, 0, 300, 200);
        using TestView view = TestView.Show(Page, start => start with { Parent = first });
        view.Eval("window.kept = 'state'; ''");
        for (int round = 0; round < 3; round++)
        {
            int from = view.Count;
            host.Destroy(first);
            view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.ParentLost, from);
            Assert.Equal("state", view.Eval("kept"));
            view.Backend.SetWindow(new WindowCommand(WindowAction.Show));
            view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.CommandFailed && change.Error!.Contains("Reparent", StringComparison.Ordinal), from);

            first = host.CreateWindow(300, 200, 420 + round, 330);
            int before = view.Count;
            view.Backend.SetWindow(new WindowCommand(WindowAction.Reparent, Parent: first));
            view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Resized && change.A == 420 + round, before);
            Assert.NotEmpty(host.ChildrenOf(first));
            Assert.Equal("state", view.Eval("kept"));
        }
        XHost.Click(300 + 60, 200 + 40);
        view.Wait<PageMessage>(message => message.Text == "clicked");
        Assert.Empty(view.All<Crashed>());
    }

    // The parent goes while GTK and the engine are at making something for its new size: whatever request comes too late is no reason to end.
    [Fact]
    public void Page_that_draws_all_the_time_survives_parent_after_parent()
    {
        using var host = new XHost();
        nint parent = host.CreateWindow(0, 0, 300, 200);
        using TestView view = TestView.Show(Page, start => start with { Parent = parent });
        view.Eval("window.kept = 'state'; (function draw(n) { document.body.style.background = `rgb(${n % 256}, 0, 0)`; requestAnimationFrame(() => draw(n + 1)); })(0); ''");
        for (int round = 0; round < 12; round++)
        {
            int from = view.Count;
            for (int step = 1; step <= 5; step++)
                host.Resize(parent, 300 + 40 * step, 200 + 30 * step);
            host.Destroy(parent);
            view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.ParentLost, from);
            parent = host.CreateWindow(0, 0, 310 + round, 230);
            from = view.Count;
            view.Backend.SetWindow(new WindowCommand(WindowAction.Reparent, Parent: parent));
            view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Resized && change.A == 310 + round, from);
            view.Backend.SetWindow(new WindowCommand(WindowAction.Show));
            Assert.Equal("state", view.Eval("kept"));
        }
        Assert.Empty(view.All<Crashed>());
    }

    [Fact]
    public void View_moves_between_living_parents_and_a_window_of_its_own()
    {
        using var host = new XHost();
        nint first = host.CreateWindow(0, 0, 300, 200);
        nint second = host.CreateWindow(400, 0, 350, 250);
        using TestView view = TestView.Show(Page, start => start with { Parent = first });
        view.Eval("window.kept = 'state'; ''");
        view.Backend.SetWindow(new WindowCommand(WindowAction.Reparent, Parent: second));
        view.Wait<WindowChange>(change => change is { Kind: WindowChangeKind.Resized, A: 350 });
        Assert.Empty(host.ChildrenOf(first));
        // The window it left is no longer its business.
        host.Destroy(first);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Reparent));
        Assert.True(SpinWait.SpinUntil(() => host.ChildrenOf(second).Length == 0, TestView.Bound));
        view.Backend.SetWindow(new WindowCommand(WindowAction.Title, Text: "own"));
        Assert.Equal("state", view.Eval("kept"));
        Assert.DoesNotContain(view.All<WindowChange>(), change => change.Kind is WindowChangeKind.CommandFailed or WindowChangeKind.ParentLost);
    }

    [Fact]
    public void View_that_moves_to_a_window_of_the_same_size_is_drawn_there_and_tells_its_new_number()
    {
        const uint green = 0x20C040;
        using var host = new XHost();
        nint first = host.CreateWindow(0, 0, 300, 200);
        using TestView view = TestView.Show("<body style='background:#20c040'>", start => start with { Parent = first });
        Assert.True(SpinWait.SpinUntil(() => host.ColourAt(290, 190) == green, TestView.Bound));
        for (int round = 1; round <= 2; round++)
        {
            int from = view.Count;
            nint next = host.CreateWindow(400 * round, 300, 300, 200);
            // A page at rest draws nothing by itself; once the window that it leaves lives on, once it is gone.
            if (round == 2)
            {
                host.Destroy(first);
                view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.ParentLost, from);
                from = view.Count;
            }
            view.Backend.SetWindow(new WindowCommand(WindowAction.Reparent, Parent: next));
            WindowChange told = view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Replaced, from);
            Assert.Equal([(nint)told.A], host.ChildrenOf(next));
            Assert.True(SpinWait.SpinUntil(() => host.ColourAt((400 * round) + 290, 490) == green, TestView.Bound));
            first = next;
        }
    }

    [Fact]
    public void Parent_that_cannot_be_one_fails_the_start_at_once()
    {
        using var host = new XHost();
        nint dead = host.CreateWindow(0, 0, 10, 10);
        host.Destroy(dead);
        foreach (nint parent in new[] { dead, host.Root, host.CreateInputOnlyWindow(), host.CreatePixmap(), 1, -1, unchecked((nint)0x7fff_ffff_ffff) })
        {
            TestView view = TestView.Start(start => start with { Parent = parent });
            Closed closed = view.WaitClosed();
            Assert.Equal(ClosedReason.StartFailed, closed.Reason);
            Assert.Equal("BadParent", closed.Error?.Code);
            Assert.Contains($"0x{parent:x}", closed.Error?.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reparent_to_a_dead_window_fails_and_changes_nothing()
    {
        using var host = new XHost();
        nint parent = host.CreateWindow(0, 0, 300, 200);
        nint dead = host.CreateWindow(0, 0, 10, 10);
        host.Destroy(dead);
        using TestView view = TestView.Show(Page, start => start with { Parent = parent });
        view.Backend.SetWindow(new WindowCommand(WindowAction.Reparent, Parent: dead));
        view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.CommandFailed);
        Assert.NotEmpty(host.ChildrenOf(parent));
        host.Resize(parent, 310, 210);
        view.Wait<WindowChange>(change => change is { Kind: WindowChangeKind.Resized, A: 310 });
    }

    [Fact]
    public void Commands_of_top_level_windows_are_refused_inside_a_parent()
    {
        using var host = new XHost();
        nint parent = host.CreateWindow(0, 0, 300, 200);
        using TestView view = TestView.Show(Page, start => start with { Parent = parent });
        WindowAction[] refused = [WindowAction.Minimize, WindowAction.Maximize, WindowAction.Restore, WindowAction.FullScreen, WindowAction.AlwaysOnTop, WindowAction.OpenDevTools];
        foreach (WindowAction action in refused)
        {
            view.Backend.SetWindow(new WindowCommand(action, 1));
            view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.CommandFailed && change.A == (int)action);
        }
    }

    [Fact]
    public void Hidden_start_shows_only_when_told()
    {
        using var host = new XHost();
        nint parent = host.CreateWindow(0, 0, 300, 200);
        using TestView view = TestView.Show(Page, start => start with { Parent = parent, Visible = false });
        Assert.DoesNotContain(view.All<WindowChange>(), change => change.Kind == WindowChangeKind.Shown);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Show));
        view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Shown);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Hide));
        view.Wait<WindowChange>(change => change.Kind == WindowChangeKind.Hidden);
        Assert.Equal("x", view.Eval("'x'"));
    }
}
