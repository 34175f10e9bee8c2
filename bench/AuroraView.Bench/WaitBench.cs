using System.Diagnostics;
using AuroraView.Threading;
using AuroraView.Threading.Waiting;

namespace AuroraView.Bench;

/// <summary>What the wait graph costs a sync dispatch, and how fast a close lets go of everybody.</summary>
internal static class WaitBench
{
    private const int Times = 200_000;
    private const int Callers = 100;

    public static void Run(Figures figures)
    {
        var step = double.MaxValue;
        for (var round = 0; round < 30; round++)
            step = Math.Min(step, GraphStep());
        var trip = RoundTrip();
        figures.Add("wait graph, begin and end of a wait", step / 1000, "us", trip, "sync dispatch, 1 worker, p50", "<= 0.05x");

        var closes = new double[15];
        for (var i = 0; i < closes.Length; i++)
            closes[i] = Close();
        Array.Sort(closes);
        figures.Add($"close of a dispatcher with {Callers} blocked callers, p50", closes[closes.Length / 2], "ms", aim: "< 250");
        figures.Add($"close of a dispatcher with {Callers} blocked callers, worst", closes[^1], "ms", aim: "< 250");
    }

    // The graph's own part of a wait, with everything else around it left out.
    private static double GraphStep()
    {
        var thread = ThreadNode.Current;
        var target = new OneShot("the bench");
        var record = thread.RentRecord();
        record.Target = target;
        record.What = "bench";
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
        {
            if (WaitGraph.Begin(record) is not null)
                throw new InvalidOperationException("a wait for nobody closed a cycle");
            WaitGraph.End(record);
        }

        var time = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Times;
        thread.ReturnRecord(record);
        return time;
    }

    private static double RoundTrip()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var median = 0.0;
        var done = false;
        var worker = new Thread(() =>
        {
            median = Sample.MedianMicroseconds(2000, 20_000, () => dispatcher.Invoke(static n => n + 1, 1));
            Volatile.Write(ref done, true);
            dispatcher.Nudge();
        });
        worker.Start();
        dispatcher.RunUntil(() => Volatile.Read(ref done), TimeSpan.FromMinutes(2));
        worker.Join();
        return median;
    }

    // From the close to the moment in which the last caller has its error.
    private static double Close()
    {
        var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var refused = 0;
        var callers = Enumerable.Range(0, Callers).Select(_ => new Thread(() =>
        {
            try
            {
                dispatcher.Invoke(static () => { });
            }
            catch (ShutdownInProgressException)
            {
                Interlocked.Increment(ref refused);
            }
        })).ToList();
        callers.ForEach(caller => caller.Start());
        while (dispatcher.PendingCalls < Callers)
            Thread.Sleep(1);
        var time = Sample.Seconds(() =>
        {
            dispatcher.Shutdown(TimeSpan.Zero);
            callers.ForEach(caller => caller.Join());
        });
        if (refused != Callers)
            throw new InvalidOperationException($"{refused} of {Callers} callers were told");
        return time * 1000;
    }
}
