using System.Runtime.InteropServices;
using System.Text.Json;
using AuroraView.Engine;
using AuroraView.Threading;
using AuroraView.Views.Tests.Hosts;
using Xunit;

namespace AuroraView.Views.Tests;

public sealed class RestartTests41() : RestartTests("4.1");

public sealed class RestartTests40() : RestartTests("4.0");

/// <summary>The panel host dies or is stopped: its panels live on in a new one.</summary>
public abstract partial class RestartTests : IDisposable
{
    private const int Abort = 6;
    private const int Kill = 9;
    private const int Stop = 19;
    private const string Never = "new Promise(() => {})";
    private const string ApiVariable = "AURORAVIEW_WEBKIT_API";
    private readonly string? _api = Environment.GetEnvironmentVariable(ApiVariable);
    private readonly string _folder = Directory.CreateTempSubdirectory("auroraview-restart-").FullName;

    protected RestartTests(string api) => Environment.SetEnvironmentVariable(ApiVariable, api);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ApiVariable, _api);
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(Abort)]
    [InlineData(Kill)]
    public void PanelHost_Dies_PageAndWindowComeBackAndWaitersAreTold(int signal)
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Html = "<title>kept</title>", Width = 333, Height = 222 });
        var ready = 0;
        view.Ready += (_, _) => ready++;
        var crashed = WhenCrashed(view);
        view.Show();
        Assert.Equal("kept", Eval(host, view, "document.title"));
        view.On("double", (int x) => 2 * x);
        var before = view.Engine!;
        var waiter = Task.Run(() => Record.Exception(() => view.EvalJsSync<int>(Never, HostLoop.Bound)));
        Assert.Equal("2", Eval(host, view, "1 + 1"));

        Signal(before.ProcessId, signal);
        Assert.NotNull(host.Run(waiter));
        Assert.IsNotType<ThreadDispatchTimeoutException>(waiter.Result);
        var told = host.Run(crashed);
        Assert.Equal((CrashReason.Crashed, true), (told.Reason, told.IsReloading));
        Assert.Contains($"signal {signal}", told.Detail, StringComparison.Ordinal);
        UntilTitle(host, view, "kept");
        Assert.Equal("333 222", Eval(host, view, "innerWidth + ' ' + innerHeight"));
        Assert.Equal("14", Eval(host, view, "auroraview.call('double', 7)"));
        Assert.NotEqual(before.ProcessId, view.Engine!.ProcessId);
        Assert.NotEqual(0, view.Handle);
        Assert.Equal(1, ready);
        Assert.True(view.Close());
        Processes.AssertGone(before.ProcessId);
    }

    [Fact]
    public void PanelHost_DiesWithSeveralPanels_AllComeBackTogetherInTheirOrder()
    {
        using var host = new HostLoop();
        var views = Enumerable.Range(0, 3).Select(i => host.Open(new WebViewOptions { Html = $"<title>{i}</title>", DataFolder = _folder })).ToArray();
        for (var i = 0; i < views.Length; i++)
            UntilTitle(host, views[i], $"{i}");
        var before = Assert.Single(views.Select(view => view.Engine!.ProcessId).Distinct());
        var crashed = views.Select(WhenCrashed).ToArray();
        Signal(before, Kill);
        foreach (var told in crashed)
            Assert.True(host.Run(told).IsReloading);
        for (var i = 0; i < views.Length; i++)
            UntilTitle(host, views[i], $"{i}");
        var after = Assert.Single(views.Select(view => view.Engine!.ProcessId).Distinct());
        Assert.NotEqual(before, after);
        // The windows' numbers are given in the order in which they are made.
        Assert.Equal(views.Select(view => view.Handle).Order(), views.Select(view => view.Handle));
        foreach (var view in views)
            Assert.True(view.Close());
        Processes.AssertGone(before);
        Processes.AssertGone(after);
    }

    [Fact]
    public void PanelHost_IsStopped_IsEndedForAllAndTheyComeBack()
    {
        using var host = new HostLoop();
        var options = new WebViewOptions { Html = "<title>kept</title>", DataFolder = _folder, PingTimeout = TimeSpan.FromSeconds(1) };
        var views = new[] { host.Open(options), host.Open(options) };
        foreach (var view in views)
            UntilTitle(host, view, "kept");
        var before = views[0].Engine!.ProcessId;
        var crashed = views.Select(WhenCrashed).ToArray();
        Signal(before, Stop);
        var waiter = Task.Run(() => Record.Exception(() => views[0].EvalJsSync<int>("1", HostLoop.Bound)));
        foreach (var told in crashed)
            host.Run(told);
        Assert.Contains("gave no sign", crashed[0].Result.Detail, StringComparison.Ordinal);
        Assert.IsNotType<ThreadDispatchTimeoutException>(host.Run(waiter));
        foreach (var view in views)
            UntilTitle(host, view, "kept");
        Processes.AssertGone(before);
    }

    [Fact]
    public void PanelHost_DiesThreeTimesInARow_ViewClosesWithTheReason()
    {
        using var host = new HostLoop();
        var view = host.Open();
        var crashes = 0;
        view.Crashed += (_, _) => crashes++;
        var closed = new TaskCompletionSource<PanelClosedEventArgs>();
        view.Closed += (_, args) => closed.TrySetResult(args);
        Eval(host, view, "1");
        var seen = new HashSet<int>();
        for (var death = 0; death < 3; death++)
        {
            Until(host, () => !seen.Contains(view.Engine!.ProcessId));
            var process = view.Engine!.ProcessId;
            Assert.True(seen.Add(process));
            Signal(process, Kill);
        }

        var waiter = Record.Exception(() => Eval(host, view, Never));
        var args = host.Run(closed.Task);
        Assert.Equal((ClosedReason.HostDied, "Died"), (args.Reason, args.Error!.Code));
        Assert.Contains("3 times in a row", args.Error.Message, StringComparison.Ordinal);
        Assert.NotNull(waiter);
        Assert.Equal(2, crashes);
        foreach (var process in seen)
            Processes.AssertGone(process);
    }

    [Fact]
    public void PanelHost_DiesWhileTheViewCloses_ViewCloses()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Eval(host, view, "1");
        var process = view.Engine!.ProcessId;
        var closing = Task.Run(() => view.CloseAsync(force: true));
        Signal(process, Kill);
        Assert.True(host.Run(closing));
        Assert.Equal(ViewState.Closed, view.State);
        Processes.AssertGone(process);
    }

    // If the engine has not yet asked for the process's number, it takes the panel host along: the panel comes back either way.
    [Theory]
    [InlineData("begun")]
    [InlineData("loading")]
    [InlineData("loaded")]
    public void PageProcess_KilledInItsFirstSecond_PageComesBack(string moment)
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Html = "<title>kept</title>" });
        var crashed = WhenCrashed(view);
        var loading = new TaskCompletionSource();
        view.Loading += (_, _) => loading.TrySetResult();
        view.Loaded += (_, _) => loading.TrySetResult();
        view.Show();
        if (moment != "begun")
            host.Run(loading.Task);
        if (moment == "loaded")
            UntilTitle(host, view, "kept");
        var page = 0;
        Until(host, () => view.Engine is { } engine && (page = PageOf(engine.ProcessId)) != 0);
        var process = view.Engine!.ProcessId;
        Signal(page, Kill);
        host.Run(crashed);
        UntilTitle(host, view, "kept");
        Assert.True(view.Close());
        Processes.AssertGone(process);
    }

    [Fact]
    public void Work_AskedForWhileThePanelHostIsGone_IsDoneByTheNewOne()
    {
        using var host = new HostLoop();
        var view = host.Open(new WebViewOptions { Html = "<title>first</title>" });
        UntilTitle(host, view, "first");
        var heard = new TaskCompletionSource<string>();
        view.On("heard", (string what) => heard.TrySetResult(what));
        Signal(view.Engine!.ProcessId, Kill);
        view.Emit("early", new { });
        view.LoadHtml("<title>later</title><script>auroraview.on('early', () => auroraview.call('heard', 'early'))</script>");
        UntilTitle(host, view, "later");
        Assert.Equal("early", host.Run(heard.Task));
    }

    private static Task<PanelCrashedEventArgs> WhenCrashed(WebView view)
    {
        var crashed = new TaskCompletionSource<PanelCrashedEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        view.Crashed += (_, args) => crashed.TrySetResult(args);
        return crashed.Task;
    }

    private static string Eval(HostLoop host, WebView view, string script) =>
        host.Run(Task.Run(() => view.EvalJsSync<JsonElement>(script, HostLoop.Bound))).ToString();

    // What is evaluated in a page that goes is answered with an error.
    private static void UntilTitle(HostLoop host, WebView view, string title) => Until(host, () =>
    {
        try
        {
            return view.EvalJsSync<string>("document.title", HostLoop.Bound) == title;
        }
        catch (Exception gone) when (gone is ThreadSafetyException or JavaScriptException or BridgeException)
        {
            return false;
        }
    });

    private static void Until(HostLoop host, Func<bool> condition) => Assert.True(host.Run(Task.Run(() => SpinWait.SpinUntil(condition, HostLoop.Bound))));

    private static int PageOf(int group) => Processes.IdsOfGroup(group, "WebKitWebProc").FirstOrDefault();

    private static void Signal(int process, int signal) => Assert.Equal(0, SendSignal(process, signal));

    [LibraryImport("libc.so.6", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
