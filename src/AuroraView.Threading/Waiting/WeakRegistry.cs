namespace AuroraView.Threading.Waiting;

/// <summary>What is alive of a kind in this process, for reports. Holds it weakly. From any thread.</summary>
internal sealed class WeakRegistry<T>
    where T : class
{
    private const int FirstSweep = 16;

    private readonly List<WeakReference<T>> _all = [];
    private ShortLock _lock;
    private int _sweepAt = FirstSweep;

    internal void Add(T item)
    {
        var reference = new WeakReference<T>(item);
        _lock.Enter();
        if (_all.Count >= _sweepAt)
        {
            _all.RemoveAll(static other => !other.TryGetTarget(out _));
            _sweepAt = Math.Max(FirstSweep, _all.Count * 2);
        }

        _all.Add(reference);
        _lock.Exit();
    }

    internal void Remove(T item)
    {
        _lock.Enter();
        _all.RemoveAll(other => !other.TryGetTarget(out var target) || ReferenceEquals(target, item));
        _lock.Exit();
    }

    internal void Clear()
    {
        _lock.Enter();
        _all.Clear();
        _lock.Exit();
    }

    /// <summary>In the order in which they were added.</summary>
    internal List<T> Snapshot()
    {
        var all = new List<T>();
        _lock.Enter();
        foreach (var reference in _all)
        {
            if (reference.TryGetTarget(out var item))
                all.Add(item);
        }

        _lock.Exit();
        return all;
    }
}
