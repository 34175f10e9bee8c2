namespace AuroraView.Threading.Waiting;

/// <summary>A point in time by which a wait ends, on a <see cref="TimeProvider"/>'s clock.</summary>
internal readonly struct Deadline
{
    private readonly TimeProvider? _clock;
    private readonly long _start;

    private Deadline(TimeProvider? clock, long start, TimeSpan limit)
    {
        _clock = clock;
        _start = start;
        Limit = limit;
    }

    /// <summary>The whole time allowed.</summary>
    internal TimeSpan Limit { get; }

    internal bool IsInfinite => _clock is null;

    /// <summary>What is left, never negative, or <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    internal TimeSpan Remaining
    {
        get
        {
            if (_clock is null)
                return Timeout.InfiniteTimeSpan;
            var left = Limit - _clock.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Blocks the calling thread, whose parker it is, until a token comes or the time is over.</summary>
    internal void Park(Parker parker) => Park(parker, Timeout.InfiniteTimeSpan);

    /// <summary>The same, for a limited time.</summary>
    /// <param name="parker">The calling thread's.</param>
    /// <param name="most">How long it blocks at most, on the system's clock; infinite for no such limit.</param>
    internal void Park(Parker parker, TimeSpan most)
    {
        if (_clock is null || ReferenceEquals(_clock, TimeProvider.System))
        {
            parker.Park(Least(Remaining, most));
            return;
        }

        // Another clock than the system's wakes by its own timer. It may have come to the end before the timer was set.
        using var alarm = _clock.CreateTimer(static state => ((Parker)state!).Unpark(), parker, Remaining, Timeout.InfiniteTimeSpan);
        if (Remaining is var left && left != TimeSpan.Zero)
            parker.Park(Least(left, most));
    }

    // An infinite time is negative.
    private static TimeSpan Least(TimeSpan a, TimeSpan b) => b < TimeSpan.Zero || (a >= TimeSpan.Zero && a < b) ? a : b;

    internal static Deadline In(TimeSpan limit, TimeProvider clock, long now) =>
        limit == Timeout.InfiniteTimeSpan ? new(null, 0, limit) : new(clock, now, limit);

    internal static Deadline In(TimeSpan limit, TimeProvider clock) => In(limit, clock, clock.GetTimestamp());
}
