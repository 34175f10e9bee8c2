using AuroraView.Threading;
using AuroraView.Threading.Tests;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>The RFC's Pattern 3 and its relatives, on the real web view: they complete, or are refused at once; they never hang.</summary>
public class DeadlockTests
{
    [Fact]
    public void Pattern3_TwoViewsCallEachOtherThroughMain_Completes()
    {
        using var host = new HostLoop();
        var a = host.Make(new WebViewOptions { Title = "A", DccMode = true, Html = "x" });
        var b = host.Make(new WebViewOptions { Title = "B", DccMode = true, Html = "x" });
        a.On("a", (int n) => n == 0 ? 0 : 1 + b.EvalJsSync<int>($"await auroraview.call('b', [{n - 1}])", HostLoop.Bound));
        b.On("b", (int n) => n == 0 ? 0 : 1 + a.EvalJsSync<int>($"await auroraview.call('a', [{n - 1}])", HostLoop.Bound));
        a.Show();
        b.Show();
        Assert.Equal(8, a.EvalJsSync<int>("await auroraview.call('a', [8])", HostLoop.Bound));
    }

    [Fact]
    public void Pattern3_ThroughViewThreadHandler_Completes()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Html = "x" });
        view.On("outer", () => host.Dispatcher.Invoke(() => Environment.CurrentManagedThreadId, HostLoop.Bound));
        view.Show();
        Assert.Equal(Environment.CurrentManagedThreadId, view.EvalJsSync<int>("await auroraview.call('outer')", HostLoop.Bound));
    }

    [Fact]
    public void Pattern3_AsyncHandlerComesBackToMain_Completes()
    {
        using var host = new HostLoop();
        var main = Environment.CurrentManagedThreadId;
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "x" });
        view.On("slow", async () =>
        {
            await Task.Run(static () => { });
            var title = await view.EvalJsAsync<string>("'inner'");
            return Environment.CurrentManagedThreadId == main ? title : "another thread";
        });
        view.Show();
        Assert.Equal("inner", view.EvalJsSync<string>("await auroraview.call('slow')", HostLoop.Bound));
    }

    [Fact]
    public void Pattern3_HandlerOfViewThreadEvaluatesInItsOwnPage_Completes()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Html = "x" });
        view.On("inner", () => 5);
        view.On("outer", () => view.EvalJsSync<int>("await auroraview.call('inner')", HostLoop.Bound) + 1);
        view.Show();
        Assert.Equal(6, host.Run(view.EvalJsAsync<int>("await auroraview.call('outer')")));
    }

    [Fact]
    public void EvalSync_StrangersPostMeanwhile_StayQueued()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "x" });
        var ran = false;
        view.On("post", () =>
        {
            var worker = new Thread(() => host.Dispatcher.Post(() => ran = true));
            worker.Start();
            worker.Join();
            return ran;
        });
        view.Show();
        Assert.False(view.EvalJsSync<bool>("await auroraview.call('post')", HostLoop.Bound));
        Assert.False(ran);
        host.Until(() => ran);
    }

    [Fact]
    public void EvalSync_PageNeverAnswers_TimesOutWithASnapshot()
    {
        var clock = new ManualClock();
        using var host = new HostLoop();
        var view = OpenWithClock(host, clock);
        var error = Assert.Throws<ThreadDispatchTimeoutException>(() => view.EvalJsSync<int>("auroraview.call('time_passes'); await new Promise(() => {})"));
        Assert.True(error.Snapshot.StillRunning);
        Assert.Equal(ThreadSafetyOptions.Default.JsEvalTimeout, error.Snapshot.Timeout);
        Assert.Contains("new Promise", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, view.EvalJsSync<int>("2"));
    }

    [Fact]
    public void EvalSync_LateResult_IsDropped()
    {
        var clock = new ManualClock();
        using var host = new HostLoop();
        var view = OpenWithClock(host, clock);
        Assert.Throws<ThreadDispatchTimeoutException>(() => view.EvalJsSync<int>("auroraview.call('time_passes'); await new Promise(r => { window.late = r })"));
        Assert.Equal(3, view.EvalJsSync<int>("late(7), 3"));
    }

    [Fact]
    public void EvalSync_ZeroTimeout_TimesOutWithoutRunning()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Assert.Throws<ThreadDispatchTimeoutException>(() => view.EvalJsSync("window.ran = true", TimeSpan.Zero));
        Assert.True(view.EvalJsSync<bool>("window.ran === undefined", HostLoop.Bound));
    }

    // Time stands still but for the page's own call: a script that has begun has begun on any machine.
    private static WebView OpenWithClock(HostLoop host, ManualClock clock)
    {
        var view = host.Make(new WebViewOptions { Clock = clock, Html = "x" });
        view.On("time_passes", () => clock.Advance(ThreadSafetyOptions.Default.JsEvalTimeout), HandlerThread.View);
        view.Show();
        return view;
    }
}
