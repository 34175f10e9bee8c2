using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Client;

/// <summary>Which views share a panel host, and which a page process.</summary>
public sealed class SharedHostTests41() : SharedHostTests("4.1");

/// <inheritdoc cref="SharedHostTests41"/>
public sealed class SharedHostTests40() : SharedHostTests("4.0");

public abstract class SharedHostTests(string api) : OnBothApis(api)
{
    private const string Group = "shelf";

    [Fact]
    public void Views_without_a_folder_share_a_process_and_have_a_page_process_each()
    {
        using TestView one = TestView.Show("<p>one</p>");
        using TestView two = TestView.Show("<p>two</p>");
        Assert.Equal(one.Info.ProcessId, two.Info.ProcessId);
        Assert.Equal(2, Pages(one.Info.ProcessId));
        Assert.Equal("one two", one.Eval("document.body.innerText") + " " + two.Eval("document.body.innerText"));
    }

    [Fact]
    public void Views_opened_at_once_by_many_threads_share_one_start()
    {
        TestView[] views = new TestView[6];
        Parallel.For(0, views.Length, i => views[i] = TestView.Start());
        int process = Assert.Single(views.Select(view => view.Info.ProcessId).Distinct());
        Parallel.ForEach(views, view => view.Dispose());
        Processes.AssertGone(process);
    }

    [Fact]
    public void Views_that_differ_in_what_a_process_is_made_with_have_one_each()
    {
        using TestView plain = TestView.Start();
        using TestView drawn = TestView.Start(start => start with { Acceleration = Acceleration.Never });
        using TestView inspected = TestView.Start(start => start with { DevTools = true });
        using TestView isolated = TestView.Start(start => start with { Isolated = true });
        using TestView isolated2 = TestView.Start(start => start with { Isolated = true });
        int[] processes;
        using (new Pinned("XDG_TEST", "other"))
        {
            using TestView other = TestView.Start();
            processes = [.. new[] { plain, drawn, inspected, isolated, isolated2, other }.Select(view => view.Info.ProcessId)];
        }
        Assert.Equal(processes.Length, processes.Distinct().Count());
    }

    [Fact]
    public void An_isolated_view_is_refused_a_folder_that_another_has_open()
    {
        string folder = Directory.CreateTempSubdirectory("auroraview-isolated-").FullName;
        using (TestView one = TestView.Start(start => start with { DataFolder = folder }))
        {
            _ = one.Info;
            Closed closed = TestView.Start(start => start with { DataFolder = folder, Isolated = true }).WaitClosed();
            Assert.Equal((ClosedReason.StartFailed, "DataFolder"), (closed.Reason, closed.Error?.Code));
            Assert.Contains("isolated", closed.Error!.Message, StringComparison.Ordinal);
            Assert.Equal("ok", one.Eval("'ok'"));
        }
        using (TestView alone = TestView.Start(start => start with { DataFolder = folder, Isolated = true }))
            Assert.Equal("ok", alone.Eval("'ok'"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Views_of_a_group_share_a_page_process_and_nothing_else()
    {
        using TestView one = Grouped("one");
        using TestView two = Grouped("two");
        using TestView other = TestView.Show("<p>other</p>");
        Assert.Equal(2, Pages(one.Info.ProcessId));
        const string root = "window.mine = true; fetch('auroraview://app/').then(r => r.text()).then(t => post(t)); ''";
        one.Eval(root);
        Assert.Equal("<p>one</p>", one.Wait<PageMessage>().Text);
        Assert.Equal("undefined", two.Eval("typeof window.mine"));
        Assert.Empty(two.All<PageMessage>());
        two.Eval("post('hello'); ''");
        Assert.Equal("hello", two.Wait<PageMessage>().Text);
        two.Deliver(two.NextCall(), "7");
        Assert.Equal("[7]", two.Eval("JSON.stringify(got)"));
        Assert.Equal("[]", one.Eval("JSON.stringify(got)"));
    }

    [Fact]
    public void Closing_one_of_a_group_leaves_the_others()
    {
        TestView one = Grouped("one");
        using TestView two = Grouped("two");
        one.Dispose();
        Assert.Equal("two", two.Eval("document.body.innerText"));
        using TestView three = Grouped("three");
        Assert.Equal(1, Pages(two.Info.ProcessId));
        Assert.Equal("three", three.Eval("document.body.innerText"));
        Assert.Empty(two.All<Crashed>());
    }

    [Fact]
    public void A_page_process_that_dies_is_told_to_all_of_its_group_and_no_other()
    {
        using TestView one = Grouped("one");
        using TestView two = Grouped("two");
        using TestView other = TestView.Show("<p>other</p>", start => start with { Group = "another" });
        one.Backend.TerminatePage();
        foreach (TestView view in new[] { one, two })
        {
            view.Wait<Crashed>();
            int from = view.Count;
            view.Backend.Navigate(NavigationCommand.Reload);
            view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Finished, from);
        }
        Assert.Equal("one two", one.Eval("document.body.innerText") + " " + two.Eval("document.body.innerText"));
        Assert.Empty(other.All<Crashed>());
        Assert.Equal("other", other.Eval("document.body.innerText"));
        // Each has a process of its own by now, so closing one ends its own alone.
        int pages = Pages(one.Info.ProcessId);
        TestView late = Grouped("late");
        Assert.Equal("late", late.Eval("document.body.innerText"));
        late.Dispose();
        Assert.True(SpinWait.SpinUntil(() => Pages(one.Info.ProcessId) == pages, TestView.Bound));
        Assert.Equal("one two", one.Eval("document.body.innerText") + " " + two.Eval("document.body.innerText"));
    }

    [Fact]
    public void A_page_that_hangs_in_a_group_is_ended_and_all_of_the_group_are_told()
    {
        Func<BackendStart, BackendStart> soon = start => start with { Group = Group, PingTimeout = TimeSpan.FromMilliseconds(500) };
        using TestView one = TestView.Show("<p>one</p>", soon);
        using TestView two = TestView.Show("<p>two</p>", soon);
        one.Eval("setTimeout(() => { post('looping'); while (true); }); ''");
        one.Wait<PageMessage>();
        two.Backend.Evaluate(two.NextCall(), "1", null);
        foreach (TestView view in new[] { one, two })
            view.Wait<Crashed>(crashed => crashed.Reason == CrashReason.Terminated);
        two.LoadHtml("<p>again</p>");
        Assert.Equal("again", two.Eval("document.body.innerText"));
    }

    // What one page does, and the other four answer all the same.
    [Theory]
    [InlineData("hangs", "setTimeout(() => { post('begun'); while (true); }); ''")]
    [InlineData("floods", "setInterval(() => { for (let i = 0; i < 2000; i++) post('begun'); }, 0); ''")]
    [InlineData("allocates", "setTimeout(() => { post('begun'); const all = []; for (let i = 0; i < 200; i++) all.push(new Uint8Array(1 << 20).fill(i)); }); ''")]
    [InlineData("asks", "setTimeout(() => { post('begun'); alert('well?'); }); ''")]
    [InlineData("dies", "setTimeout(() => { post('begun'); }); ''")]
    public void Five_views_in_one_host_and_one_that_misbehaves_touches_none_of_the_others(string what, string script)
    {
        TestView[] views = [.. Enumerable.Range(0, 5).Select(i => TestView.Show($"<p>{i}</p>"))];
        int process = Assert.Single(views.Select(view => view.Info.ProcessId).Distinct());
        Assert.Equal(5, Pages(process));
        views[0].Eval(script);
        views[0].Wait<PageMessage>();
        if (what == "dies")
        {
            views[0].Backend.TerminatePage();
            views[0].Wait<Crashed>();
        }
        for (int turn = 0; turn < 20; turn++)
        {
            for (int i = 1; i < views.Length; i++)
                Assert.Equal($"{i}", views[i].Eval("document.body.innerText"));
        }
        foreach (TestView view in views)
            view.Dispose();
        Assert.All(views[1..], view => Assert.Empty(view.All<Crashed>()));
        Processes.AssertGone(process);
    }

    private static TestView Grouped(string text) => TestView.Show($"<p>{text}</p>", start => start with { Group = Group });

    private static int Pages(int group) => Processes.OfGroup(group).Count(process => process.Name.StartsWith("WebKitWebProc", StringComparison.Ordinal));
}
