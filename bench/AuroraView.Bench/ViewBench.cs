using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AuroraView.Threading;

namespace AuroraView.Bench;

/// <summary>The web view: evaluation, events, calls of the page, start, memory, idling. The peer is the bare engine in a C program, in its own process.</summary>
internal static class ViewBench
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(1);

    public static void Run(Figures figures, string? enginePeer)
    {
        var peer = enginePeer is null ? [] : Peer(enginePeer);
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        using var view = new WebView(new WebViewOptions
        {
            DccMode = true,
            Dispatcher = dispatcher,
            Safety = new ThreadSafetyOptions { WhenQueueFull = FullQueuePolicy.Wait },
            Html = "<script>let n=0,last=0;auroraview.on('n',v=>{n++;last=v});</script>",
        });
        view.On("echo", (int value) => value);
        view.Show();
        view.EvalJsSync<int>("1", s_bound);
        figures.Add("start to first evaluation", Stopwatch.GetElapsedTime(start).TotalMilliseconds, "ms", Get(peer, "engine.first-page", "value"), "bare engine");

        var eval = Sample.MedianMicroseconds(300, 2000, () => view.EvalJsSync<int>("1 + 1", s_bound));
        figures.Add("sync eval, p50", eval, "us", Get(peer, "engine.eval", "p50"), "bare engine in process", "<= 1.5x");

        const int Events = 200_000;
        var events = Sample.Seconds(() =>
        {
            for (var i = 0; i < Events; i++)
                view.Emit("n", i);
            if (view.EvalJsSync<int>("n", s_bound) != Events)
                throw new InvalidOperationException("Events were lost.");
        });
        figures.Add("emit to the page's listener", Events / events, "events/s", Get(peer, "engine.emit", "rate"), "one evaluate each", ">= 300,000/s");

        var calls = PageCalls(view);
        figures.Add("page -> main-thread handler -> page, mean", calls, "us", Get(peer, "engine.reply", "mean"), "engine's own reply");
        Idle(figures, view);
    }

    // The page measures; the main thread serves inside its wait.
    private static double PageCalls(WebView view)
    {
        const string Script = """
            const rounds = 1000;
            for (let i = 0; i < 200; i++) await auroraview.call('echo', [i]);
            const start = performance.now();
            for (let i = 0; i < rounds; i++) await auroraview.call('echo', [i]);
            return (performance.now() - start) * 1000 / rounds;
            """;
        return view.EvalJsSync<double>(Script, s_bound);
    }

    private static void Idle(Figures figures, WebView view)
    {
        var host = view.Engine!.ProcessId;
        figures.Add("memory of the host process (RSS)", Environment.WorkingSet / 1048576.0, "MiB");
        figures.Add("memory of the panel host (RSS)", ResidentMiB(host), "MiB");
        // What the figures above have left behind, such as the compiler's second tier, comes to rest.
        Thread.Sleep(3000);
        using var here = Process.GetCurrentProcess();
        var (ours, theirs) = (here.TotalProcessorTime, Ticks(host));
        Thread.Sleep(5000);
        here.Refresh();
        figures.Add("idle for 5 s: CPU of the host process", (here.TotalProcessorTime - ours).TotalMilliseconds, "ms", aim: "no wake-ups of ours");
        figures.Add("idle for 5 s: CPU of the panel host", (Ticks(host) - theirs) * 10, "ms", aim: "no wake-ups of ours");
    }

    private static double ResidentMiB(int process) =>
        long.Parse(File.ReadAllText($"/proc/{process}/statm").Split(' ')[1], CultureInfo.InvariantCulture) * 4096 / 1048576.0;

    private static long Ticks(int process)
    {
        var fields = File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, JsonElement> Peer(string program)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var figures = new Dictionary<string, JsonElement>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (!line.StartsWith('{'))
                continue;
            var figure = JsonDocument.Parse(line).RootElement.Clone();
            figures[figure.GetProperty("bench").GetString()!] = figure;
        }

        process.WaitForExit();
        return figures;
    }

    private static double? Get(Dictionary<string, JsonElement> peer, string bench, string field) =>
        peer.TryGetValue(bench, out var figure) ? figure.GetProperty(field).GetDouble() : null;
}
