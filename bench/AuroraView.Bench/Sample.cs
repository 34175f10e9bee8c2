using System.Diagnostics;

namespace AuroraView.Bench;

/// <summary>Times of one operation.</summary>
internal static class Sample
{
    /// <summary>The median in microseconds.</summary>
    public static double MedianMicroseconds(int warmUp, int count, Action operation)
    {
        for (var i = 0; i < warmUp; i++)
            operation();
        var times = new long[count];
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            operation();
            times[i] = Stopwatch.GetTimestamp() - start;
        }

        Array.Sort(times);
        return times[count / 2] * 1e6 / Stopwatch.Frequency;
    }

    public static double Seconds(Action operation)
    {
        var start = Stopwatch.GetTimestamp();
        operation();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
