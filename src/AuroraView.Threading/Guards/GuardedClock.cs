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
        TimestampFrequency = Ask(static clock => clock.TimestampFrequency is > 0 and var frequency ? frequency : throw new InvalidOperationException("Its TimestampFrequency is not positive."));
        // A clock whose frequency is not known has no timestamps either.
        if (_told != 0)
            _clock = System;
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
        var timer = new GuardedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
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

    /// <summary>A timer of the clock's; once one of its members throws, a timer of the system's.</summary>
    private sealed class GuardedTimer(GuardedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private ITimer? _timer;
        private bool _failed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            try
            {
                if (!_failed)
                {
                    if (_timer is { } timer)
                        return timer.Change(dueTime, period);
                    _timer = clock._clock.CreateTimer(callback, state, dueTime, period) ?? throw new InvalidOperationException("It made no timer.");
                    return true;
                }
            }
            catch (Exception error)
            {
                clock.Tell(error);
                _failed = true;
                _timer = System.CreateTimer(callback, state, dueTime, period);
                return true;
            }

            return _timer!.Change(dueTime, period);
        }

        public void Dispose()
        {
            try
            {
                _timer?.Dispose();
            }
            catch (Exception error)
            {
                clock.Tell(error);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
