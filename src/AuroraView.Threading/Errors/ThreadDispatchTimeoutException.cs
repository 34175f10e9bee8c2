namespace AuroraView.Threading;

/// <summary>
/// A sync call did not end in its time. A call that had not started is cancelled and never runs; one that was running goes on, and its result is
/// dropped. RFC 0002, "Timeout Protection".
/// </summary>
public sealed class ThreadDispatchTimeoutException : ThreadSafetyException
{
    internal ThreadDispatchTimeoutException(DispatchSnapshot snapshot)
        : base(snapshot.ToString()) => Snapshot = snapshot;

    /// <summary>What was going on when the time was over.</summary>
    public DispatchSnapshot Snapshot { get; }
}
