using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

/// <summary>One thread that waits for a lock. It stays in the lock's line until it has the lock or gives up; a signal is a hint to try.</summary>
internal sealed class LockWaiter(LevelledLock wanted, bool shared) : WaitTarget
{
    private int _signalled;

    internal bool Shared => shared;

    internal override bool IsCompleted => Volatile.Read(ref _signalled) != 0;

    internal void Signal()
    {
        if (Interlocked.Exchange(ref _signalled, 1) == 0)
            SignalWaiter();
    }

    internal void Reset() => Interlocked.Exchange(ref _signalled, 0);

    internal LevelledLock Wanted => wanted;

    internal override WaitNodeKind Kind => WaitNodeKind.Lock;

    internal override object Subject => wanted;

    internal override void AddSuccessors(ref WaitWalk walk)
    {
        if (!IsCompleted)
            wanted.AddWhoIsInTheWay(this, ref walk);
    }

    internal override Description Describe() => wanted.Describe();
}
