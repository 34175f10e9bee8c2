using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Client;

/// <summary>Views with one data folder: one panel host, one storage, and nothing else in common.</summary>
public sealed class SharedFolderTests41() : SharedFolderTests("4.1");

/// <inheritdoc cref="SharedFolderTests41"/>
public sealed class SharedFolderTests40() : SharedFolderTests("4.0");

public abstract class SharedFolderTests : OnBothApis
{
    private readonly string _folder = Directory.CreateTempSubdirectory("auroraview-data-").FullName;

    protected SharedFolderTests(string api)
        : base(api)
    {
    }

    public override void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        base.Dispose();
    }

    [Fact]
    public void Two_views_keep_what_each_stores_and_share_a_process()
    {
        TestView one = Show("one");
        TestView two = Show("two");
        Assert.Equal(one.Info.ProcessId, two.Info.ProcessId);
        one.Eval("localStorage.setItem('one', 'kept'); ''");
        two.Eval("localStorage.setItem('two', 'kept'); ''");
        Assert.Equal("kept", two.Eval("localStorage.getItem('two')"));
        one.Dispose();
        two.Dispose();

        using TestView again = Show("again");
        Assert.Equal("kept kept", again.Eval("localStorage.getItem('one') + ' ' + localStorage.getItem('two')"));
    }

    [Fact]
    public void Views_opened_at_once_by_many_threads_share_one_process()
    {
        TestView[] views = new TestView[4];
        Parallel.For(0, views.Length, i => views[i] = TestView.Start(In(i % 2 == 0 ? _folder : Path.Combine(_folder, "..", Path.GetFileName(_folder)))));
        int[] processes = [.. views.Select(view => view.Info.ProcessId).Distinct()];
        foreach (TestView view in views)
            view.Dispose();
        Assert.Single(processes);
        Processes.AssertGone(processes[0]);
    }

    [Fact]
    public void A_view_in_another_folder_has_a_process_of_its_own()
    {
        using TestView one = Show("one");
        using TestView other = TestView.Show("<p>other</p>", In(Path.Combine(_folder, "other")));
        using TestView none = TestView.Show("<p>none</p>");
        Assert.Equal(3, new[] { one, other, none }.Select(view => view.Info.ProcessId).Distinct().Count());
    }

    [Fact]
    public void Closing_one_leaves_the_other_as_it_was_and_ends_its_page()
    {
        TestView one = Show("one");
        using TestView two = Show("two");
        int group = two.Info.ProcessId;
        int pages = Pages(group);
        one.Eval("setTimeout(() => { post('looping'); while (true); }); ''");
        one.Wait<PageMessage>();
        one.Dispose();
        Assert.Equal("two", two.Eval("document.body.innerText"));
        Assert.True(SpinWait.SpinUntil(() => Pages(group) == pages - 1, TestView.Bound), "the page of the closed view lives on");
        Assert.Empty(two.All<Crashed>());
    }

    [Fact]
    public void A_page_that_hangs_or_dies_touches_no_other()
    {
        using TestView one = Show("one");
        using TestView two = Show("two");
        one.Backend.TerminatePage();
        one.Wait<Crashed>();
        Assert.Equal("two", two.Eval("document.body.innerText"));
        Assert.Empty(two.All<Crashed>());
        one.LoadHtml("<p>back</p>");
        Assert.Equal("back", one.Eval("document.body.innerText"));
    }

    [Fact]
    public void Each_view_serves_its_own_pages()
    {
        using TestView one = Show("one");
        using TestView two = Show("two");
        const string root = "fetch('auroraview://app/').then(r => r.text()).then(t => post(t)); ''";
        one.Eval(root);
        two.Eval(root);
        Assert.Equal("<p>one</p>", one.Wait<PageMessage>().Text);
        Assert.Equal("<p>two</p>", two.Wait<PageMessage>().Text);
    }

    [Fact]
    public void A_view_that_cannot_start_leaves_the_others()
    {
        using TestView one = Show("one");
        TestView bad = TestView.Start(start => In(_folder)(start) with { Parent = 12345 });
        Assert.Equal("BadParent", bad.WaitClosed().Error?.Code);
        Assert.Equal("one", one.Eval("document.body.innerText"));
    }

    [Fact]
    public void The_panel_host_killed_is_told_to_all_and_a_new_one_can_be_opened_at_once()
    {
        TestView one = Show("one");
        TestView two = Show("two");
        int process = one.Info.ProcessId;
        Processes.Kill(process);
        foreach (TestView view in new[] { one, two })
            Assert.Contains("signal 9", view.WaitClosed().Error?.Message, StringComparison.Ordinal);
        Processes.AssertGone(process);
        using TestView again = Show("again");
        Assert.NotEqual(process, again.Info.ProcessId);
    }

    [Fact]
    public void A_panel_host_that_is_stuck_is_ended_for_all_by_the_first_close()
    {
        TestView one = TestView.Show("<p>one</p>", In(_folder), TimeSpan.FromMilliseconds(300));
        TestView two = Show("two");
        int process = one.Info.ProcessId;
        Processes.Stop(process);
        one.Backend.Close();
        Assert.Equal(ClosedReason.Requested, one.WaitClosed().Reason);
        Assert.Equal(ClosedReason.HostDied, two.WaitClosed().Reason);
        Processes.AssertGone(process);
    }

    [Fact]
    public void A_view_opened_while_the_last_one_closes_waits_for_what_that_stores()
    {
        for (int i = 0; i < 5; i++)
        {
            TestView one = Show("one");
            one.Eval($"localStorage.setItem('turn', '{i}'); ''");
            one.Backend.Close();
            using TestView two = Show("two");
            Assert.Equal($"{i}", two.Eval("localStorage.getItem('turn')"));
            Assert.Equal(ClosedReason.Requested, one.WaitClosed().Reason);
        }
    }

    [Fact]
    public void A_folder_in_use_by_another_application_is_refused_by_name()
    {
        using var other = new FileStream(Path.Combine(_folder, ".auroraview-lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        other.Write("4711"u8);
        other.Flush();
        Closed closed = TestView.Start(In(_folder)).WaitClosed();
        Assert.Equal((ClosedReason.StartFailed, "DataFolder"), (closed.Reason, closed.Error?.Code));
        Assert.Contains(_folder, closed.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("4711", closed.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file/below")]
    [InlineData("file")]
    [InlineData("bad\0name")]
    public void A_folder_that_cannot_be_made_is_refused_by_name(string below)
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "in the way");
        Closed closed = TestView.Start(In(_folder + "/" + below)).WaitClosed();
        Assert.Equal((ClosedReason.StartFailed, "DataFolder"), (closed.Reason, closed.Error?.Code));
        Assert.Contains(_folder, closed.Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", closed.Error.Message, StringComparison.Ordinal);
    }

    private static Func<BackendStart, BackendStart> In(string folder) => start => start with { DataFolder = folder };

    private static int Pages(int group) => Processes.OfGroup(group).Count(process => process.Name.StartsWith("WebKitWebProc", StringComparison.Ordinal));

    private TestView Show(string text) => TestView.Show($"<p>{text}</p>", In(_folder));
}
