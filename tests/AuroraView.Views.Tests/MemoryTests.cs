using System.Runtime.CompilerServices;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>Panels that are over leave nothing in the host's process.</summary>
public class MemoryTests
{
    private const int Panels = 12;

    // A view that is kept holds its queues, tables and buffers: far more.
    private const long MostAPanel = 16 * 1024;

    [Fact]
    public void View_OpenedUsedAndClosed_IsCollectedAndItsMemoryGivenBack()
    {
        using var host = new HostLoop();
        var views = new List<WeakReference>();
        for (var i = 0; i < 4; i++)
            UsePanel(host, views);
        var before = Collected();
        for (var i = 0; i < Panels; i++)
            UsePanel(host, views);
        var kept = (Collected() - before) / Panels;
        // The thread that ended the last one may still be about.
        Assert.InRange(views.Count(static view => view.IsAlive), 0, 1);
        Assert.True(kept < MostAPanel, $"{kept} bytes are kept of each panel.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UsePanel(HostLoop host, List<WeakReference> views)
    {
        using var closed = new ManualResetEventSlim();
        var view = new WebView(new WebViewOptions { Html = "<p>x</p>", Dispatcher = host.Dispatcher });
        views.Add(new WeakReference(view));
        view.On("twice", static (int number) => 2 * number, HandlerThread.View);
        view.Closed += (_, _) => closed.Set();
        view.Show();
        Assert.Equal(42, host.Run(view.ThreadSafe().EvalJsAsync<int>("auroraview.call('twice', 21)")));
        view.Emit("x", new string('x', 100_000));
        view.Close();
        Assert.True(closed.Wait(HostLoop.Bound));
    }

    private static long Collected()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
