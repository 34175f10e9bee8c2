using AuroraView.Threading.Waiting;

namespace AuroraView.Threading;

/// <summary>
/// The wait was refused because it could never have ended: it would have closed a cycle of waits in which nobody can go on. Thrown at
/// once, on the thread that would have closed the cycle. RFC 0002, "Deadlock Prevention".
/// </summary>
public sealed class DeadlockDetectedException : ThreadSafetyException
{
    internal DeadlockDetectedException(string what, WaitCycle cycle)
        : base($"This {what} would wait for ever, so it was refused. Who waits for whom:\n{cycle}\n" +
               "Make one of these waits asynchronous, or release what it holds before it waits. See docs/deadlocks.md.") =>
        Cycle = cycle;

    /// <summary>The cycle as data: each member, what it waits for and since when.</summary>
    public WaitCycle Cycle { get; }
}
