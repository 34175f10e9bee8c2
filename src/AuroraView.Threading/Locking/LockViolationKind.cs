namespace AuroraView.Threading.Locking;

/// <summary>Which rule was broken.</summary>
public enum LockViolationKind
{
    /// <summary>A lock was to be taken while one of a higher level is held.</summary>
    Level,

    /// <summary>A lock was to be taken while another one of its level, or of its name, is held, not together with it through <see cref="OrderedLock.EnterAll"/>.</summary>
    SameLevel,

    /// <summary>A lock was to be taken by the thread that holds it.</summary>
    Reentry,

    /// <summary>Two locks were to be taken in an order opposite to the one in which they, or others between them, were taken before.</summary>
    Inversion,

    /// <summary>A wait for another thread or a page was begun under a lock.</summary>
    WaitUnderLock,

    /// <summary>Code that is not the lock's own (a handler, a callback, an adapter) was to be called under a lock.</summary>
    ForeignCodeUnderLock,
}
