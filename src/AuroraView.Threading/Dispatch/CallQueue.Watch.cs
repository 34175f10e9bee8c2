using AuroraView.Threading.Guards;

namespace AuroraView.Threading.Dispatch;

// The watch over calls that are not taken: wakes that got lost, and a thread that does not come back.
internal sealed partial class CallQueue
{
    private ITimer? _watch;
    private bool _watching;
    private bool _stallReported;
    private long _quietSince;

    /// <summary>After this long with a wake unanswered it is sent again.</summary>
    internal TimeSpan RekickAfter { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>After this long with calls pending and none taken the owner counts as stalled.</summary>
    internal TimeSpan StallAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Raised on a thread-pool thread: the owner has not taken a call for the given time, or takes calls again.</summary>
    internal Action<TimeSpan, bool>? StallChanged { get; set; }

    // Under the lock: whether the caller has to start the timer. It runs only while calls are pending, so an idle process
    // has no wake-ups of ours.
    private bool ArmWatch()
    {
        if (_watching)
            return false;
        _watching = true;
        return true;
    }

    private void StartWatch(TimeSpan due)
    {
        var timer = Volatile.Read(ref _watch);
        if (timer is null)
        {
            timer = Background.Timer(_clock, static queue => queue.Watch(), this);
            if (Interlocked.CompareExchange(ref _watch, timer, null) is { } first)
            {
                timer.Dispose();
                timer = first;
            }
        }

        if (timer.Change(due, RekickAfter))
            return;
        // The next call tries again.
        _lock.Enter();
        _watching = false;
        _lock.Exit();
    }

    private void Watch()
    {
        var now = _clock.GetTimestamp();
        var over = false;
        var stalledFor = (TimeSpan?)null;
        _lock.Enter();
        var oldest = Older(_queued.First, _promoted.First);
        if (oldest is null)
        {
            _watching = false;
            over = _stallReported;
            _stallReported = false;
        }

        var rekick = _wakePending && !_localReady && _clock.GetElapsedTime(_wokenAt, now) >= RekickAfter;
        if (rekick)
            _wokenAt = now;
        if (oldest is not null)
        {
            var since = Math.Max(oldest.PostedAt, Volatile.Read(ref _lastTaken));
            var quiet = _clock.GetElapsedTime(since, now);
            if (quiet >= StallAfter && !_stallReported)
            {
                _stallReported = true;
                _quietSince = since;
                stalledFor = quiet;
            }
            else if (quiet < StallAfter && _stallReported)
            {
                _stallReported = false;
                over = true;
            }
        }

        var stop = !_watching;
        var quietSince = _quietSince;
        // Nothing was taken where whoever waited took the calls back.
        var takenAt = Volatile.Read(ref _lastTaken);
        _lock.Exit();

        if (stop)
            StopWatch();
        if (rekick)
            _owner.Wake();
        if (stalledFor is { } time)
            StallChanged?.Invoke(time, true);
        else if (over)
            StallChanged?.Invoke(_clock.GetElapsedTime(quietSince, takenAt > quietSince ? takenAt : now), false);
    }

    private void StopWatch()
    {
        _watch!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // A post may have armed it between the look and the stop.
        _lock.Enter();
        var again = _watching;
        _lock.Exit();
        if (again)
            StartWatch(RekickAfter);
    }
}
