using AuroraView.Threading.Waiting;

namespace AuroraView.Threading;

/// <summary>
/// The wait was refused because it could never have ended: there is a cycle of waits, and no thread on it can make progress. It is thrown at
/// once, on the thread that would have closed the cycle. RFC 0002, "Deadlock Prevention".
/// </summary>
public sealed class DeadlockDetectedException : ThreadSafetyException
{
    private const string Page = "docs/deadlocks.md";

    internal DeadlockDetectedException(string what, WaitCycle cycle)
        : base($"Deadlock: this {what} would wait forever, so it was refused. Wait cycle:\n{cycle}\n" +
               $"Make one of these waits asynchronous, or release what it holds before it waits. See {Page}.", Page) =>
        Cycle = cycle;

    /// <summary>The cycle as data: each member, what it waits for and since when.</summary>
    public WaitCycle Cycle { get; }
}
