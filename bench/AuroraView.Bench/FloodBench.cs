using System.Diagnostics;
using AuroraView.Threading;

namespace AuroraView.Bench;

/// <summary>
/// What a page that floods costs its host: processor time, memory, and how late the host's own work on its main thread comes. The peer of each figure is the
/// same three seconds beside a page that does nothing. Beyond a limit the program ends with 1.
/// </summary>
internal static class FloodBench
{
    private const double MostCpu = 2;
    private const double MostMiB = 64;
    private const double MostLateness = 50;

    // What the host sends itself may wait up to ThreadSafetyOptions.QueueBytes (64 MiB), beside what it cost to make.
    private const double MostMiBOfOwn = 192;
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(3);

    private static readonly string s_large = new('x', 1 << 20);
    private static readonly string s_script = "update(" + new string('1', 1000) + ")";

    // In a page, a flood is a function that is called again and again, with the time it may take.
    private static readonly (string Name, string Script)[] s_pages =
    [
        ("messages without the token", "for (let i = 0; i < 100; i++) webkit.messageHandlers.auroraview.postMessage('x')"),
        ("large messages without the token", "webkit.messageHandlers.auroraview.postMessage('x'.repeat(1 << 20))"),
        ("calls of 1 MB to a handler that hangs", "auroraview.call('hang', big).catch(() => {})"),
        ("small calls to a handler that hangs", "for (let i = 0; i < 100; i++) auroraview.call('hang', i).catch(() => {})"),
        ("calls of 1 MB to nobody", "auroraview.call('nobody', big).catch(() => {})"),
        ("small calls to nobody", "for (let i = 0; i < 100; i++) auroraview.call('nobody', i).catch(() => {})"),
        ("events of 1 MB to a handler that hangs", "auroraview.send_event('hang', big)"),
        ("small events to a handler that hangs", "for (let i = 0; i < 100; i++) auroraview.send_event('hang', i)"),
        ("events of 1 MB to nobody", "auroraview.send_event('nobody', big)"),
        ("small events to nobody", "for (let i = 0; i < 100; i++) auroraview.send_event('nobody', i)"),
        ("errors", "for (let i = 0; i < 100; i++) setTimeout(() => { throw new Error('x'.repeat(1000)); })"),
        ("titles", "for (let i = 0; i < 100; i++) document.title = 'title ' + n++"),
        ("entries of the history", "for (let i = 0; i < 100; i++) history.replaceState(null, '', '#' + n++)"),
        ("console", "for (let i = 0; i < 100; i++) console.log('line', n++)"),
        ("frames", "const f = document.createElement('iframe'); f.srcdoc = '<p>' + n++; document.body.replaceChildren(f)"),
        ("loads", "if (n++ === 0) location.reload()"),
    ];

    private static readonly (string Name, Action<WebView> Act)[] s_hosts =
    [
        ("events of 1 MB to a page that hangs", static view => view.Emit("frame", s_large)),
        ("scripts of 1 kB to a page that hangs", static view => view.EvalJs(s_script)),
        ("window commands", static view => view.SetTitle("title")),
    ];

    /// <returns>The exit code.</returns>
    internal static int Run(Figures figures, int seed)
    {
        var order = new Random(seed);
        using var main = MainThreadDispatcher.CreateForCurrentThread();
        var beyond = false;
        // Compiles what a flood runs: a host has done that long ago.
        foreach (var (_, script) in s_pages)
        {
            using var view = Open(main, script);
            view.EvalJs("begin()");
            main.RunUntil(static () => false, TimeSpan.FromMilliseconds(300));
            view.Close(force: true);
        }

        foreach (var index in Shuffled(s_pages.Length + s_hosts.Length, order))
        {
            var isPage = index < s_pages.Length;
            var name = isPage ? s_pages[index].Name : s_hosts[index - s_pages.Length].Name;
            using var view = Open(main, isPage ? s_pages[index].Script : "");
            view.EvalJsSync<int>("1", s_bound);
            var quiet = Measure(main, null);
            if (isPage)
                view.EvalJs("begin()");
            else
                view.EvalJs("for (;;) {}");
            // What a page may send at once is work that the host has accepted, and its processor time no flood; its memory counts.
            var act = isPage ? null : (Action)(() => Act(s_hosts[index - s_pages.Length].Act, view));
            var fill = Measure(main, act);
            var flood = Measure(main, act);
            var cpu = flood.Cpu - quiet.Cpu;
            flood = flood with { MiB = Math.Max(fill.MiB, flood.MiB), Lateness = Math.Max(fill.Lateness, flood.Lateness) };
            // What the host itself sends costs what it costs to make: only its memory is limited.
            beyond |= (isPage && cpu > MostCpu) || flood.MiB > (isPage ? MostMiB : MostMiBOfOwn) || (isPage && flood.Lateness > MostLateness);
            figures.Add($"{name}: CPU of the host", flood.Cpu, "% of a core", quiet.Cpu, "a page at rest", isPage ? "<= 2 % more" : "");
            figures.Add($"{name}: memory of the host", flood.MiB, "MiB more", quiet.MiB, "a page at rest", isPage ? "<= 64 MiB" : "<= 192 MiB");
            figures.Add($"{name}: main thread late by", flood.Lateness, "ms", quiet.Lateness, "a page at rest", isPage ? "<= 50 ms" : "");
            view.Close(force: true);
        }

        return beyond ? 1 : 0;
    }

    private static WebView Open(MainThreadDispatcher main, string flood)
    {
        var view = new WebView(new WebViewOptions
        {
            DccMode = true,
            Dispatcher = main,
            Html = $$"""
                <body><script>
                let n = 0; const big = 'x'.repeat(1 << 20);
                const turn = () => { const end = performance.now() + 20; while (performance.now() < end) { {{flood}} } setTimeout(turn, 0); };
                const begin = () => { sessionStorage.flood = 1; turn(); };
                if (sessionStorage.flood) begin();
                </script>
                """,
        });
        // Hangs as the handler of a host that waits for something: it holds no thread, and it never answers.
        view.On("hang", static () => new TaskCompletionSource().Task);
        view.Show();
        return view;
    }

    private static void Act(Action<WebView> act, WebView view)
    {
        try
        {
            for (var i = 0; i < 100; i++)
                act(view);
        }
        catch (QueueFullException)
        {
            // As it should be.
        }
    }

    private static Measured Measure(MainThreadDispatcher main, Action? act)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (cpu, before) = (process.TotalProcessorTime, Environment.WorkingSet);
        var (start, most, late) = (Stopwatch.GetTimestamp(), before, 0.0);
        while (Stopwatch.GetElapsedTime(start) < s_time)
        {
            // The host's own loop: every 10 ms something of its own, and a pump.
            var turn = Stopwatch.GetTimestamp();
            main.RunUntil(static () => false, TimeSpan.FromMilliseconds(10));
            late = Math.Max(late, Stopwatch.GetElapsedTime(turn).TotalMilliseconds - 10);
            act?.Invoke();
            most = Math.Max(most, Environment.WorkingSet);
        }

        process.Refresh();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Measured((process.TotalProcessorTime - cpu).TotalSeconds * 100 / seconds, (most - before) / 1048576.0, late);
    }

    private sealed record Measured(double Cpu, double MiB, double Lateness);

    private static int[] Shuffled(int count, Random order)
    {
        var all = Enumerable.Range(0, count).ToArray();
        order.Shuffle(all);
        return all;
    }
}
