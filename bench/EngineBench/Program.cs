using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace EngineBench;

/// <summary>The panel host's figures, beside those of <c>bench/native/engine_eval.c</c>; one JSON line each.</summary>
internal static class Program
{
    private const int WarmUp = 500;
    private const int RoundTrips = 5000;
    private const int Emits = 100_000;
    private const int BatchSize = 512;
    private const int Batches = 2000;
    private const int IdleSeconds = 5;

    public static void Main()
    {
        long start = Stopwatch.GetTimestamp();
        using var view = new BenchView("<p>bench</p><script>let seen = 0; function receive(...items) { seen += items.length; resolve?.(); return 'd'; } let resolve;</script>");
        Print("panel.first-page", "ms", ("value", Stopwatch.GetElapsedTime(start).TotalMilliseconds));

        long call = 0;
        double[] times = new double[RoundTrips];
        for (int i = -WarmUp; i < RoundTrips; i++)
        {
            long begin = Stopwatch.GetTimestamp();
            view.Backend.Evaluate(++call, "'' + (1 + 1)", null);
            view.WaitAnswered(call);
            if (i >= 0)
                times[i] = Stopwatch.GetElapsedTime(begin).TotalMicroseconds;
        }
        Array.Sort(times);
        Print("panel.eval", "us", ("p50", times[RoundTrips / 2]), ("p99", times[RoundTrips * 99 / 100]), ("count", RoundTrips));

        start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Emits; i++)
            view.Backend.Deliver(++call, "{\"a\":1}"u8);
        view.WaitAnswered(call);
        Print("panel.emit-single", "events/s", ("rate", Emits / Stopwatch.GetElapsedTime(start).TotalSeconds), ("count", Emits));

        byte[] batch = Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("{\"a\":1}", BatchSize)));
        start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Batches; i++)
            view.Backend.Deliver(++call, batch);
        view.WaitAnswered(call);
        Print("panel.emit-batched", "events/s", ("rate", Batches * BatchSize / Stopwatch.GetElapsedTime(start).TotalSeconds), ("count", Batches * BatchSize));

        view.Backend.Evaluate(++call, """
            (async () => { const t = []; for (let i = 0; i < 2500; i++) { const s = performance.now(); const p = new Promise(r => { resolve = r; });
              webkit.messageHandlers.auroraview.postMessage('x'); await p; if (i >= 500) t.push(performance.now() - s); }
              webkit.messageHandlers.auroraview.postMessage(String(t.reduce((a, b) => a + b) / t.length * 1000)); })(); 0
            """, null);
        Print("panel.reply", "us", ("mean", double.Parse(view.WaitMessage(), CultureInfo.InvariantCulture)), ("count", 2000));

        Print("panel.idle-wakes", "wakes/s", ("rate", IdleWakes(view.ProcessId)));
    }

    // Voluntary switches of every thread of the panel host, while nothing happens.
    private static double IdleWakes(int process)
    {
        Thread.Sleep(TimeSpan.FromSeconds(15));
        long before = Switches(process);
        Thread.Sleep(TimeSpan.FromSeconds(IdleSeconds));
        return (Switches(process) - before) / (double)IdleSeconds;
    }

    private static long Switches(int process) => Directory.GetDirectories($"/proc/{process}/task")
        .SelectMany(task => File.ReadLines(Path.Combine(task, "status")))
        .Where(line => line.StartsWith("voluntary_ctxt_switches", StringComparison.Ordinal))
        .Sum(line => long.Parse(line.Split(':')[1], CultureInfo.InvariantCulture));

    private static void Print(string bench, string unit, params (string Name, double Value)[] figures) => Console.WriteLine(
        $"{{\"bench\":\"{bench}\",\"unit\":\"{unit}\",{string.Join(',', figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"\"{f.Name}\":{f.Value:0.#}")))}}}");
}
