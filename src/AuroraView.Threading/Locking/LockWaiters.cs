using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

/// <summary>The line in front of a lock.</summary>
internal sealed class LockWaiters
{
    private readonly List<LockWaiter> _line = [];
    private ShortLock _lock;
    private int _count;
    private int _writers;

    internal bool Any => Volatile.Read(ref _count) > 0;

    /// <summary>Whether anybody waits to take the lock for itself alone.</summary>
    internal bool AnyWriter => Volatile.Read(ref _writers) > 0;

    internal void Add(LockWaiter waiter)
    {
        _lock.Enter();
        _line.Add(waiter);
        _lock.Exit();
        if (!waiter.Shared)
            Interlocked.Increment(ref _writers);
        // A full fence before the waiter's last try, as the release has one before its look at the line: one sees the other.
        Interlocked.Increment(ref _count);
    }

    internal void Remove(LockWaiter waiter)
    {
        _lock.Enter();
        _line.Remove(waiter);
        _lock.Exit();
        if (!waiter.Shared)
            Interlocked.Decrement(ref _writers);
        Interlocked.Decrement(ref _count);
    }

    /// <summary>Tells the first in line to try, and with a reader all readers up to the first writer.</summary>
    internal void SignalFront()
    {
        _lock.Enter();
        foreach (var waiter in _line)
        {
            if (waiter.Shared)
            {
                waiter.Signal();
                continue;
            }

            if (ReferenceEquals(waiter, _line[0]))
                waiter.Signal();
            break;
        }

        _lock.Exit();
    }

    /// <summary>The first writer who stood in line before a reader.</summary>
    internal LockWaiter? WriterAhead(LockWaiter reader)
    {
        LockWaiter? writer = null;
        _lock.Enter();
        foreach (var waiter in _line)
        {
            if (ReferenceEquals(waiter, reader))
                break;
            if (!waiter.Shared)
            {
                writer = waiter;
                break;
            }
        }

        _lock.Exit();
        return writer;
    }
}
