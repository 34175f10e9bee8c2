using System.Net;
using System.Net.Sockets;
using AuroraView.Engine;
using AuroraView.Threading;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>A panel whose page failed, hangs or waits for the user comes back with the next load, whatever is queued for the page.</summary>
public class LostPageTests
{
    public static TheoryData<string, string> WorkAndWayOut
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var work in (string[])["event", "evaluation", "screenshot"])
            {
                foreach (var first in (string[])["failed", "hanging", "stopped"])
                    data.Add(work, first);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(WorkAndWayOut))]
    public void Load_BehindWorkForAPageThatNeverCame_IsShown(string work, string first)
    {
        using var host = new HostLoop();
        // Nobody takes a connection of this one, and nobody listens at that one.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = first == "failed" ? UnusedPort() : ((IPEndPoint)silent.LocalEndpoint).Port;
        var view = host.Make(new WebViewOptions { Url = $"http://127.0.0.1:{port}/", DccMode = true });
        var loading = false;
        var failed = false;
        view.Loading += (_, _) => loading = true;
        view.LoadFailed += (_, _) => failed = true;
        view.Show();
        host.Until(() => loading);
        if (first == "stopped")
            view.Stop();
        if (first != "hanging")
            host.Until(() => failed);
        var picture = Task.FromResult<byte[]>([]);
        switch (work)
        {
            case "event":
                view.Emit("early");
                break;
            case "evaluation":
                view.EvalJs("window.early = 1");
                break;
            default:
                picture = view.CaptureScreenshotAsync();
                break;
        }

        view.LoadHtml("<p>the second");
        Assert.Equal("the second", view.EvalJsSync<string>("document.body.innerText.trim()", HostLoop.Bound));
        host.Run(picture);
    }

    [Theory]
    [InlineData("load")]
    [InlineData("reload")]
    public void Load_PageInAnEndlessLoop_EndsItsProcessAndIsShown(string wayOut)
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Html = "<p>the first", PingTimeout = TimeSpan.FromSeconds(2), DccMode = true });
        var reasons = new List<CrashReason>();
        view.Crashed += (_, args) => reasons.Add(args.Reason);
        view.Show();
        Assert.Equal(1, view.EvalJsSync<int>("1", HostLoop.Bound));
        view.EvalJs("while (1);");
        host.Until(() => reasons.Contains(CrashReason.Unresponsive));
        // More than may be on the way, so that something is queued too.
        for (var i = 0; i < 5; i++)
            view.Emit("e");
        ComeBack(view, wayOut);
        Assert.Equal(wayOut == "load" ? "the second" : "the first", view.EvalJsSync<string>("document.body.innerText.trim()", HostLoop.Bound));
        host.Until(() => reasons.Contains(CrashReason.Terminated));
    }

    [Theory]
    [InlineData("load")]
    [InlineData("reload")]
    public void Load_PageGoesIntoAnEndlessLoopAtThatMoment_IsShown(string wayOut)
    {
        using var host = new HostLoop();
        var view = host.Open(new WebViewOptions { Html = "<p>the first", PingTimeout = TimeSpan.FromSeconds(2), DccMode = true });
        Assert.Equal(1, view.EvalJsSync<int>("1", HostLoop.Bound));
        view.EvalJs("setTimeout(() => { while (1); })");
        ComeBack(view, wayOut);
        Assert.Equal(wayOut == "load" ? "the second" : "the first", view.EvalJsSync<string>("document.body.innerText.trim()", HostLoop.Bound));
    }

    [Fact]
    public void Load_PageHasADialogOpen_TakesItAway_AndTheErrorBeforeNamesIt()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Assert.Equal(1, view.EvalJsSync<int>("1", HostLoop.Bound));
        view.EvalJs("while (true) confirm('sure?')");
        var error = "";
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                error = Assert.Throws<ThreadDispatchTimeoutException>(() => view.EvalJsSync<int>("1", TimeSpan.FromMilliseconds(50))).Message;
                return error.Contains("dialog (confirm)", StringComparison.Ordinal);
            },
            HostLoop.Bound), error);
        view.LoadHtml("<p>the second");
        Assert.Equal("the second", view.EvalJsSync<string>("document.body.innerText.trim()", HostLoop.Bound));
    }

    [Fact]
    public void LoadUrl_PortThatEnginesRefuse_FailsWithThePort()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Url = "http://localhost:6000/" });
        var why = new TaskCompletionSource<string?>();
        view.LoadFailed += (_, args) => why.TrySetResult(args.Error);
        view.Show();
        Assert.Contains("6000", host.Run(why.Task), StringComparison.Ordinal);
    }

    [Fact]
    public void LoadUrl_FragmentOfThePageThatIsThere_MovesInIt()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Assert.Equal(1, view.EvalJsSync<int>("window.mark = 1", HostLoop.Bound));
        view.LoadUrl("auroraview://app/#part");
        Assert.Equal("#part 1", view.EvalJsSync<string>("location.hash + ' ' + window.mark", HostLoop.Bound));
    }

    private static void ComeBack(WebView view, string wayOut)
    {
        if (wayOut == "load")
            view.LoadHtml("<p>the second");
        else
            view.Reload();
    }

    private static int UnusedPort()
    {
        using var once = new TcpListener(IPAddress.Loopback, 0);
        once.Start();
        return ((IPEndPoint)once.LocalEndpoint).Port;
    }
}
