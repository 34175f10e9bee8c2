namespace AuroraView.Threading.Locking;

/// <summary>What a violation of the lock order does.</summary>
public enum LockOrderMode
{
    /// <summary>Nothing is verified, at no cost.</summary>
    Off,

    /// <summary>It is reported; the lock is taken.</summary>
    Report,

    /// <summary>It is reported, and the lock is refused with an exception.</summary>
    Throw,
}
