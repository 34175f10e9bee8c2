namespace AuroraView.Threading.Locking;

/// <summary>An <see cref="OrderedReaderWriterLock"/> that is held, until this is disposed on the same thread.</summary>
public ref struct ReaderWriterLockScope
{
    private readonly bool _shared;
    private readonly bool _verified;
    private OrderedReaderWriterLock? _lock;

    internal ReaderWriterLockScope(OrderedReaderWriterLock taken, bool shared, bool verified)
    {
        _lock = taken;
        _shared = shared;
        _verified = verified;
    }

    /// <summary>Releases the lock; a second time it does nothing.</summary>
    /// <exception cref="SynchronizationLockException">The calling thread does not hold it.</exception>
    public void Dispose()
    {
        var taken = _lock;
        _lock = null;
        taken?.Exit(_shared, _verified);
    }
}
