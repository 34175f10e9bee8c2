using AuroraView.Threading;
using Xunit;

namespace AuroraView.Views.Tests;

public class BasicTests
{
    [Fact]
    public void View_EvalSyncFromMain_GivesResult()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Assert.Equal(2, view.EvalJsSync<int>("1 + 1", HostLoop.Bound));
        Assert.Equal("t", view.EvalJsSync<string>("document.title", HostLoop.Bound));
    }

    [Fact]
    public void View_DccModeCallFromPage_RunsOnMainAndAnswers()
    {
        using var host = new HostLoop();
        var main = Environment.CurrentManagedThreadId;
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "<body>x" });
        view.On("add", (int[] n) => new[] { n.Sum(), Environment.CurrentManagedThreadId == main ? 1 : 0 });
        view.Show();
        var result = host.Run(view.EvalJsAsync<int[]>("await auroraview.call('add', [[1,2,3]])"));
        Assert.Equal([6, 1], result!);
    }

    [Fact]
    public void Pattern3_MainInSyncEvalPageCallsMainHandler_Completes()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "<body>x" });
        view.On("h", (int n) => n + 1);
        view.Show();
        Assert.Equal(42, view.EvalJsSync<int>("await auroraview.call('h', [41])", HostLoop.Bound));
    }

    [Fact]
    public void Pattern3_TwentyLevelsMainPageMain_Completes()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "<body>x" });
        view.On("down", (int n) => n == 0 ? 0 : 1 + view.EvalJsSync<int>($"await auroraview.call('down', [{n - 1}])", HostLoop.Bound));
        view.Show();
        Assert.Equal(20, view.EvalJsSync<int>("await auroraview.call('down', [20])", HostLoop.Bound));
    }

    [Fact]
    public void Emit_BeforeReadyAndInBursts_ArrivesInOrder()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Html = "<script>window.got=[];auroraview.on('n', n => got.push(n))</script>", Safety = new ThreadSafetyOptions { QueueCapacity = 100_000 } });
        for (var i = 0; i < 20_000; i++)
            view.Emit("n", i);
        view.Show();
        for (var i = 20_000; i < 40_000; i++)
            view.Emit("n", i);
        Assert.True(view.EvalJsSync<bool>("got.length === 40000 && got.every((n, i) => n === i)", HostLoop.Bound));
    }

    [Fact]
    public void UnknownMethod_FailsAtOnceWithCode()
    {
        using var host = new HostLoop();
        var view = host.Open();
        var code = host.Run(view.EvalJsAsync<string>("auroraview.call('nope').catch(e => e.code)"));
        Assert.Equal("UnknownMethod", code);
    }

    [Fact]
    public void Close_IsBoundedAndRaisesClosedOnce()
    {
        using var host = new HostLoop();
        var view = host.Open();
        var closed = 0;
        view.Closed += (_, _) => Interlocked.Increment(ref closed);
        Assert.Equal(2, view.EvalJsSync<int>("1+1", HostLoop.Bound));
        Assert.True(view.Close());
        Assert.True(host.Run(view.CloseAsync()));
        Assert.Equal(ViewState.Closed, view.State);
        Assert.Throws<ShutdownInProgressException>(() => view.EvalJsSync<int>("1"));
    }

    [Fact]
    public void Screenshot_GivesPng()
    {
        using var host = new HostLoop();
        var view = host.Open(new WebViewOptions { Html = "<body style='background:teal'><h1>AuroraView" });
        var png = host.Run(view.CaptureScreenshotAsync());
        Assert.Equal([0x89, 0x50, 0x4e, 0x47], png[..4]);
    }
}
