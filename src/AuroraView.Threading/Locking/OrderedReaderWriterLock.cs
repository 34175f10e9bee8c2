using System.Diagnostics;
using System.Runtime.CompilerServices;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

/// <summary>A lock with a name and a level that many readers or one writer can hold. The rules are those of <see cref="OrderedLock"/>, for readers too.</summary>
/// <remarks>Waiting threads are served in order. A reader that comes while a writer waits stands behind it, so neither side can keep the other out.
/// Not re-entrant, not upgradable.</remarks>
[DebuggerDisplay("{DisplayText}: {_state}")]
public sealed class OrderedReaderWriterLock : LevelledLock
{
    // 0 free, n > 0 readers, -id the writer's managed thread id.
    private int _state;

    /// <summary>Creates a lock.</summary>
    /// <param name="name">What it guards; the same for all locks of its kind.</param>
    /// <param name="level">Its place in the order.</param>
    /// <exception cref="ArgumentException">The name is used with another level.</exception>
    public OrderedReaderWriterLock(string name, LockLevel level)
        : base(name, level)
    {
    }

    /// <summary>Takes the lock for reading, waiting at most the default of <see cref="ThreadSafetyOptions.MainThreadTimeout"/>.</summary>
    /// <returns>Disposed to release it, on the same thread.</returns>
    /// <inheritdoc cref="OrderedLock.Enter" path="/*[not(self::summary or self::returns)]"/>
    public ReaderWriterLockScope EnterRead([CallerMemberName] string member = "", [CallerLineNumber] int line = 0) => Enter(shared: true, member, line);

    /// <summary>Takes the lock for writing, waiting at most the default of <see cref="ThreadSafetyOptions.MainThreadTimeout"/>.</summary>
    /// <returns>Disposed to release it, on the same thread.</returns>
    /// <inheritdoc cref="OrderedLock.Enter" path="/*[not(self::summary or self::returns)]"/>
    public ReaderWriterLockScope EnterWrite([CallerMemberName] string member = "", [CallerLineNumber] int line = 0) => Enter(shared: false, member, line);

    /// <summary>Takes the lock for reading if it is free for that in time.</summary>
    /// <inheritdoc cref="OrderedLock.TryEnter" path="/*[not(self::summary)]"/>
    public bool TryEnterRead(TimeSpan timeout, out ReaderWriterLockScope scope, [CallerMemberName] string member = "", [CallerLineNumber] int line = 0) =>
        TryEnter(shared: true, timeout, out scope, member, line);

    /// <summary>Takes the lock for writing if it is free in time.</summary>
    /// <inheritdoc cref="OrderedLock.TryEnter" path="/*[not(self::summary)]"/>
    public bool TryEnterWrite(TimeSpan timeout, out ReaderWriterLockScope scope, [CallerMemberName] string member = "", [CallerLineNumber] int line = 0) =>
        TryEnter(shared: false, timeout, out scope, member, line);

    internal void Exit(bool shared, bool verified)
    {
        if (shared ? _state <= 0 : _state != -Environment.CurrentManagedThreadId)
            throw new SynchronizationLockException($"The lock '{Name}' was released by a thread that does not hold it.");
        if (verified && !ThreadNode.Current.Locks.Remove(this))
            throw new SynchronizationLockException($"The lock '{Name}' was released by a thread that does not hold it.");
        var free = shared ? Interlocked.Decrement(ref _state) == 0 : Interlocked.Exchange(ref _state, 0) != 0;
        if (free && Waiters.Any)
            Waiters.SignalFront();
    }

    internal override string Describe() => Volatile.Read(ref _state) switch
    {
        < 0 and var writer => $"the lock '{Name}', held by {NameOf(-writer)}",
        0 => $"the lock '{Name}'",
        1 => $"the lock '{Name}', held by 1 reader",
        var readers => $"the lock '{Name}', held by {readers} readers",
    };

    internal override void AddWhoIsInTheWay(LockWaiter waiter, ref WaitWalk walk)
    {
        var state = Volatile.Read(ref _state);
        if (state < 0)
            AddThread(-state, ref walk);
        if (waiter.Shared && Waiters.WriterAhead(waiter)?.Waiter is { } writer)
            walk.Add(writer);
        if (state <= 0 || waiter.Shared)
            return;
        // Which readers is known only where they are verified.
        foreach (var thread in ThreadNodes.Snapshot())
        {
            if (thread.Locks.Contains(this))
                walk.Add(thread);
        }
    }

    private protected override bool TryTake(LockWaiter? waiter, bool shared)
    {
        if (!shared)
            return Interlocked.CompareExchange(ref _state, -Environment.CurrentManagedThreadId, 0) == 0;
        if (Waiters.AnyWriter && (waiter is null || Waiters.WriterAhead(waiter) is not null))
            return false;
        var state = Volatile.Read(ref _state);
        while (state >= 0)
        {
            var seen = Interlocked.CompareExchange(ref _state, state + 1, state);
            if (seen == state)
                return true;
            state = seen;
        }

        return false;
    }

    private ReaderWriterLockScope Enter(bool shared, string member, int line) =>
        TryEnter(shared, DefaultTimeout, out var scope, member, line) ? scope : throw TimedOut(DefaultTimeout);

    private bool TryEnter(bool shared, TimeSpan timeout, out ReaderWriterLockScope scope, string member, int line)
    {
        WaitTime.Check(timeout, nameof(timeout));
        ThreadNode? thread = null;
        if (!LockOrder.IsOff && LockOrder.Mode != LockOrderMode.Off)
        {
            thread = ThreadNode.Current;
            if (thread.Locks.Count > 0)
                LockOrder.BeforeEnter(thread, this, shared, member, line);
        }

        if (!TryTake(null, shared))
        {
            if (_state == -Environment.CurrentManagedThreadId || (!shared && thread is not null && thread.Locks.Contains(this)))
                throw LockOrder.Refuse(ThreadNode.Current, this, shared, member, line);
            if (!TakeContended(shared, timeout))
            {
                scope = default;
                return false;
            }
        }

        thread?.Locks.Push(this, shared, member, line);
        scope = new ReaderWriterLockScope(this, shared, thread is not null);
        return true;
    }
}
