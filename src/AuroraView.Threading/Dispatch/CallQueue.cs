using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>
/// Calls for one thread, in the order in which they came: what a dispatcher and a view's handler thread have in common.
/// </summary>
/// <remarks>
/// Two lists, one sequence: calls that a wait of the owner depends on are moved to the second one, from which that wait runs them;
/// whoever drains takes the older head of the two. One lock for both; nothing foreign runs under it.
/// </remarks>
internal sealed partial class CallQueue
{
    private const string AdapterWake = "the wake of the host's adapter";

    private readonly ICallQueueOwner _owner;
    private readonly TimeProvider _clock;
    private ShortLock _lock;
    private CallList _queued;
    private CallList _promoted;
    private int _count;
    private int _promotedCount;

    // Calls that are queued, or taken and not run to their end.
    private int _unfinished;
    private long _sequence;
    private bool _closed;

    // Loops of ours on the owner's stack, which come back for more by themselves; and whether the innermost thing on that stack is
    // such a loop with nothing to do. Inside a call of such a loop the host may run a modal loop of its own, which needs a wake.
    private int _localPumps;
    private bool _localReady;
    private bool _wakePending;
    private long _wokenAt;
    private long _lastTaken;

    internal CallQueue(string name, ICallQueueOwner owner, TimeProvider clock)
    {
        Name = name;
        _owner = owner;
        _clock = clock;
        CallQueues.All.Add(this);
    }

    internal string Name { get; set; }

    internal TimeProvider Clock => _clock;

    /// <summary>How long a sync call waits where nobody says.</summary>
    internal TimeSpan DefaultTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The thread that runs the calls; <see langword="null"/> until it is known.</summary>
    internal ThreadNode? Owner { get; private set; }

    internal bool IsOwner => Owner is { } owner && ReferenceEquals(ThreadNode.CurrentOrNull, owner);

    internal int Count => Volatile.Read(ref _count);

    internal bool HasPromoted => Volatile.Read(ref _promotedCount) > 0;

    internal bool IsClosed => Volatile.Read(ref _closed);

    /// <summary>Binds the queue to the calling thread.</summary>
    internal void Bind(string role)
    {
        var node = ThreadNode.Current;
        node.Role ??= role;
        node.OwnsQueue = true;
        Owner = node;
    }

    /// <summary>Adds a call and sees to it that it is taken.</summary>
    /// <param name="call">The call.</param>
    /// <param name="producer">Whose calls stay in order; the calling thread where <see langword="null"/>.</param>
    /// <param name="origin">The page's request on whose account the call is made.</param>
    /// <returns>The cycle of waits which the call closes for the page and which nobody can break.</returns>
    /// <exception cref="ShutdownInProgressException">The queue is closed.</exception>
    /// <exception cref="LockOrderException">The calling thread holds an ordered lock, and a host is to be woken.</exception>
    internal WaitCycle? Enqueue(Call call, object? producer = null, WaitOrigin? origin = null)
    {
        // A host's wake may need what another thread keeps while it waits for the caller's lock, such as an interpreter's lock. Whether or not this
        // call is the one that wakes the host: a rule that depends on what else is queued is one that tests do not find.
        if (!LockOrder.IsOff && _owner.IsWokenByForeignCode)
            LockOrder.BeforeForeignCode(AdapterWake);
        return TryAdd(call, producer, origin, out var cycle) ? cycle : throw new ShutdownInProgressException(Name);
    }

    private bool TryAdd(Call call, object? producer, WaitOrigin? origin, out WaitCycle? cycle)
    {
        cycle = null;
        call.Queue = this;
        call.Producer = producer ?? ThreadNode.Current;
        call.PostedAt = _clock.GetTimestamp();
        // Before the call can be taken: once it can, it may be run, unlinked and recycled at any moment.
        var linked = origin is not null && WaitGraph.Link(origin, call);

        _lock.Enter();
        if (call.IsRest ? _over : _closed)
        {
            _lock.Exit();
            if (linked)
                WaitGraph.Unlink(call);
            return false;
        }

        call.Sequence = ++_sequence;
        call.Queued = true;
        call.Promoted = false;
        _queued.Append(call);
        _count++;
        Interlocked.Increment(ref _unfinished);
        var local = _localReady;
        var wake = !local && !_wakePending;
        if (wake)
        {
            _wakePending = true;
            _wokenAt = call.PostedAt;
        }

        var underLock = wake && IsUnderLock(call);
        var watch = ArmWatch();
        var firstPump = ArmFirstPump(call);
        _lock.Exit();
        SchedulePoint.Hit("enqueued");

        cycle = linked ? WaitGraph.Settle(origin!) : null;
        if (cycle is not null)
            SchedulePoint.Hit("deadlock");
        if (local)
            Owner!.Parker.Unpark();
        else if (wake && !underLock)
            _owner.Wake();
        if (underLock)
            WakeByWatch();
        else if (watch)
            StartWatch(RekickAfter);
        if (firstPump)
            StartFirstPump(FirstPumpWithin);
        return true;
    }

    /// <summary>The place in the sequence of the call that was queued last.</summary>
    internal long LastSequence => Volatile.Read(ref _sequence);

    /// <summary>Takes the oldest call.</summary>
    internal Call? TryTake(long last = long.MaxValue, bool locally = false)
    {
        _lock.Enter();
        var call = Older(_queued.First, _promoted.First);
        if (call?.Sequence > last)
            call = null;
        if (call is not null)
            Unlink(call);
        if (locally)
            _localReady = call is null;
        _lock.Exit();
        SchedulePoint.Hit("taken");
        return call;
    }

    /// <summary>Takes the oldest call that the owner's wait depends on.</summary>
    internal Call? TryTakePromoted()
    {
        _lock.Enter();
        var call = _promoted.First;
        if (call is not null)
            Unlink(call);
        _lock.Exit();
        SchedulePoint.Hit("taken promoted");
        return call;
    }

    /// <summary>
    /// The owner waits for this call: it shall run it where it waits. What the same producer queued before it comes first,
    /// since the call depends on that by the promise of order.
    /// </summary>
    internal void Promote(Call call)
    {
        var any = false;
        _lock.Enter();
        if (call is { Queued: true, Promoted: false } && ReferenceEquals(call.Queue, this))
        {
            for (var other = _queued.First; other is not null;)
            {
                var next = other.Next;
                var last = ReferenceEquals(other, call);
                if (last || ReferenceEquals(other.Producer, call.Producer))
                    any |= MoveToPromoted(other);
                other = last ? null : next;
            }
        }

        _lock.Exit();
        if (any)
            Owner!.OnPromoted(this);
    }

    /// <summary>The owner waits for the queue to run dry: it shall run everything that is queued now where it waits.</summary>
    internal void PromoteAll()
    {
        var any = false;
        _lock.Enter();
        while (_queued.First is { } call)
            any |= MoveToPromoted(call);
        _lock.Exit();
        if (any)
            Owner!.OnPromoted(this);
    }

    /// <summary>The wait for which calls were promoted is over, or another one has begun inside it: they go back to their places.</summary>
    internal void Demote()
    {
        _lock.Enter();
        for (var call = _promoted.First; call is not null; call = call.Next)
            call.Promoted = false;
        _promotedCount = 0;
        _queued.Merge(ref _promoted);
        _lock.Exit();
    }

    /// <summary>Takes a cancelled call out of the list, if it is still there.</summary>
    internal void Remove(Call call)
    {
        _lock.Enter();
        var found = call.Queued && ReferenceEquals(call.Queue, this);
        if (found)
            Unlink(call);
        _lock.Exit();
        if (call.Origin is not null)
            WaitGraph.Unlink(call);
        if (!found)
            return;
        OnEnded();
        SignalDrains();
    }

    /// <summary>Refuses new calls from now on.</summary>
    internal void Close()
    {
        _lock.Enter();
        _closed = true;
        _lock.Exit();
    }

    /// <summary>Fails every call that is left, once each. The queue is closed; what has begun may still go on.</summary>
    /// <returns>How many there were.</returns>
    internal int FailAll(Func<Exception> error)
    {
        var failed = 0;
        while (TryTakeToFail() is { } call)
        {
            if (call.Refuse(error()))
                failed++;
            OnEnded();
        }

        SignalDrains();

        return failed;
    }

    private Call? TryTakeToFail()
    {
        _lock.Enter();
        var call = _over ? Older(_queued.First, _promoted.First) : Find(static call => !call.IsRest);
        if (call is not null)
            Unlink(call);
        _lock.Exit();
        SchedulePoint.Hit("taken");
        return call;
    }

    // One sequence, two lists: which of two calls, one of each, comes first.
    private static Call? Older(Call? queued, Call? promoted) =>
        promoted is null || (queued is not null && queued.Sequence < promoted.Sequence) ? queued : promoted;

    private bool MoveToPromoted(Call call)
    {
        _queued.Remove(call);
        call.Promoted = true;
        _promoted.Insert(call);
        _promotedCount++;
        return true;
    }

    private void Unlink(Call call)
    {
        if (call.Promoted)
        {
            _promoted.Remove(call);
            _promotedCount--;
        }
        else
        {
            _queued.Remove(call);
        }

        call.Queued = false;
        _count--;
    }
}
