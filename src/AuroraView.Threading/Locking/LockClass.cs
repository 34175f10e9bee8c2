using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

/// <summary>All locks of one name: what the order of acquisition is remembered for.</summary>
internal sealed class LockClass
{
    private static readonly Dictionary<string, LockClass> s_all = [];
    private static ShortLock s_lock;

    // Bit i: the class with id i was held when one of this class was taken, and that was found to be in order or reported.
    private ulong[] _knownBefore = [];

    private LockClass(string name, LockLevel level, int id)
    {
        Name = name;
        Level = level;
        Id = id;
    }

    internal string Name { get; }

    internal LockLevel Level { get; }

    internal int Id { get; }

    /// <summary>The class of a name.</summary>
    /// <exception cref="ArgumentException">The name is used with another level.</exception>
    internal static LockClass Of(string name, LockLevel level)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!Enum.IsDefined(level))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Global, Registry, Resource, State, Callback or None.");
        s_lock.Enter();
        if (!s_all.TryGetValue(name, out var found))
        {
            found = new LockClass(name, level, s_all.Count);
            s_all.Add(name, found);
        }

        s_lock.Exit();
        return found.Level == level
            ? found
            : throw new ArgumentException($"A lock named '{name}' has level {found.Level}: give a lock of level {level} another name.", nameof(name));
    }

    internal static List<LockClass> Snapshot()
    {
        s_lock.Enter();
        var all = s_all.Values.ToList();
        s_lock.Exit();
        return all;
    }

    internal bool IsKnownAfter(LockClass other)
    {
        var known = Volatile.Read(ref _knownBefore);
        var word = other.Id >> 6;
        return word < known.Length && (known[word] & (1UL << (other.Id & 63))) != 0;
    }

    /// <summary>Under the lock of <see cref="LockSteps"/>.</summary>
    internal void RememberAfter(LockClass other)
    {
        var word = other.Id >> 6;
        var known = new ulong[Math.Max(_knownBefore.Length, word + 1)];
        _knownBefore.CopyTo(known, 0);
        known[word] |= 1UL << (other.Id & 63);
        Volatile.Write(ref _knownBefore, known);
    }
}
