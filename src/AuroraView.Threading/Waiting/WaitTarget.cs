namespace AuroraView.Threading.Waiting;

/// <summary>
/// What one thread can wait for: it completes once. A subclass publishes its completion with a full fence (an interlocked
/// operation) and then calls <see cref="SignalWaiter"/>.
/// </summary>
internal abstract class WaitTarget : WaitNode
{
    private ThreadNode? _waiter;

    internal abstract bool IsCompleted { get; }

    /// <summary>The one thread that waits.</summary>
    internal ThreadNode? Waiter => Volatile.Read(ref _waiter);

    // The waiter stores itself and then looks at IsCompleted, the completer completes and then looks for a waiter,
    // both across a full fence: at least one of them sees the other.
    internal void AttachWaiter(ThreadNode waiter) => Interlocked.Exchange(ref _waiter, waiter);

    internal void DetachWaiter() => Volatile.Write(ref _waiter, null);

    protected void SignalWaiter()
    {
        SchedulePoint.Hit("signal");
        Volatile.Read(ref _waiter)?.Parker.Unpark();
    }
}
