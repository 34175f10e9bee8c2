using System.Collections.Concurrent;
using AuroraView.Threading;

namespace AuroraView.Bench;

/// <summary>The dispatcher: worker to main to worker, posts, pumps.</summary>
internal static class DispatchBench
{
    private const int Rounds = 20_000;

    public static void Run(Figures figures)
    {
        for (var round = 0; round < 2; round++)
        {
            var print = round == 1;
            var pair = BarePair();
            var spinning = SpinningPair();
            var usual = QueueAndEvent();
            var (ours, bytes) = Ours(1);
            var (four, _) = Ours(4);
            if (!print)
                continue;
            figures.Add("sync dispatch, 1 worker, p50", ours, "us", pair, "bare futex pair", "<= 1.3x");
            figures.Add("sync dispatch, 1 worker, p50", ours, "us", spinning, "pair of spinning semaphores");
            figures.Add("sync dispatch, 1 worker, p50", ours, "us", usual, "queue + event");
            figures.Add("sync dispatch, 4 workers, p50", four, "us");
            figures.Add("sync dispatch, allocated per call", bytes, "bytes", aim: "0");
        }

        Posts(figures);
    }

    // Two threads that wake each other through a futex each, nothing else.
    private static double BarePair()
    {
        var ping = new BareFutex();
        var pong = new BareFutex();
        var stop = false;
        var other = new Thread(() =>
        {
            while (true)
            {
                ping.Wait();
                if (Volatile.Read(ref stop))
                    return;
                pong.Wake();
            }
        });
        other.Start();
        var median = Sample.MedianMicroseconds(2000, Rounds, () =>
        {
            ping.Wake();
            pong.Wait();
        });
        Volatile.Write(ref stop, true);
        ping.Wake();
        other.Join();
        return median;
    }

    // The runtime's own semaphores, which spin before they block.
    private static double SpinningPair()
    {
        using var ping = new SemaphoreSlim(0);
        using var pong = new SemaphoreSlim(0);
        var stop = false;
        var other = new Thread(() =>
        {
            while (true)
            {
                ping.Wait();
                if (Volatile.Read(ref stop))
                    return;
                pong.Release();
            }
        });
        other.Start();
        var median = Sample.MedianMicroseconds(2000, Rounds, () =>
        {
            ping.Release();
            pong.Wait();
        });
        Volatile.Write(ref stop, true);
        ping.Release();
        other.Join();
        return median;
    }

    // What plug-ins usually write: a blocking queue, and an event a call.
    private static double QueueAndEvent()
    {
        using var queue = new BlockingCollection<(Func<int> Work, ManualResetEventSlim Done)>();
        var main = new Thread(() =>
        {
            foreach (var (work, done) in queue.GetConsumingEnumerable())
            {
                work();
                done.Set();
            }
        });
        main.Start();
        var median = Sample.MedianMicroseconds(2000, Rounds, () =>
        {
            using var done = new ManualResetEventSlim();
            queue.Add((static () => 1, done));
            done.Wait();
        });
        queue.CompleteAdding();
        main.Join();
        return median;
    }

    private static (double Median, double BytesPerCall) Ours(int workers)
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var medians = new double[workers];
        var bytes = 0.0;
        var left = workers;
        var threads = Enumerable.Range(0, workers).Select(i => new Thread(() =>
        {
            medians[i] = Sample.MedianMicroseconds(2000, Rounds / workers, () => dispatcher.Invoke(static n => n + 1, 1));
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var n = 0; n < 1000; n++)
                dispatcher.Invoke(static n => n + 1, 1);
            if (i == 0)
                bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0;
            Interlocked.Decrement(ref left);
            dispatcher.Nudge();
        })).ToList();
        threads.ForEach(thread => thread.Start());
        dispatcher.RunUntil(() => Volatile.Read(ref left) == 0, TimeSpan.FromMinutes(2));
        threads.ForEach(thread => thread.Join());
        return (medians.Average(), bytes);
    }

    private static void Posts(Figures figures)
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        const int Count = 4000;
        var counter = new int[1];
        double post = 0, pump = 0;
        var bytes = 0L;
        for (var round = 0; round < 200; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            post = Sample.Seconds(() =>
            {
                for (var i = 0; i < Count; i++)
                    dispatcher.Post(static c => c[0]++, counter);
            });
            pump = Sample.Seconds(() => dispatcher.Pump(TimeSpan.FromMinutes(1)));
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        figures.Add("post", post * 1e9 / Count, "ns");
        figures.Add("pump", Count / pump, "calls/s");
        figures.Add("post and pump, allocated per call", bytes / Count, "bytes", aim: "0");
    }
}
