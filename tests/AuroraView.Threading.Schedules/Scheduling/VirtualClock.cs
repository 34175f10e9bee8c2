namespace AuroraView.Threading.Schedules.Scheduling;

/// <summary>Time that passes when the scheduler says so. Its timers fire on a thread of their own.</summary>
internal sealed class VirtualClock(Scheduler scheduler) : TimeProvider
{
    private readonly List<VirtualTimer> _timers = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    internal long NextDue => _timers.Count == 0 ? VirtualThread.Never : _timers.Min(static timer => timer.Due);

    public override long GetTimestamp()
    {
        scheduler.Point("clock");
        return scheduler.Now;
    }

    public override DateTimeOffset GetUtcNow() => new(scheduler.Now, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The body of the timers' thread.</summary>
    internal void RunTimers()
    {
        while (!scheduler.IsOver)
        {
            if (_timers.Find(timer => timer.Due <= scheduler.Now) is { } due)
                due.Fire();
            else
                scheduler.Park(Scheduler.Current, Timeout.InfiniteTimeSpan, takesToken: false);
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        internal long Due { get; private set; } = VirtualThread.Never;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            Arm(dueTime);
            return true;
        }

        public void Dispose() => Arm(Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Fire()
        {
            Arm(_period);
            callback(state);
        }

        private void Arm(TimeSpan time)
        {
            clock._timers.Remove(this);
            if (time == Timeout.InfiniteTimeSpan)
            {
                Due = VirtualThread.Never;
                return;
            }

            Due = Now + time.Ticks;
            clock._timers.Add(this);
        }

        private long Now => clock.Scheduler.Now;
    }

    private Scheduler Scheduler => scheduler;
}
