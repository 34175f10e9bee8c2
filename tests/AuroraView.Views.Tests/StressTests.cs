using AuroraView.Threading;
using Xunit;

namespace AuroraView.Views.Tests;

public class StressTests
{
    [Fact]
    public void EightThreadsEmitAndEvaluate_NothingIsLostAndOrderHolds()
    {
        const int Threads = 8;
        const int Emits = 12_500;
        const int Evals = 625;
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions
        {
            DccMode = true,
            Html = "<script>window.seen=Array(8).fill(0);window.bad=0;auroraview.on('n', ([t, i]) => { if (seen[t]++ !== i) bad++ })</script>",
            Safety = new ThreadSafetyOptions { WhenQueueFull = FullQueuePolicy.Wait },
        });
        var called = 0;
        view.On("back", (int n) =>
        {
            called++;
            return n + 1;
        });
        view.Show();
        var work = Task.WhenAll(Enumerable.Range(0, Threads).Select(t => Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < Emits; i++)
                {
                    view.Emit("n", new[] { t, i });
                    if (i % (Emits / Evals) == 0)
                        Assert.Equal(i + 1, view.EvalJsSync<int>($"await auroraview.call('back', [{i}])", HostLoop.Bound));
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.True(host.Dispatcher.RunUntil(work, TimeSpan.FromMinutes(5)));
        Assert.Equal(Threads * Evals, called);
        Assert.Equal(0, view.EvalJsSync<int>("bad", HostLoop.Bound));
        Assert.Equal(Enumerable.Repeat(Emits, Threads), view.EvalJsSync<int[]>("seen", HostLoop.Bound)!);
    }
}
