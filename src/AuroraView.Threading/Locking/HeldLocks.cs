using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

/// <summary>
/// The verified locks one thread holds, innermost last. Written by that thread only. Another one reads it for the wait graph, under whose lock a blocked
/// thread has passed since its last change, or for a report, which may be just over.
/// </summary>
internal sealed class HeldLocks
{
    private HeldLock[] _held = new HeldLock[8];
    private int _count;

    internal int Count => _count;

    internal ref readonly HeldLock this[int index] => ref _held[index];

    internal void Push(LevelledLock taken, bool shared, string member, int line)
    {
        if (_count == _held.Length)
        {
            var grown = new HeldLock[_held.Length * 2];
            _held.CopyTo(grown, 0);
            Volatile.Write(ref _held, grown);
        }

        ref var held = ref _held[_count];
        held.Member = member;
        held.Line = line;
        held.Shared = shared;
        Volatile.Write(ref held.Lock, taken);
        _count++;
    }

    /// <summary>Takes out the youngest entry of a lock; locks may be released in any order.</summary>
    /// <returns>Whether there was one.</returns>
    internal bool Remove(LevelledLock released)
    {
        var index = _count - 1;
        while (index >= 0 && !ReferenceEquals(_held[index].Lock, released))
            index--;
        if (index < 0)
            return false;
        _count--;
        for (; index < _count; index++)
            _held[index] = _held[index + 1];
        _held[_count] = default;
        return true;
    }

    /// <summary>From any thread.</summary>
    internal bool Contains(LevelledLock wanted)
    {
        foreach (ref readonly var held in Volatile.Read(ref _held).AsSpan())
        {
            if (ReferenceEquals(held.Lock, wanted))
                return true;
        }

        return false;
    }

    /// <summary>From any thread.</summary>
    internal void Describe(ThreadNode thread, List<(LevelledLock Lock, LockAcquisition Acquisition)> into)
    {
        foreach (ref readonly var held in Volatile.Read(ref _held).AsSpan())
        {
            if (held.Lock is { } taken)
                into.Add((taken, held.Describe(taken, thread)));
        }
    }
}
