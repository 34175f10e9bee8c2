using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Guards;

/// <summary>A clock of the user's, on which every wait and timer hangs: if it throws, the system's answers instead.</summary>
internal sealed class GuardedClock : TimeProvider
{
    private readonly TimeProvider _clock;
    private int _told;

    private GuardedClock(TimeProvider clock)
    {
        _clock = clock;
        // Of a clock that fails it is the system's, as its timestamps are.
        TimestampFrequency = Ask(static clock => clock.TimestampFrequency);
    }

    /// <summary>Asked once: what has passed between two timestamps is worked out under locks, too.</summary>
    public override long TimestampFrequency { get; }

    public override TimeZoneInfo LocalTimeZone => Ask(static clock => clock.LocalTimeZone);

    internal static TimeProvider Of(TimeProvider? clock) => clock is null or GuardedClock || ReferenceEquals(clock, System) ? clock ?? System : new GuardedClock(clock);

    public override long GetTimestamp() => Ask(static clock => clock.GetTimestamp());

    public override DateTimeOffset GetUtcNow() => Ask(static clock => clock.GetUtcNow());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ShortLock.MustNotBeHeld("the clock makes a timer");
        try
        {
            return _clock.CreateTimer(callback, state, dueTime, period);
        }
        catch (Exception error)
        {
            Tell(error);
            return System.CreateTimer(callback, state, dueTime, period);
        }
    }

    private T Ask<T>(Func<TimeProvider, T> question)
    {
        ShortLock.MustNotBeHeld("the clock is asked");
        try
        {
            return question(_clock);
        }
        catch (Exception error)
        {
            Tell(error);
            return question(System);
        }
    }

    private void Tell(Exception error)
    {
        if (Interlocked.Exchange(ref _told, 1) == 0)
            Log.Error($"the clock threw, the system's is used instead: {error}");
    }
}
