using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>A piece of work for the thread that owns a queue. Also the link of that queue's list and a node of the wait graph.</summary>
internal abstract class Call : WaitTarget
{
    private int _state;

    internal CallQueue? Queue { get; set; }

    // The list's links and what belongs to them are guarded by the queue's lock.
    internal Call? Next { get; set; }

    internal Call? Previous { get; set; }

    internal bool Queued { get; set; }

    internal bool Promoted { get; set; }

    internal long Sequence { get; set; }

    /// <summary>Whose calls must stay in order: the posting thread, or a page.</summary>
    internal object? Producer { get; set; }

    internal long PostedAt { get; set; }

    /// <summary>Accepted before anything has pumped: refused if that does not begin soon.</summary>
    internal bool AwaitsFirstPump { get; set; }

    internal CallState State => (CallState)Volatile.Read(ref _state);

    internal sealed override bool IsCompleted => State is not (CallState.Pending or CallState.Running);

    /// <summary>Whether the thread it is queued for sits in a wait in which it could run this. Under the graph's lock.</summary>
    internal override bool CanBeServed => State == CallState.Pending && Queue?.Owner?.Blocked is { CanServe: true };

    internal sealed override WaitNodeKind Kind => WaitNodeKind.Call;

    /// <summary>What <see cref="FunctionName.OfWork"/> makes the name of. Under any lock.</summary>
    internal abstract object Work { get; }

    /// <summary>The function's name, for errors and reports. Under no short lock.</summary>
    internal string Function => FunctionName.OfWork(Work);

    /// <summary>Whether it is the rest of something that has begun: accepted until the queue's end, and not counted as a call of its own.</summary>
    internal virtual bool IsRest => false;

    /// <summary>Whether its outcome has a receiver of its own.</summary>
    internal virtual bool HasCaller => true;

    internal bool TryStart() => TryMove(CallState.Pending, CallState.Running);

    internal bool TryCancel() => TryMove(CallState.Pending, CallState.Cancelled);

    internal bool TryAbandon() => TryMove(CallState.Running, CallState.Abandoned);

    /// <summary>Does the work. May throw.</summary>
    internal abstract void Execute();

    /// <summary>
    /// The work is over: makes the outcome known. After this the call may already serve somebody else, so the runner does not touch
    /// it again.
    /// </summary>
    /// <param name="error">What the work threw.</param>
    /// <returns>Whether anybody will see <paramref name="error"/>.</returns>
    internal abstract bool Finish(Exception? error);

    /// <summary>The call will not be run: a shutdown took it out of the queue.</summary>
    /// <returns>Whether it was this that ended the call, and not its caller.</returns>
    internal abstract bool Refuse(Exception error);

    internal override void AddSuccessors(ref WaitWalk walk)
    {
        var state = State;
        if (state is not (CallState.Pending or CallState.Running) || Queue?.Owner is not { } owner)
            return;
        if (CanBeServed)
        {
            walk.LeftOut++;
            if (!walk.ThroughServable)
                return;
        }

        walk.Add(owner);
    }

    internal override void Promote() => Queue!.Promote(this);

    internal override Description Describe() =>
        new(Work, State == CallState.Running ? $", running on the {Queue?.Name}" : $", queued for the {Queue?.Name}");

    protected bool TryComplete() => TryMove(CallState.Running, CallState.Completed);

    protected bool TryFail() => TryMove(CallState.Running, CallState.Failed);

    protected void Reset()
    {
        AwaitsFirstPump = false;
        Volatile.Write(ref _state, (int)CallState.Pending);
    }

    private bool TryMove(CallState from, CallState to)
    {
        SchedulePoint.Hit("call state");
        return Interlocked.CompareExchange(ref _state, (int)to, (int)from) == (int)from;
    }
}
