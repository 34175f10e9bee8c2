namespace AuroraView.Threading.Locking;

/// <summary>Locks that were taken together and are held until this is disposed on the same thread.</summary>
public ref struct OrderedLockSet
{
    private readonly bool _verified;
    private OrderedLock[]? _locks;

    internal OrderedLockSet(OrderedLock[] taken, bool verified)
    {
        _locks = taken;
        _verified = verified;
    }

    /// <summary>Releases them all; a second time it does nothing.</summary>
    /// <exception cref="SynchronizationLockException">The calling thread does not hold them.</exception>
    public void Dispose()
    {
        var taken = _locks;
        _locks = null;
        if (taken is not null)
            OrderedLock.ExitAll(taken, _verified);
    }
}
