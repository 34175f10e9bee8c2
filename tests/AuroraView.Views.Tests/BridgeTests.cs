using System.Diagnostics;
using AuroraView.Engine;
using AuroraView.Threading;
using Xunit;

namespace AuroraView.Views.Tests;

public class BridgeTests
{
    private sealed record Cube(string Name, double Size = 1);

    [Fact]
    public void Call_ParametersByNameAndPosition_AreBound()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "x" });
        view.On("make", (Cube cube) => $"{cube.Name}:{cube.Size}");
        view.BindCall("sum", (int a, int b) => a + b);
        view.Show();
        Assert.Equal("box:2", view.EvalJsSync<string>("await auroraview.call('make', {name: 'box', size: 2})", HostLoop.Bound));
        Assert.Equal(7, view.EvalJsSync<int>("await auroraview.call('sum', {b: 3, a: 4})", HostLoop.Bound));
        Assert.Equal(7, view.EvalJsSync<int>("await auroraview.api.sum(3, 4)", HostLoop.Bound));
        Assert.Equal("InvalidArguments", view.EvalJsSync<string>("await auroraview.call('sum', [1]).catch(e => e.code)", HostLoop.Bound));
    }

    [Fact]
    public void Handler_Throws_PageGetsTypeAndMessage()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "x" });
        view.On("boom", () => throw new InvalidTimeZoneException("no such zone"));
        view.Show();
        var error = view.EvalJsSync<string>("await auroraview.call('boom').catch(e => [e.code, e.message, e.remoteType].join('|'))", HostLoop.Bound);
        Assert.Equal("HandlerFailed|no such zone|System.InvalidTimeZoneException", error);
    }

    [Fact]
    public void Script_Throws_ErrorHasNameMessageAndPosition()
    {
        using var host = new HostLoop();
        var view = host.Open();
        var error = Assert.Throws<JavaScriptException>(() => view.EvalJsSync<int>("let a = 1;\nnull.x", HostLoop.Bound));
        Assert.Equal("TypeError", error.Name);
        Assert.Equal(2, error.Line);
        Assert.Throws<JavaScriptException>(() => view.EvalJsSync<int>("1 +", HostLoop.Bound));
        Assert.Throws<JavaScriptResultException>(() => view.EvalJsSync<int>("'text'", HostLoop.Bound));
        Assert.True(double.IsNaN(view.EvalJsSync<double>("0 / 0", HostLoop.Bound)));
        Assert.Null(view.EvalJsSync<string>("undefined", HostLoop.Bound));
    }

    [Fact]
    public void Page_NavigatesToAnotherOrigin_IsRefusedAndHearsNothing()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "x" });
        view.On("secret", () => 1);
        view.Show();
        Assert.Equal(1, view.EvalJsSync<int>("await auroraview.call('secret')", HostLoop.Bound));
        view.EvalJs("location.href = 'about:blank'");
        var loaded = new TaskCompletionSource();
        view.Loaded += (_, args) =>
        {
            if (args.Url == "about:blank")
                loaded.TrySetResult();
        };
        host.Run(loaded.Task);
        Assert.Equal("OriginRefused", view.EvalJsSync<string>("await auroraview.call('secret').catch(e => e.code)", HostLoop.Bound));
    }

    [Fact]
    public void Page_PostsWithoutTheToken_IsNotHeard()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "x" });
        var called = false;
        view.On("secret", () => called = true);
        view.Show();
        view.EvalJsSync("window.webkit.messageHandlers.auroraview.postMessage('[1,[\"call\",1,\"secret\"]]'); 1", HostLoop.Bound);
        host.Until(() =>
        {
            lock (host.Errors)
                return host.Errors.Exists(error => error.Contains("token", StringComparison.Ordinal));
        });
        Assert.False(called);
    }

    [Fact]
    public void Navigation_CancelsPendingHandlers()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "x" });
        var cancelled = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        view.On("wait", async (CancellationToken token) =>
        {
            begun.TrySetResult();
            token.Register(() => cancelled.TrySetResult());
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        });
        view.Show();
        view.EvalJs("auroraview.call('wait')");
        host.Run(begun.Task);
        view.LoadHtml("<h1>next");
        host.Run(cancelled.Task);
    }

    [Fact]
    public void Emit_AcrossLoads_ReachesTheNextPageInOrder()
    {
        using var host = new HostLoop();
        const string Page = "<script>window.got=[];auroraview.on('n', n => got.push(n))</script>";
        var view = host.Open(new WebViewOptions { Html = Page });
        Assert.Equal(0, view.EvalJsSync<int>("got.length", HostLoop.Bound));
        for (var round = 0; round < 10; round++)
        {
            view.LoadHtml(Page);
            for (var i = 0; i < 100; i++)
                view.Emit("n", i);
            Assert.True(view.EvalJsSync<bool>("got.length === 100 && got.every((n, i) => n === i)", HostLoop.Bound), $"round {round}");
        }
    }

    [Fact]
    public void EmitLatest_BeforeReady_KeepsTheLast()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Html = "<script>window.got=[];auroraview.on('p', n => got.push(n))</script>" });
        for (var i = 0; i < 1000; i++)
            view.EmitLatest("p", i);
        view.Show();
        Assert.Equal([999], view.EvalJsSync<int[]>("got", HostLoop.Bound)!);
    }

    [Fact]
    public void Emit_NaN_IsRefusedAtOnce()
    {
        using var host = new HostLoop();
        var view = host.Make();
        Assert.Throws<BridgeException>(() => view.Emit("n", double.NaN));
        Assert.Throws<ArgumentException>(() => view.Emit("", 1));
        Assert.Throws<ArgumentNullException>(() => view.Emit(null!, 1));
    }

    [Fact]
    public void WebProcess_Killed_CrashedIsRaisedAndThePageComesBack()
    {
        using var host = new HostLoop();
        var view = host.Open(new WebViewOptions { Html = "<script>window.got=[];auroraview.on('n', n => got.push(n))</script>" });
        Assert.Equal(0, view.EvalJsSync<int>("got.length", HostLoop.Bound));
        var crashed = new TaskCompletionSource<PanelCrashedEventArgs>();
        view.Crashed += (_, args) => crashed.TrySetResult(args);
        foreach (var process in Process.GetProcessesByName("WebKitWebProcess").Where(process => ParentOf(process.Id) == view.Engine!.ProcessId))
            process.Kill();
        var args = host.Run(crashed.Task);
        Assert.Equal(CrashReason.Crashed, args.Reason);
        Assert.True(args.IsReloading);
        view.Emit("n", 5);
        Assert.Equal([5], view.EvalJsSync<int[]>("got", HostLoop.Bound)!);
    }

    [Fact]
    public void Start_NoDisplay_ClosesWithAnErrorThatSaysSo()
    {
        using var host = new HostLoop();
        var display = Environment.GetEnvironmentVariable("DISPLAY");
        Environment.SetEnvironmentVariable("DISPLAY", null);
        try
        {
            var view = host.Make(new WebViewOptions { DccMode = true });
            var closed = new TaskCompletionSource<PanelClosedEventArgs>();
            view.Closed += (_, args) => closed.TrySetResult(args);
            view.Show();
            var args = host.Run(closed.Task);
            Assert.Equal(ClosedReason.StartFailed, args.Reason);
            Assert.Equal("NoDisplay", args.Error!.Code);
        }
        finally
        {
            Environment.SetEnvironmentVariable("DISPLAY", display);
        }
    }

    [Fact]
    public void DccMode_NoDispatcher_IsRefusedWithWhatToDo()
    {
        var before = MainThreadDispatcher.Default;
        MainThreadDispatcher.Default = null;
        try
        {
            Assert.Throws<MainThreadUnavailableException>(() => new WebView(new WebViewOptions { DccMode = true }));
        }
        finally
        {
            MainThreadDispatcher.Default = before;
        }
    }

    private static int ParentOf(int process) =>
        int.Parse(File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
}
