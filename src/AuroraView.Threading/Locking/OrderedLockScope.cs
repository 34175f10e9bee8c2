namespace AuroraView.Threading.Locking;

/// <summary>An <see cref="OrderedLock"/> that is held, until it is disposed on the same thread.</summary>
public ref struct OrderedLockScope
{
    private readonly bool _verified;
    private OrderedLock? _lock;

    internal OrderedLockScope(OrderedLock taken, bool verified)
    {
        _lock = taken;
        _verified = verified;
    }

    /// <summary>Releases the lock; a second time it does nothing.</summary>
    /// <exception cref="SynchronizationLockException">The calling thread does not hold it.</exception>
    public void Dispose()
    {
        var taken = _lock;
        _lock = null;
        taken?.Exit(_verified);
    }
}
