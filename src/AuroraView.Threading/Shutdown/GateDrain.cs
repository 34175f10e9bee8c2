using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Shutdown;

/// <summary>One wait for the end of a gate's operations.</summary>
/// <param name="gate">The gate, which is shut.</param>
/// <param name="own">How many operations of the waiting thread itself are under way: those end after the wait, not before.</param>
internal sealed class GateDrain(OperationGate gate, int own) : WaitTarget
{
    /// <summary>How many operations the wait is still for.</summary>
    internal int Left => Math.Max(0, gate.Count - own);

    internal override bool IsCompleted => Left == 0;

    internal void Check()
    {
        Interlocked.MemoryBarrier();
        SignalWaiter();
    }

    internal override void AddSuccessors(ref WaitWalk walk)
    {
        if (IsCompleted)
            return;
        if (gate.Party is { } party)
            walk.Add(party);
        foreach (var thread in ThreadNodes.Snapshot())
        {
            if (!ReferenceEquals(thread, Waiter) && thread.Operations.CountOf(gate) > 0)
                walk.Add(thread);
        }
    }

    internal override Description Describe() => $"the end of {Left} operations of {gate.Name}";
}
