using AuroraView.Threading.Guards;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

// What outlives its call: the rests of async functions, and who waits for such a function. One decision for both: a rest runs on the queue's thread or, if that has ended, as the owner
// says; work that awaits when the queue ends, ends by name.
internal sealed partial class CallQueue
{
    private readonly HashSet<IOpenWork> _works = new(ReferenceEqualityComparer.Instance);

    // Nothing is taken any more, not even a rest.
    private bool _over;

    private bool HasRests
    {
        get
        {
            _lock.Enter();
            var found = Find(static call => call.IsRest) is not null;
            _lock.Exit();
            return found;
        }
    }

    /// <summary>Sends the rest of an async function to the queue's thread. From any thread; never throws.</summary>
    internal void PostRest(in Rest rest)
    {
        try
        {
            var origin = rest.Context.Origin;
            var call = PostCall<Rest>.Rent(static rest => rest.Run(), rest);
            if (!TryAdd(call, null, origin is { IsOpen: true } ? origin : null, out _))
                call.Refuse(Over());
        }
        catch (Exception error)
        {
            // Out of memory, say: there is no caller to tell.
            Log.Error($"'{rest.Name}' could not go on: {error}");
        }
    }

    /// <summary>A rest that could not run here any more.</summary>
    internal void OnRestCameLate(in Rest rest) => _owner.OnRestCameLate(rest);

    /// <summary>Work threw whose caller has its error already.</summary>
    internal void OnUnobserved(Exception error, string function) => _owner.OnUnobserved(error, function);

    /// <summary>Work has begun and awaits. If the queue has ended meanwhile, so does the work.</summary>
    internal void Open(IOpenWork work)
    {
        _lock.Enter();
        var over = _over;
        if (!over)
            _works.Add(work);
        _lock.Exit();
        if (over)
            work.End(Over());
    }

    /// <summary>Work that was open has its outcome.</summary>
    internal void Done(IOpenWork work)
    {
        _lock.Enter();
        _works.Remove(work);
        _lock.Exit();
    }

    /// <summary>Lets the rests that are queued run, for a moment: half a function is a step left open in the scene. The queue is closed.</summary>
    internal void FinishRests(TimeSpan limit)
    {
        if (!HasRests)
            return;
        var deadline = Deadline.In(limit, _clock);
        if (!IsOwner)
        {
            WaitUntilEmpty(deadline);
            return;
        }

        while (deadline.Remaining != TimeSpan.Zero && RunOne())
        {
        }
    }

    /// <summary>The end, if there is nothing left to run. On the queue's thread; the queue is closed.</summary>
    internal bool TryEnd()
    {
        _lock.Enter();
        _over = _count == 0;
        var over = _over;
        _lock.Exit();
        if (over)
            EndWorks(Over);
        return over;
    }

    /// <summary>The end: takes nothing more, and fails what is queued or awaits, once each. From any thread.</summary>
    /// <returns>How many there were.</returns>
    internal int End(Func<Exception> error)
    {
        _lock.Enter();
        _over = true;
        _lock.Exit();
        // The works first: a rest that is given up would end its own.
        return EndWorks(error) + FailAll(error);
    }

    private int EndWorks(Func<Exception> error)
    {
        _lock.Enter();
        IOpenWork[] works = [.. _works];
        _works.Clear();
        _lock.Exit();
        // The function that asks for the end is about to end itself; if it awaits once more, its rest comes late and ends it.
        var own = (SynchronizationContext.Current as DispatcherSynchronizationContext)?.Work;
        var ended = 0;
        foreach (var work in works)
        {
            if (!ReferenceEquals(work, own) && work.End(error()))
                ended++;
        }

        return ended;
    }

    private ShutdownInProgressException Over() => new(Name);

    // Under the lock.
    private Call? Find(Func<Call, bool> wanted)
    {
        var call = _queued.First ?? _promoted.First;
        while (call is not null && !wanted(call))
            call = call.Next ?? (call.Promoted ? null : _promoted.First);
        return call;
    }

    // The caller of a rest is the runtime, perhaps under a lock of the user's, under which no adapter is called.
    private bool IsUnderLock(Call call) => call.IsRest && _owner.IsWokenByForeignCode && !LockOrder.IsOff && LockOrder.HoldsAny;

    // The watch sends it, at once: its thread holds no lock.
    private void WakeByWatch()
    {
        _lock.Enter();
        _watching = true;
        _wokenAt -= (long)(RekickAfter.TotalSeconds * _clock.TimestampFrequency) + 1;
        _lock.Exit();
        StartWatch(TimeSpan.Zero);
    }
}
