namespace AuroraView.Threading;

/// <summary>
/// A sync call did not end in its time. If it had not started, it is cancelled and never runs. If it was running, it goes on, and its result is
/// dropped. RFC 0002, "Timeout Protection".
/// </summary>
public sealed class ThreadDispatchTimeoutException : ThreadSafetyException
{
    internal ThreadDispatchTimeoutException(DispatchSnapshot snapshot)
        : base(snapshot.ToString(), "docs/timeouts.md") => Snapshot = snapshot;

    /// <summary>What the threads and queues did when the time was over.</summary>
    public DispatchSnapshot Snapshot { get; }
}
