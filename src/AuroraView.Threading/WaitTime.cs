namespace AuroraView.Threading;

/// <summary>What the time limit of a sync call means.</summary>
/// <remarks>
/// A positive time is a limit. <see cref="TimeSpan.Zero"/> means: only if it can be done at once on the calling thread, else time
/// out without having started. <see cref="Infinite"/> means no limit; the wait still ends on a deadlock, a shutdown or a
/// cancellation. Any other negative time is an error.
/// </remarks>
public static class WaitTime
{
    /// <summary>No time limit. The same as <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public static readonly TimeSpan Infinite = Timeout.InfiniteTimeSpan;

    private static readonly TimeSpan s_most = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>Returns <paramref name="time"/> if it is a limit as described above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative but not <see cref="Infinite"/>, or longer than 24 days.</exception>
    internal static TimeSpan Check(TimeSpan time, string name)
    {
        if (time == Infinite || (time >= TimeSpan.Zero && time <= s_most))
            return time;
        throw new ArgumentOutOfRangeException(name, time, "A time limit is positive and at most 24 days, zero, or WaitTime.Infinite.");
    }
}
