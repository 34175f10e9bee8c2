namespace AuroraView.Hosting;

/// <summary>When a <see cref="Win32MainThread"/> pumps.</summary>
public enum Win32PumpMode
{
    /// <summary>With the next message of any loop of the thread: its own, a dialog's, a menu's, that of moving a window.</summary>
    Always,

    /// <summary>
    /// Only when no input and no painting waits, and never while the user is in a menu or moves a window: for hosts whose API must not be called then. Calls wait for
    /// as long as that takes.
    /// </summary>
    WhenIdle,
}
