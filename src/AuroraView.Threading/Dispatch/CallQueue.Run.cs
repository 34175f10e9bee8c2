using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

// The owner's side: running calls.
internal sealed partial class CallQueue
{
    private DispatcherSynchronizationContext? _context;
    private object? _running;
    private long _runningSince;

    /// <summary>What the owner runs now, and since when. A look from outside: right or just over.</summary>
    internal (string Function, TimeSpan For)? Running
    {
        get
        {
            var running = Volatile.Read(ref _running);
            return running is null ? null : (FunctionName.OfWork(running), _clock.GetElapsedTime(Volatile.Read(ref _runningSince)));
        }
    }

    /// <summary>What the owner is in: the call that runs, of this queue or of another one of its thread, and the wait of ours. A look from outside, too.</summary>
    internal (string? Runs, TimeSpan? RunsFor, string? Waits) Doing
    {
        get
        {
            var running = Running;
            if (running is null && Owner is { } owner && !SchedulePoint.AreCompiledIn)
                running = CallQueues.All.Snapshot().Find(other => ReferenceEquals(other.Owner, owner) && other.Running is not null)?.Running;
            return (running?.Function, running?.For, WaitReport.Of(Owner));
        }
    }

    internal TimeSpan? SinceLastTaken
    {
        get
        {
            var last = Volatile.Read(ref _lastTaken);
            return last == 0 ? null : _clock.GetElapsedTime(last);
        }
    }

    internal TimeSpan? OldestAge
    {
        get
        {
            _lock.Enter();
            var posted = Older(_queued.First, _promoted.First)?.PostedAt;
            _lock.Exit();
            return posted is { } at ? _clock.GetElapsedTime(at) : null;
        }
    }

    internal DispatcherSynchronizationContext Context => _context ??= new DispatcherSynchronizationContext(this, null);

    /// <summary>
    /// Runs calls until none is left or the budget is spent; never throws what a call throws. May be entered again from within a
    /// call, by a host whose modal loop pumps.
    /// </summary>
    /// <returns>How many calls were run.</returns>
    internal int Pump(TimeSpan budget)
    {
        // Before the first look at the list: a post that comes after it asks for another wake.
        _lock.Enter();
        _wakePending = false;
        _lock.Exit();

        var ran = 0;
        var start = _clock.GetTimestamp();
        while (TryTake() is { } call)
        {
            Run(call);
            ran++;
            if (_clock.GetElapsedTime(start) >= budget && Count > 0)
            {
                Rearm();
                break;
            }
        }

        return ran;
    }

    /// <summary>Takes and runs the oldest call.</summary>
    internal bool RunOne()
    {
        if (TryTake() is not { } call)
            return false;
        Run(call);
        return true;
    }

    /// <summary>The same in a loop of ours, which parks when there is nothing to run.</summary>
    /// <param name="last">The last call that may be run, by its place in the sequence.</param>
    internal bool RunOneLocally(long last = long.MaxValue)
    {
        if (TryTake(last, locally: true) is not { } call)
            return false;
        Run(call);
        return true;
    }

    /// <summary>The loop of ours goes on: for what it calls now, the host is woken again.</summary>
    internal void LeaveLocalPark()
    {
        _lock.Enter();
        _localReady = false;
        _lock.Exit();
    }

    /// <summary>From now on this thread comes back for calls when it is unparked: nobody needs to wake the host.</summary>
    internal void EnterLocalPump()
    {
        _lock.Enter();
        _localPumps++;
        _lock.Exit();
    }

    internal void ExitLocalPump()
    {
        _lock.Enter();
        _localPumps--;
        _localReady = false;
        var rearm = _count > 0;
        _lock.Exit();
        if (rearm)
            Rearm();
    }

    internal void Run(Call call)
    {
        if (!call.TryStart())
        {
            OnEnded();
            SignalDrains();
            return;
        }

        var running = Enter(call);
        Volatile.Write(ref _lastTaken, _runningSince);

        var origin = call.Origin;
        var context = SynchronizationContext.Current;
        var ours = origin is null ? Context : new DispatcherSynchronizationContext(this, origin, call as IOpenWork);
        if (!ReferenceEquals(context, ours))
            SynchronizationContext.SetSynchronizationContext(ours);
        // Also where there is none: a stranger that runs nested in a page's request is not done on its account.
        var ambient = WaitOrigin.Current;
        if (!ReferenceEquals(ambient, origin))
            WaitOrigin.Current = origin;

        Exception? error = null;
        try
        {
            // A lock that an earlier call left behind.
            if (!LockOrder.IsOff && LockOrder.HoldsAny)
                LockOrder.BeforeForeignCode($"'{call.Function}'");
            call.Execute();
        }
        catch (Exception thrown)
        {
            error = thrown;
        }

        if (!ReferenceEquals(ambient, origin))
            WaitOrigin.Current = ambient;
        if (origin is not null)
            WaitGraph.Unlink(call);

        if (!ReferenceEquals(context, ours))
            SynchronizationContext.SetSynchronizationContext(context);
        running.Dispose();

        // Names are for a report only, and the call is not ours any more once it is finished.
        var function = error is null ? null : call.Function;
        if (!call.Finish(error))
            _owner.OnUnobserved(error!, function!);
        OnEnded();
        SignalDrains();
    }

    /// <summary>The owner runs something until the disposal, for reports: a call, or what it runs inline. On the owner.</summary>
    /// <param name="work">A call, a function, named work, or a name.</param>
    internal RunningScope Enter(object work) => new(this, work);

    /// <summary>Runs on the owner what is not queued, as a call runs: named in reports, and what it awaits comes back here.</summary>
    internal void RunHere(string name, Action body)
    {
        using var running = Enter(name);
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(Context);
        try
        {
            body();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private TResult RunInline<TState, TResult>(Func<TState, TResult> function, TState argument)
    {
        using var running = Enter(FunctionName.WorkOf(function, argument));
        return function(argument);
    }

    private void Rearm()
    {
        var now = _clock.GetTimestamp();
        _lock.Enter();
        var wake = !_wakePending;
        _wakePending = true;
        if (wake)
            _wokenAt = now;
        _lock.Exit();
        if (wake)
            _owner.Wake();
    }

    internal readonly struct RunningScope : IDisposable
    {
        private readonly CallQueue _queue;
        private readonly object? _outer;
        private readonly long _outerSince;

        internal RunningScope(CallQueue queue, object work)
        {
            (_queue, _outer, _outerSince) = (queue, queue._running, queue._runningSince);
            Volatile.Write(ref queue._runningSince, queue._clock.GetTimestamp());
            Volatile.Write(ref queue._running, work);
        }

        public void Dispose()
        {
            Volatile.Write(ref _queue._running, _outer);
            Volatile.Write(ref _queue._runningSince, _outerSince);
        }
    }
}
