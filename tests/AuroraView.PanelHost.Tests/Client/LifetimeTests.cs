using System.Diagnostics;
using System.Globalization;
using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Client;

public sealed class LifetimeTests
{
    [Fact]
    public void Close_ends_the_view_and_every_process()
    {
        TestView view = TestView.Show("<p>hi</p>");
        int process = view.Info.ProcessId;
        Assert.NotEmpty(Processes.OfGroup(process));
        view.Backend.Close();
        view.Backend.Close();
        Assert.Equal(new Closed(ClosedReason.Requested, null), view.WaitClosed());
        Assert.Empty(Processes.OfGroup(process));
        Assert.Single(view.All<Closed>());
    }

    [Fact]
    public void Panel_host_and_its_pages_leave_the_processor_to_the_host()
    {
        using TestView view = TestView.Show("<p>hi</p>");
        int least = Math.Min(19, Niceness(Environment.ProcessId) + 3);
        int[] processes = [view.Info.ProcessId, .. Processes.OfGroup(view.Info.ProcessId).Select(process => process.Id)];
        Assert.All(processes, process => Assert.True(Niceness(process) >= least, $"process {process} is as urgent as its host"));
    }

    // The 19th field; the name before it may have spaces and brackets.
    private static int Niceness(int process) =>
        int.Parse(File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[16], CultureInfo.InvariantCulture);

    [Fact]
    public void Close_before_ready_ends_with_one_closed()
    {
        TestView view = TestView.Start();
        view.Backend.Close();
        Assert.Equal(new Closed(ClosedReason.Requested, null), view.WaitClosed());
    }

    [Fact]
    public void Close_while_the_page_loops_for_ever_ends_every_process()
    {
        TestView view = TestView.Show("<p>hi</p>");
        int process = view.Info.ProcessId;
        view.Eval("setTimeout(() => { post('looping'); while (true); }); ''");
        view.Wait<PageMessage>();
        view.Backend.Close();
        Assert.Equal(ClosedReason.Requested, view.WaitClosed().Reason);
        Assert.Empty(Processes.OfGroup(process));
    }

    [Fact]
    public void Close_not_answered_in_time_kills_the_panel_host()
    {
        TestView view = TestView.Start(closeBound: TimeSpan.FromMilliseconds(300));
        int process = view.Info.ProcessId;
        Processes.Stop(process);
        view.Backend.Close();
        Assert.Equal(new Closed(ClosedReason.Requested, null), view.WaitClosed());
        Processes.AssertGone(process);
    }

    [Fact]
    public void Terminate_ends_everything_without_asking()
    {
        TestView view = TestView.Show("<p>hi</p>");
        int process = view.Info.ProcessId;
        Processes.Stop(process);
        view.Backend.Terminate();
        view.Backend.Terminate();
        Assert.Equal(new Closed(ClosedReason.Requested, null), view.WaitClosed());
        Processes.AssertGone(process);
    }

    [Fact]
    public void Terminate_before_the_spawn_spawns_nothing()
    {
        TestView view = TestView.Start();
        view.Backend.Terminate();
        Assert.Equal(ClosedReason.Requested, view.WaitClosed().Reason);
    }

    [Fact]
    public void Commands_after_closed_do_nothing()
    {
        TestView view = TestView.Start();
        view.Dispose();
        view.Backend.Evaluate(1, "1", null);
        view.Backend.Deliver(2, "1"u8);
        view.BeginLoad(new PageSource(PageSourceKind.Html, ""));
        view.Backend.SetWindow(new WindowCommand(WindowAction.Show));
        view.Backend.CaptureScreenshot(3);
        view.Backend.TerminatePage();
        view.Backend.Close();
        view.Backend.Terminate();
        Assert.Empty(view.All<Evaluated>());
        Assert.Single(view.All<Closed>());
    }

    [Fact]
    public void Panel_host_killed_is_told_at_once_and_leaves_nothing()
    {
        TestView view = TestView.Show("<p>hi</p>");
        int process = view.Info.ProcessId;
        view.Eval("setTimeout(() => { post('looping'); while (true); }); ''");
        view.Wait<PageMessage>();
        Processes.Kill(process);
        Closed closed = view.WaitClosed();
        Assert.Equal(ClosedReason.HostDied, closed.Reason);
        Assert.Equal("Died", closed.Error?.Code);
        Assert.Contains("signal 9", closed.Error?.Message, StringComparison.Ordinal);
        Processes.AssertGone(process);
    }

    [Fact]
    public void Host_killed_takes_the_panel_host_and_the_page_along()
    {
        using Process host = HostChild.Start();
        int panelHost = int.Parse(host.StandardOutput.ReadLine()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.NotEmpty(Processes.OfGroup(panelHost));
        Processes.Kill(host.Id);
        Assert.True(host.WaitForExit((int)TestView.Bound.TotalMilliseconds));
        Processes.AssertGone(panelHost);
    }

    [Fact]
    public void Host_killed_ends_a_panel_host_whose_channel_a_fork_still_holds()
    {
        using Process host = HostChild.Start(holdChannel: true);
        int panelHost = int.Parse(host.StandardOutput.ReadLine()!, System.Globalization.CultureInfo.InvariantCulture);
        int fork = int.Parse(host.StandardOutput.ReadLine()!, System.Globalization.CultureInfo.InvariantCulture);
        Processes.Kill(host.Id);
        Processes.AssertGone(panelHost);
        Processes.Kill(fork);
    }
}
