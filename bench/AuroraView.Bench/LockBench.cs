using System.Diagnostics;
using System.Runtime.CompilerServices;
using AuroraView.Threading.Locking;

namespace AuroraView.Bench;

/// <summary>An uncontended enter and exit: the plain lock, the ordered one unverified and verified. The best of many short runs, taken in turn, since whatever disturbs only adds.</summary>
internal static class LockBench
{
    private const int Times = 200_000;
    private const int Rounds = 60;

    private static readonly object s_monitor = new();
    private static readonly Lock s_plain = new();
    private static readonly OrderedLock s_ordered = new("bench", LockLevel.Resource);
    private static readonly OrderedLock s_outer = new("bench: outer", LockLevel.Registry);

    private static int s_guarded;

    public static void Run(Figures figures)
    {
        double monitor = double.MaxValue, plain = double.MaxValue, off = double.MaxValue, on = double.MaxValue, nested = double.MaxValue;
        var before = LockOrder.Mode;
        for (var round = 0; round < Rounds; round++)
        {
            monitor = Math.Min(monitor, Nanoseconds(Monitored));
            plain = Math.Min(plain, Nanoseconds(Plain));
            LockOrder.Mode = LockOrderMode.Off;
            off = Math.Min(off, Nanoseconds(Ordered));
            LockOrder.Mode = LockOrderMode.Throw;
            on = Math.Min(on, Nanoseconds(Ordered));
            using (s_outer.Enter())
                nested = Math.Min(nested, Nanoseconds(Ordered));
        }

        LockOrder.Mode = before;
        figures.Add("ordered lock, off", off, "ns", monitor, "lock on an object", "<= 1.02x");
        figures.Add("ordered lock, off", off, "ns", plain, "System.Threading.Lock", "<= 1.02x");
        figures.Add("ordered lock, on: extra", on - off, "ns", aim: "< 50");
        figures.Add("ordered lock, on, inside another: extra", nested - off, "ns", aim: "< 50");
    }

    private static double Nanoseconds(Action<int> operation)
    {
        var start = Stopwatch.GetTimestamp();
        operation(Times);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Times;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Monitored(int times)
    {
        for (var i = 0; i < times; i++)
        {
            lock (s_monitor)
                s_guarded++;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Plain(int times)
    {
        for (var i = 0; i < times; i++)
        {
            lock (s_plain)
                s_guarded++;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Ordered(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using (s_ordered.Enter())
                s_guarded++;
        }
    }
}
