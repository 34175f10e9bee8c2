using AuroraView.Threading;
using AuroraView.Threading.Tests;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>A cycle through something that the toolkit cannot see ends in the timeout's error, and the watchdog has reported before.</summary>
public class UnseenCycleTests
{
    [Theory]
    [InlineData("Thread.Join")]
    [InlineData("lock")]
    public void EvalSync_CycleThroughMainThatCannotBeSeen_TimesOutAfterTheWatchdogsReport(string through)
    {
        // Time stands still until the test moves it, so that what comes first comes first on any machine.
        var clock = new ManualClock();
        var options = new ThreadSafetyOptions { StallAfter = TimeSpan.FromSeconds(2), JsEvalTimeout = TimeSpan.FromSeconds(5), RekickAfter = TimeSpan.FromMilliseconds(250) };
        using var host = new HostLoop(options with { RekickAfter = TimeSpan.FromMilliseconds(100) }, clock);
        var view = host.Make(new WebViewOptions { Clock = clock, Safety = options, Html = "<script>busy = []; auroraview.on('auroraview:host_busy', e => busy.push(e.busy))</script>" });
        view.On("scene", static () => 1, HandlerThread.Main);
        view.Show();
        Assert.Equal(2, host.Run(view.EvalJsAsync<int>("1 + 1")));

        var stalls = new List<MainThreadStallEventArgs>();
        host.Dispatcher.StallChanged += (_, args) => stalls.Add(args);
        var gate = new object();
        Exception? error = null;
        var reportedBefore = 0;
        using var holding = new ManualResetEventSlim();
        var worker = new Thread(() =>
        {
            lock (gate)
            {
                holding.Set();
                error = Record.Exception(() => view.EvalJsSync<int>("await auroraview.call('scene')"));
            }
        }) { IsBackground = true, Name = "worker" };
        var conductor = new Thread(() =>
        {
            // The page's call waits for main, which waits for the worker, which waits for the page. The shortest timer is that of the watch over main.
            Assert.True(SpinWait.SpinUntil(() => host.Dispatcher.PendingCalls > 0 && clock.NextDue <= host.Dispatcher.Options.RekickAfter, HostLoop.Bound));
            clock.Advance(TimeSpan.FromSeconds(3));
            reportedBefore = error is null ? stalls.Count : -1;
            clock.Advance(TimeSpan.FromSeconds(3));
        }) { IsBackground = true, Name = "clock" };

        worker.Start();
        Assert.True(holding.Wait(HostLoop.Bound));
        conductor.Start();
        if (through == "lock")
        {
            lock (gate)
                Assert.NotNull(error);
        }

        Assert.True(worker.Join(HostLoop.Bound), "the wait did not end");
        Assert.True(conductor.Join(HostLoop.Bound));

        var timeout = Assert.IsType<ThreadDispatchTimeoutException>(error);
        Assert.True(timeout.Snapshot.StillRunning);
        Assert.Equal(1, reportedBefore);
        Assert.True(stalls[0].IsStalled);
        Assert.Equal(1, stalls[0].PendingCalls);
        // The page was told while the host was busy, and could show it.
        Assert.True(host.Run(view.EvalJsAsync<bool>("busy[0] === true")));
    }
}
