using System.Diagnostics;
using AuroraView.Threading;

namespace AuroraView.Views.Tests.Hosts;

/// <summary>
/// This very program as a host application in a process of its own: three open panels with calls pending on every side. It says on
/// its output which panel hosts it has, and ends in the way it was told to when its input does.
/// </summary>
internal static class HostChild
{
    public const int Panels = 3;

    private const string Variable = "AURORAVIEW_TESTS_ROLE";
    private const string Never = "await new Promise(() => {})";

    /// <summary>What this process is to play, when it is not the tests.</summary>
    public static string? Role => Environment.GetEnvironmentVariable(Variable);

    public static Process Start(HostEnd end)
    {
        Display.Start();
        var info = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            info.ArgumentList.Add(typeof(HostChild).Assembly.Location);
        info.Environment[Variable] = end.ToString();
        return Process.Start(info)!;
    }

    public static int Run(string role)
    {
        var end = Enum.Parse<HostEnd>(role);
        var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var views = Enumerable.Range(0, Panels).Select(number => Open(number, end)).ToList();
        foreach (var view in views)
            LeaveWorkPending(view, dispatcher);

        Console.WriteLine(string.Join(' ', views.Select(view => view.Engine!.ProcessId)));
        if (end == HostEnd.ExitsOnAnotherThread)
        {
            new Thread(() =>
            {
                WaitForEndOfInput();
                Environment.Exit(0);
            }) { IsBackground = true }.Start();
            views[0].EvalJsSync(Never, WaitTime.Infinite);
        }

        WaitForEndOfInput();
        if (end == HostEnd.ExitsInHandler)
            views[0].EvalJsSync("await auroraview.call('exit')", WaitTime.Infinite);
        return 0;
    }

    private static WebView Open(int number, HostEnd end)
    {
        // One that runs its handlers on main, one that does not, and one that refuses to be closed.
        var view = new WebView(new WebViewOptions { Title = $"panel {number}", DccMode = number != 1, Html = "<!doctype html><title>p</title>" });
        view.On("blocked", () => Thread.Sleep(Timeout.Infinite), HandlerThread.View);
        view.On("queued", () => 1, HandlerThread.Main);
        view.On("exit", () => Environment.Exit(0), HandlerThread.Main);
        if (number == 2)
            view.Closing += (_, args) => args.Cancel = true;
        view.Show();
        return view;
    }

    private static void LeaveWorkPending(WebView view, MainThreadDispatcher dispatcher)
    {
        view.EvalJsSync("void auroraview.call('blocked')", HostLoop.Bound);
        _ = view.EvalJsAsync<int>(Never);
        new Thread(() => view.EvalJsSync(Never, WaitTime.Infinite)) { IsBackground = true }.Start();
        // Both wait for a main thread that does not pump; so may events of the panel.
        var pending = dispatcher.PendingCalls;
        view.EvalJs("auroraview.call('queued')");
        new Thread(() => dispatcher.Invoke(() => 1, WaitTime.Infinite)) { IsBackground = true }.Start();
        if (!SpinWait.SpinUntil(() => dispatcher.PendingCalls >= pending + 2, HostLoop.Bound))
            throw new TimeoutException("The page did not call.");
        for (var i = 0; i < 100; i++)
            view.Emit("status", i);
    }

    private static void WaitForEndOfInput()
    {
        while (Console.In.Read() >= 0)
        {
        }
    }
}
