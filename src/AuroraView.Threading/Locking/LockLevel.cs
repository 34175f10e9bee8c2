namespace AuroraView.Threading.Locking;

/// <summary>
/// The place of a lock in the order in which locks may be taken: a lower level is taken before a higher one. RFC 0002, "Lock Ordering Specification".
/// </summary>
public enum LockLevel
{
    /// <summary>No level: only the order in which named locks are taken after each other is verified.</summary>
    None = 0,

    /// <summary>Global and static data. Seldom needed; taken first.</summary>
    Global = 1,

    /// <summary>A registry or collection: the outer lock around its members.</summary>
    Registry = 2,

    /// <summary>One resource out of a registry.</summary>
    Resource = 3,

    /// <summary>The state of one component.</summary>
    State = 4,

    /// <summary>A list of callbacks. Taken last, and released before any of them is called.</summary>
    Callback = 5,
}
