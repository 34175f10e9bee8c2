using AuroraView.Backends.PanelHost;
using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Client;

/// <summary>A panel host that is there before its first view, or after its last one.</summary>
public sealed class PrewarmTests41() : PrewarmTests("4.1");

/// <inheritdoc cref="PrewarmTests41"/>
public sealed class PrewarmTests40() : PrewarmTests("4.0");

public abstract class PrewarmTests(string api) : OnBothApis(api)
{
    [Fact]
    public void Prewarmed_process_and_page_process_serve_the_first_view_and_end_with_it()
    {
        int process = Prewarm();
        int page = Processes.PageOf(process);
        TestView view = TestView.Show("<p>first</p>");
        Assert.Equal(process, view.Info.ProcessId);
        Assert.Equal("first", view.Eval("document.body.innerText"));
        Assert.Equal(page, Processes.PageOf(process));
        Assert.Equal(1, Pages(process));
        using (TestView second = TestView.Show("<p>second</p>", start => start with { Width = 200, UserAgent = "other" }))
        {
            Assert.Equal("other", second.Eval("navigator.userAgent"));
            Assert.Equal(2, Pages(process));
        }
        view.Dispose();
        Processes.AssertGone(process);
    }

    [Fact]
    public void Spare_view_takes_the_options_of_the_panel_that_takes_it()
    {
        int process = Prewarm();
        using TestView view = TestView.Show("<p>first</p>", start => start with { UserAgent = "mine", Width = 321 });
        Assert.Equal(process, view.Info.ProcessId);
        Assert.Equal("mine 321", view.Eval("navigator.userAgent + ' ' + innerWidth"));
        view.Eval("post('hello'); ''");
        Assert.Equal("auroraview://app", view.Wait<PageMessage>().Origin);
        Assert.Equal(1, Pages(process));
    }

    [Fact]
    public void Prewarm_twice_makes_one_spare()
    {
        int process = Prewarm();
        Task second = PanelHostPrewarm.Begin(new BackendStart { DocumentScript = "", DeliverFunction = "" });
        Assert.True(second.Wait(TestView.Bound));
        using TestView view = TestView.Show("<p>first</p>", start => start with { Group = "g" });
        using TestView other = TestView.Show("<p>other</p>", start => start with { Group = "g" });
        Assert.Equal([process], Processes.PanelHosts());
        Assert.Equal(1, Pages(process));
    }

    [Fact]
    public void Panel_host_is_kept_after_its_last_view_as_long_as_asked()
    {
        WebViewBackends.KeepWarm = TimeSpan.FromMinutes(30);
        int process;
        try
        {
            using (TestView one = TestView.Show("<p>one</p>"))
                process = one.Info.ProcessId;
            using TestView two = TestView.Show("<p>two</p>");
            Assert.Equal(process, two.Info.ProcessId);
            Assert.True(SpinWait.SpinUntil(() => Pages(process) == 1, TestView.Bound));
        }
        finally
        {
            WebViewBackends.KeepWarm = TimeSpan.Zero;
        }
        Processes.AssertGone(process);
    }

    [Fact]
    public void Panel_host_that_dies_while_it_is_kept_is_replaced()
    {
        WebViewBackends.KeepWarm = TimeSpan.FromMinutes(30);
        try
        {
            int process;
            using (TestView one = TestView.Show("<p>one</p>"))
                process = one.Info.ProcessId;
            Processes.Kill(process);
            Processes.AssertGone(process);
            Assert.True(SpinWait.SpinUntil(() => Processes.PanelHosts().Length == 0, TestView.Bound));
            using TestView two = TestView.Show("<p>two</p>");
            Assert.Equal("two", two.Eval("document.body.innerText"));
        }
        finally
        {
            WebViewBackends.KeepWarm = TimeSpan.Zero;
        }
    }

    private static int Prewarm()
    {
        WebViewBackends.Prewarm();
        Assert.True(SpinWait.SpinUntil(() => Processes.PanelHosts() is [int made] && Pages(made) == 1, TestView.Bound));
        return Processes.PanelHosts()[0];
    }

    private static int Pages(int group) => Processes.OfGroup(group).Count(process => process.Name.StartsWith("WebKitWebProc", StringComparison.Ordinal));
}
