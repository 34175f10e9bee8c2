using System.Diagnostics;
using System.Runtime.CompilerServices;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

/// <summary>
/// A lock with a name and a level. Where lock order is verified (see <see cref="LockOrder"/>), taking it out of order is a violation; a wait for it is
/// bounded, and one that could never end is refused.
/// </summary>
/// <remarks>
/// <para>Not re-entrant: a thread that takes it twice gets <see cref="LockOrderException"/> in every mode, since it would wait for itself. Locks may be released
/// in any order.</para>
/// <para>Hold it for a few instructions. Nothing foreign may run under it, and nothing may wait: see docs/locks.md.</para>
/// </remarks>
[DebuggerDisplay("{DisplayText}: {_owner == 0 ? \"free\" : \"held by thread \" + _owner}")]
public sealed partial class OrderedLock : LevelledLock
{
    // The managed id of the thread that holds it, or 0.
    private int _owner;

    /// <summary>Creates a lock.</summary>
    /// <param name="name">What it guards, such as <c>view registry</c>. The same for all locks of its kind, not one name an instance: names are kept for the life of the process.</param>
    /// <param name="level">Its place in the order.</param>
    /// <exception cref="ArgumentException">The name is used with another level.</exception>
    public OrderedLock(string name, LockLevel level)
        : base(name, level)
    {
    }

    /// <summary>Whether the calling thread holds it.</summary>
    public bool IsHeldByCurrentThread => _owner == Environment.CurrentManagedThreadId;

    /// <summary>Takes the lock, waiting at most the default of <see cref="ThreadSafetyOptions.MainThreadTimeout"/>.</summary>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>Disposed to release it, on the same thread.</returns>
    /// <exception cref="LockOrderException">It is out of order, and the mode is <see cref="LockOrderMode.Throw"/>; or the thread holds it already.</exception>
    /// <exception cref="DeadlockDetectedException">It would never have been free: its holder waits for this thread.</exception>
    /// <exception cref="WaitTimeoutException">It was not free in time.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OrderedLockScope Enter([CallerMemberName] string member = "", [CallerLineNumber] int line = 0)
    {
        if (LockOrder.IsOff && Interlocked.CompareExchange(ref _owner, Environment.CurrentManagedThreadId, 0) == 0)
            return new OrderedLockScope(this, verified: false);
        return EnterSlowly(member, line);
    }

    /// <summary>Takes the lock if it is free in time. The order is verified all the same.</summary>
    /// <param name="timeout">How long to wait; see <see cref="WaitTime"/>.</param>
    /// <param name="scope">Disposed to release it; it has no effect if the result is <see langword="false"/>.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>Whether it was taken.</returns>
    /// <exception cref="LockOrderException">As for <see cref="Enter"/>.</exception>
    /// <exception cref="DeadlockDetectedException">It would never have been free.</exception>
    public bool TryEnter(TimeSpan timeout, out OrderedLockScope scope, [CallerMemberName] string member = "", [CallerLineNumber] int line = 0)
    {
        WaitTime.Check(timeout, nameof(timeout));
        var thread = Verify(member, line);
        if (!TakeBy(timeout, member, line))
        {
            scope = default;
            return false;
        }

        thread?.Locks.Push(this, shared: false, member, line);
        scope = new OrderedLockScope(this, thread is not null);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Exit(bool verified)
    {
        if (verified || _owner != Environment.CurrentManagedThreadId)
            ForgetHeld(verified);
        Interlocked.Exchange(ref _owner, 0);
        if (Waiters.Any)
            Waiters.SignalFront();
    }

    internal override string Describe() =>
        Volatile.Read(ref _owner) is var owner and not 0 ? $"the lock '{Name}', held by {NameOf(owner)}" : $"the lock '{Name}'";

    internal override void AddWhoIsInTheWay(LockWaiter waiter, ref WaitWalk walk) => AddThread(Volatile.Read(ref _owner), ref walk);

    private protected override bool TryTake(LockWaiter? waiter, bool shared) =>
        Interlocked.CompareExchange(ref _owner, Environment.CurrentManagedThreadId, 0) == 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private OrderedLockScope EnterSlowly(string member, int line)
    {
        var thread = Verify(member, line);
        if (!TakeBy(DefaultTimeout, member, line))
            throw TimedOut(DefaultTimeout);
        thread?.Locks.Push(this, shared: false, member, line);
        return new OrderedLockScope(this, thread is not null);
    }

    // The thread, where the lock is to be recorded.
    private ThreadNode? Verify(string member, int line)
    {
        if (LockOrder.IsOff || LockOrder.Mode == LockOrderMode.Off)
            return null;
        var thread = ThreadNode.Current;
        if (thread.Locks.Count > 0)
            LockOrder.BeforeEnter(thread, this, shared: false, member, line);
        return thread;
    }

    private bool TakeBy(TimeSpan timeout, string member, int line)
    {
        if (TryTake(null, shared: false))
            return true;
        if (IsHeldByCurrentThread)
            throw LockOrder.Refuse(ThreadNode.Current, this, shared: false, member, line);
        return TakeContended(shared: false, timeout);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ForgetHeld(bool verified)
    {
        if (!IsHeldByCurrentThread)
            throw new SynchronizationLockException($"The lock '{Name}' was released by a thread that does not hold it.");
        if (verified)
            ThreadNode.Current.Locks.Remove(this);
    }
}
