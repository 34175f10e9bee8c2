using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

/// <summary>What the ordered locks have in common: a name, a level, and a way of waiting that the wait graph sees.</summary>
public abstract class LevelledLock
{
    private protected const string EnterLock = "lock";

    private static long s_identities;

    private protected LevelledLock(string name, LockLevel level)
    {
        Class = LockClass.Of(name, level);
        Identity = Interlocked.Increment(ref s_identities);
    }

    /// <summary>The name. Locks of one name are of one kind: what is learnt about the order of one holds for all.</summary>
    public string Name => Class.Name;

    /// <summary>The level.</summary>
    public LockLevel Level => Class.Level;

    internal LockClass Class { get; }

    /// <summary>The place of this lock among those of its level when several are taken together.</summary>
    internal long Identity { get; }

    private protected LockWaiters Waiters { get; } = new();

    /// <summary>The lock and its holder as text.</summary>
    internal abstract string Describe();

    /// <summary>Adds the threads that keep a waiter from the lock. Under the wait graph's lock.</summary>
    internal abstract void AddWhoIsInTheWay(LockWaiter waiter, ref WaitWalk walk);

    /// <summary>One try, without waiting.</summary>
    private protected abstract bool TryTake(LockWaiter? waiter, bool shared);

    /// <summary>Waits for the lock. The thread serves no calls meanwhile: they would run in the middle of whatever it is doing.</summary>
    private protected bool TakeContended(bool shared, TimeSpan timeout)
    {
        var spin = new SpinWait();
        while (!spin.NextSpinWillYield)
        {
            spin.SpinOnce();
            if (TryTake(null, shared))
                return true;
        }

        if (timeout == TimeSpan.Zero)
            return false;
        var clock = TimeProvider.System;
        var now = clock.GetTimestamp();
        var deadline = Deadline.In(timeout, clock, now);
        var waiter = new LockWaiter(this, shared);
        var taken = false;
        Waiters.Add(waiter);
        try
        {
            while (true)
            {
                waiter.Reset();
                if (taken = TryTake(waiter, shared))
                    return true;
                if (Waits.Wait(waiter, EnterLock, deadline, CancellationToken.None, clock, now, canServe: false) != WaitOutcome.Completed)
                    return taken = TryTake(waiter, shared);
            }
        }
        finally
        {
            Waiters.Remove(waiter);
            // Who leaves the line may have been told to try, or have stood in the way of others.
            if ((!taken || shared) && Waiters.Any)
                Waiters.SignalFront();
        }
    }

    private protected static void AddThread(int id, ref WaitWalk walk)
    {
        if (id != 0 && ThreadNodes.Find(id) is { } thread)
            walk.Add(thread);
    }

    private protected static string NameOf(int id) => ThreadNodes.Find(id)?.Describe() ?? $"thread {id}";

    private protected WaitTimeoutException TimedOut(TimeSpan timeout) => new(Describe(), timeout, WaitReport.Neighbours(null));

    private protected string DisplayText => $"{Name} ({Level})";

    /// <summary>The time limit of an enter that names none.</summary>
    private protected static TimeSpan DefaultTimeout => ThreadSafetyOptions.Default.MainThreadTimeout;
}
