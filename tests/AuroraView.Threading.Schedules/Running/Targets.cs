using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Schedules.Running;

/// <summary>A sync evaluation: it comes back when the page has done it.</summary>
internal sealed class EvalTarget(WaitParty party) : PartyTarget(party)
{
    private int _done;

    internal override bool IsCompleted => Volatile.Read(ref _done) != 0;

    internal void Complete()
    {
        Interlocked.Exchange(ref _done, 1);
        SignalWaiter();
    }

    internal override Description Describe() => $"an evaluation of {Party.Describe()}";
}

/// <summary>The end of a thread.</summary>
internal sealed class JoinTarget(Actor actor) : WaitTarget
{
    internal override bool IsCompleted => actor.Ended;

    internal void Signal()
    {
        Interlocked.MemoryBarrier();
        SignalWaiter();
    }

    internal override void AddSuccessors(ref WaitWalk walk)
    {
        if (!IsCompleted)
            walk.Add(actor.Thread.Node);
    }

    internal override Description Describe() => $"the end of {actor}";
}
