using AuroraView.Threading.Guards;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

// Calls that come a moment before a program's first pump: they are accepted, and refused only if it does not come within a second.
internal sealed partial class CallQueue
{
    /// <summary>How long a call waits for the first pump.</summary>
    internal static readonly TimeSpan FirstPumpWithin = TimeSpan.FromSeconds(1);

    private ITimer? _firstPump;
    private bool _firstPumpWatched;

    /// <summary>Asks whether the call would ever run. Before it is queued.</summary>
    /// <exception cref="MainThreadUnavailableException">It would not.</exception>
    internal void Admit(Call call)
    {
        if (UnreachableError() is not { } error)
            return;
        if (!_owner.AwaitsFirstPump)
            throw error;
        call.AwaitsFirstPump = true;
    }

    private MainThreadUnavailableException? UnreachableError()
    {
        // A thread that pumps right now, or is in a sync call that serves what it needs, can be reached whatever the host says.
        if (Volatile.Read(ref _localPumps) > 0 || Owner is { IsServing: true })
            return null;
        if (_owner.IsWokenByForeignCode)
            LockOrder.BeforeForeignCode(AdapterWake);
        return _owner.UnreachableBecause is { } reason ? new MainThreadUnavailableException(reason) : null;
    }

    // Under the lock: whether the caller has to start the timer.
    private bool ArmFirstPump(Call call)
    {
        var arm = call.AwaitsFirstPump && !_firstPumpWatched;
        _firstPumpWatched |= arm;
        return arm;
    }

    private void StartFirstPump(TimeSpan due)
    {
        var timer = Volatile.Read(ref _firstPump);
        if (timer is null)
        {
            timer = Background.Timer(_clock, static queue => queue.RefuseUnpumped(), this);
            Volatile.Write(ref _firstPump, timer);
        }

        if (timer.Change(due, Timeout.InfiniteTimeSpan))
            return;
        // The next call tries again.
        _lock.Enter();
        _firstPumpWatched = false;
        _lock.Exit();
    }

    // Goes on while such calls are queued: a thread that serves for a moment can be reached, and may leave without a pump.
    private void RefuseUnpumped()
    {
        while (true)
        {
            var error = UnreachableError();
            var now = _clock.GetTimestamp();
            _lock.Enter();
            var call = Find(static call => call.AwaitsFirstPump);
            _firstPumpWatched = call is not null;
            var left = call is null ? TimeSpan.Zero : FirstPumpWithin - _clock.GetElapsedTime(call.PostedAt, now);
            var refuse = call is not null && error is not null && left <= TimeSpan.Zero;
            if (refuse)
                Unlink(call!);
            _lock.Exit();
            if (call is null)
                return;
            if (!refuse)
            {
                StartFirstPump(left > TimeSpan.Zero ? left : FirstPumpWithin);
                return;
            }

            SchedulePoint.Hit("unpumped");
            Refuse(call, error!);
        }
    }

    /// <summary>It turns out that nothing will ever take a call: fails what is queued, each with an error that is told.</summary>
    internal void RefuseQueued(string reason)
    {
        while (TryTakeToFail() is { } call)
            Refuse(call, new MainThreadUnavailableException(reason));
    }

    private void Refuse(Call call, Exception error)
    {
        // Nobody else has it now; once it is refused it may be used again.
        var (function, isPost) = (call.Function, !call.HasCaller);
        if (call.Refuse(error) && isPost)
            _owner.OnUnobserved(error, function);
        OnEnded();
        SignalDrains();
    }
}
