using Xunit;

namespace AuroraView.Threading.Tests.Dispatch;

/// <summary>A cycle through something that the graph cannot see ends in the timeout's error, and the watchdog has reported before.</summary>
public class UnseenCycleTests
{
    [Theory]
    [InlineData("Thread.Join")]
    [InlineData("lock")]
    public void Invoke_CycleThroughMainThatCannotBeSeen_TimesOutAfterTheWatchdogsReport(string through)
    {
        // Time stands still until the test moves it, so that what comes first comes first on any machine.
        var clock = new ManualClock();
        var options = new ThreadSafetyOptions { StallAfter = TimeSpan.FromSeconds(2), MainThreadTimeout = TimeSpan.FromSeconds(30) };
        using var ready = new ManualResetEventSlim();
        var gate = new object();
        MainThreadDispatcher dispatcher = null!;
        Exception? error = null;
        var ran = false;
        var main = Worker.Start(() =>
        {
            dispatcher = MainThreadDispatcher.CreateForCurrentThread(options, clock);
            using var holding = new ManualResetEventSlim();
            var worker = Worker.Start(() =>
            {
                lock (gate)
                {
                    holding.Set();
                    error = Record.Exception(() => dispatcher.Invoke(() => ran = true));
                }
            }, "worker");
            Assert.True(holding.Wait(Bound.Generous));
            ready.Set();
            if (through == "lock")
            {
                lock (gate)
                    Assert.NotNull(error);
            }

            worker.Join();
            dispatcher.Pump();
            dispatcher.Dispose();
        }, "main");

        Assert.True(ready.Wait(Bound.Generous));
        // The call is queued, and the watch over it is set.
        Worker.Until(() => dispatcher.PendingCalls == 1 && clock.NextDue <= options.RekickAfter);
        var stalls = new List<MainThreadStallEventArgs>();
        dispatcher.StallChanged += (_, args) => stalls.Add(args);
        clock.Advance(TimeSpan.FromSeconds(3));
        var stall = Assert.Single(stalls);
        Assert.True(stall.IsStalled);
        Assert.Equal(1, stall.PendingCalls);
        Assert.Null(error);

        clock.Advance(TimeSpan.FromSeconds(30));
        main.Join();
        var timeout = Assert.IsType<ThreadDispatchTimeoutException>(error);
        Assert.False(timeout.Snapshot.StillRunning);
        Assert.Equal(options.MainThreadTimeout, timeout.Snapshot.Timeout);
        Assert.False(ran, "the call was taken back, and yet it ran");
    }
}
