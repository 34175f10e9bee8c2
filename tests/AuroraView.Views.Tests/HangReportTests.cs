using System.Text.Json;
using AuroraView.Threading;
using AuroraView.Threading.Reports;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>What can be seen of a real view while something waits for it, and what its page is told of a busy host.</summary>
public class HangReportTests
{
    private const string Listening =
        """
        <!doctype html><script>
        auroraview.on('auroraview:host_busy', e => auroraview.send_event('told', e));
        </script>
        """;

    [Fact]
    public void Take_MainWaitsForThePageThatWaitsForAHandler_ShowsTheWholeWay()
    {
        using var host = new HostLoop();
        HangReport report = null!;
        var view = host.Make(new WebViewOptions { Title = "seen \"here\"", Html = "x" });
        view.On("slow", () =>
        {
            report = HangReport.Take();
            return 1;
        });
        view.Show();
        Assert.Equal(1, view.EvalJsSync<int>("await auroraview.call('slow')", HostLoop.Bound));

        var me = Environment.CurrentManagedThreadId;
        var wait = Assert.Single(report.Threads.Single(thread => thread.Id == me).Waits);
        Assert.Equal("sync eval", wait.Operation);
        Assert.Equal("'await auroraview.call('slow')' in the page of the panel 'seen \"here\"'", wait.Target);
        var page = Assert.Single(report.Pages, one => one.Name == "the page of the panel 'seen \"here\"'");
        Assert.Equal("The page can be reached.", page.State);
        Assert.Equal(["slow"], page.Requests.Select(request => request.Handler));
        Assert.Contains(report.Dispatchers, one => one.Name == "handlers of the panel 'seen \"here\"'" && one.Running?.Function == "slow");
        Assert.Contains(report.Queues, one => one.Name == "queue of the panel 'seen \"here\"'");

        // main, the evaluation, the page, its request, the call, the handler's thread.
        var at = report.Nodes.Single(node => node.Kind == WaitNodeKind.Thread && node.Text.Contains($"id {me})", StringComparison.Ordinal));
        var way = new List<WaitNodeKind>();
        for (ReportedNode? node = at; node is not null; node = Next(report, node))
            way.Add(node.Kind);
        Assert.Equal([WaitNodeKind.Thread, WaitNodeKind.Evaluation, WaitNodeKind.Page, WaitNodeKind.Request, WaitNodeKind.Call, WaitNodeKind.Thread], way);
        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Contains("panel 'seen #34;here#34;'", report.ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_ViewIsClosed_PageAndItsQueuesAreGone()
    {
        using var host = new HostLoop();
        var view = host.Open(new WebViewOptions { Title = "gone", Html = "x" });
        Assert.Equal(1, view.EvalJsSync<int>("1", HostLoop.Bound));
        Assert.Contains(HangReport.Take().Pages, page => page.Name == "the page of the panel 'gone'");
        view.Dispose();
        var report = HangReport.Take();
        Assert.DoesNotContain(report.Pages, page => page.Name == "the page of the panel 'gone'");
        Assert.DoesNotContain(report.Queues, queue => queue.Name == "queue of the panel 'gone'");
    }

    [Fact]
    public void Stall_MainDoesNotPump_PageIsToldAndToldAgainWhenItIsOver()
    {
        using var host = new HostLoop(new ThreadSafetyOptions { StallAfter = TimeSpan.FromMilliseconds(100), RekickAfter = TimeSpan.FromMilliseconds(20) });
        var reports = new List<MainThreadStallEventArgs>();
        host.Dispatcher.StallChanged += (_, args) =>
        {
            lock (reports)
                reports.Add(args);
        };
        using var busy = new SemaphoreSlim(0);
        using var free = new SemaphoreSlim(0);
        var view = host.Make(new WebViewOptions { Title = "busy", Html = Listening });
        view.On("told", (JsonElement state) => (state.GetProperty("busy").GetBoolean() ? busy : free).Release(), HandlerThread.View);
        view.Show();
        Assert.Equal(1, view.EvalJsSync<int>("1", HostLoop.Bound));

        var ran = false;
        host.Dispatcher.Post(() => ran = true);
        Assert.True(busy.Wait(HostLoop.Bound));
        Assert.False(ran);
        host.Until(() => ran);
        Assert.True(free.Wait(HostLoop.Bound));
        lock (reports)
        {
            Assert.True(reports[0].IsStalled);
            Assert.Contains(reports[0].Report.Pages, page => page.Name == "the page of the panel 'busy'");
            Assert.False(reports[^1].IsStalled);
        }
    }

    [Fact]
    public void Stall_PageIsLoadedWhileItLasts_IsTold()
    {
        using var host = new HostLoop(new ThreadSafetyOptions { StallAfter = TimeSpan.FromMilliseconds(100), RekickAfter = TimeSpan.FromMilliseconds(20) });
        using var stalled = new ManualResetEventSlim();
        host.Dispatcher.StallChanged += (_, args) =>
        {
            if (args.IsStalled)
                stalled.Set();
        };
        using var busy = new SemaphoreSlim(0);
        var view = host.Make(new WebViewOptions { Html = Listening });
        view.On("told", (JsonElement state) => { _ = state.GetProperty("busy").GetBoolean() ? busy.Release() : 0; }, HandlerThread.View);
        host.Dispatcher.Post(static () => { });
        Assert.True(stalled.Wait(HostLoop.Bound));
        view.Show();
        Assert.True(busy.Wait(HostLoop.Bound));
    }

    private static ReportedNode? Next(HangReport report, ReportedNode node)
    {
        var edges = report.Edges.Where(edge => edge.From == node.Id).ToList();
        return edges.Count == 0 ? null : report.Nodes.Single(other => other.Id == Assert.Single(edges).To);
    }
}
