using AuroraView.Threading.Locking;

namespace AuroraView.Threading;

/// <summary>A lock, a wait or a call was refused because it broke the lock order. RFC 0002, "Debug-Mode Lock Order Verification".</summary>
public sealed class LockOrderException : ThreadSafetyException
{
    internal LockOrderException(LockOrderViolation violation)
        : base(violation.ToString(), "docs/locks.md") => Violation = violation;

    /// <summary>What the thread held, and what it wanted to do.</summary>
    public LockOrderViolation Violation { get; }
}
