using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

// Several locks together.
public sealed partial class OrderedLock
{
    private const string Together = "EnterAll";

    /// <summary>
    /// Takes several locks together, by level and within a level by identity, so that locks of one level can be held at once: every thread that takes them together takes them
    /// in the same order.
    /// </summary>
    /// <param name="locks">The locks, in any order, each once.</param>
    /// <returns>Disposed to release them all, on the same thread.</returns>
    /// <exception cref="ArgumentException">A lock is named twice.</exception>
    /// <inheritdoc cref="Enter" path="/exception"/>
    public static OrderedLockSet EnterAll(params ReadOnlySpan<OrderedLock> locks) =>
        TryEnterAll(DefaultTimeout, out var set, locks) ? set : throw new WaitTimeoutException(Names(locks), DefaultTimeout, WaitReport.Neighbours(null));

    /// <summary>Like <see cref="EnterAll"/>; takes all or none.</summary>
    /// <param name="timeout">How long to wait for all of them together; see <see cref="WaitTime"/>.</param>
    /// <param name="set">Disposed to release them; it has no effect if the result is <see langword="false"/>.</param>
    /// <param name="locks">The locks, in any order, each once.</param>
    /// <returns>Whether they were taken.</returns>
    /// <exception cref="ArgumentException">A lock is named twice.</exception>
    public static bool TryEnterAll(TimeSpan timeout, out OrderedLockSet set, params ReadOnlySpan<OrderedLock> locks)
    {
        WaitTime.Check(timeout, nameof(timeout));
        var ordered = InOrder(locks);
        ThreadNode? thread = null;
        foreach (var wanted in ordered)
            thread = wanted.Verify(Together, 0);

        var deadline = Deadline.In(timeout, TimeProvider.System);
        var taken = 0;
        try
        {
            while (taken < ordered.Length && ordered[taken].TakeBy(deadline.Remaining, Together, 0))
            {
                thread?.Locks.Push(ordered[taken], shared: false, Together, 0);
                taken++;
            }
        }
        finally
        {
            if (taken < ordered.Length)
                ExitAll(ordered.AsSpan(0, taken), thread is not null);
        }

        set = taken == ordered.Length ? new OrderedLockSet(ordered, thread is not null) : default;
        return taken == ordered.Length;
    }

    internal static void ExitAll(ReadOnlySpan<OrderedLock> taken, bool verified)
    {
        for (var i = taken.Length - 1; i >= 0; i--)
            taken[i].Exit(verified);
    }

    private static OrderedLock[] InOrder(ReadOnlySpan<OrderedLock> locks)
    {
        var ordered = locks.ToArray();
        foreach (var wanted in ordered)
            ArgumentNullException.ThrowIfNull(wanted, nameof(locks));
        Array.Sort(ordered, static (a, b) => a.Level != b.Level ? a.Level.CompareTo(b.Level) : a.Identity.CompareTo(b.Identity));
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ReferenceEquals(ordered[i - 1], ordered[i]))
                throw new ArgumentException($"The lock '{ordered[i].Name}' is named twice.", nameof(locks));
        }

        return ordered;
    }

    private static string Names(ReadOnlySpan<OrderedLock> locks) => "the locks " + string.Join(", ", locks.ToArray().Select(wanted => $"'{wanted.Name}'"));
}
