using AuroraView.Threading;
using AuroraView.Views.Tests.Hosts;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>The RFC's cross-thread emit/eval_js stress test: order and completeness at the page, and memory that stays flat.</summary>
public class StressTests
{
    private const int Threads = 8;
    private const int Warmup = 2_500;
    private const int Emits = 12_500;
    private const int EmitsPerEval = 20;
    private const long Mega = 1024 * 1024;

    [Fact]
    public void CrossThreadEmitAndEvalJs_EightThreads_NothingIsLostOrderHoldsAndMemoryIsFlat()
    {
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

        RunThreads(host, view, 0, Warmup);
        var before = Memory(view);
        RunThreads(host, view, Warmup, Warmup + Emits);
        var after = Memory(view);

        Assert.Equal(Threads * (Warmup + Emits) / EmitsPerEval, called);
        Assert.Equal(0, view.EvalJsSync<int>("bad", HostLoop.Bound));
        Assert.Equal(Enumerable.Repeat(Warmup + Emits, Threads), view.EvalJsSync<int[]>("seen", HostLoop.Bound)!);
        // A leak of an event or an evaluation would be five times the warm-up's: far beyond what collectors and allocators leave lying about.
        Assert.True(after.Managed < before.Managed + 16 * Mega, $"managed heap: {before.Managed / Mega} MB, then {after.Managed / Mega} MB");
        Assert.True(after.Host < (2 * before.Host) + (256 * Mega), $"resident, host: {before.Host / Mega} MB, then {after.Host / Mega} MB");
        Assert.True(after.PanelHost < (2 * before.PanelHost) + (256 * Mega), $"resident, panel host: {before.PanelHost / Mega} MB, then {after.PanelHost / Mega} MB");
    }

    private static void RunThreads(HostLoop host, WebView view, int from, int to)
    {
        var work = Task.WhenAll(Enumerable.Range(0, Threads).Select(t => Task.Factory.StartNew(
            () =>
            {
                for (var i = from; i < to; i++)
                {
                    view.Emit("n", new[] { t, i });
                    if (i % EmitsPerEval == 0)
                        Assert.Equal(i + 1, view.EvalJsSync<int>($"await auroraview.call('back', [{i}])", HostLoop.Bound));
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.True(host.Dispatcher.RunUntil(work, TimeSpan.FromMinutes(5)));
    }

    private static (long Managed, long Host, long PanelHost) Memory(WebView view)
    {
        // Everything has arrived when this has.
        view.EvalJsSync("0", HostLoop.Bound);
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        return (managed, Environment.WorkingSet, Processes.ResidentOfGroup(view.Engine!.ProcessId));
    }
}
