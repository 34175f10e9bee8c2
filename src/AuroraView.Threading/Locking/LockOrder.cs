using System.Runtime.CompilerServices;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

/// <summary>
/// Verifies the order in which this process takes its ordered locks, and that nothing foreign runs and nothing waits under one. RFC 0002, "Deadlock Prevention".
/// </summary>
/// <remarks>All members may be used from any thread.</remarks>
public static partial class LockOrder
{
    private const int Unread = 0;
    private const int Off = 1 + (int)LockOrderMode.Off;

    // 0 until the default is read, so that the class needs no static constructor on the way of every lock.
    private static int s_mode;

    /// <summary>Raised for each violation, on a thread-pool thread, in order, with no lock held.</summary>
    /// <remarks>In <see cref="LockOrderMode.Report"/> a violation of the same kind between locks of the same names is reported once.</remarks>
    public static event EventHandler<LockOrderViolation>? Violation;

    /// <summary>
    /// What a violation does, for the whole process. It starts as described at <see cref="ThreadSafetyOptions.LockOrder"/>; a dispatcher with a stricter setting makes it
    /// stricter. A change holds for locks that are taken after it.
    /// </summary>
    public static LockOrderMode Mode
    {
        get
        {
            if (Volatile.Read(ref s_mode) == Unread)
                Interlocked.CompareExchange(ref s_mode, 1 + (int)LockOrderSwitch.Default, Unread);
            return (LockOrderMode)(Volatile.Read(ref s_mode) - 1);
        }

        set
        {
            if (!Enum.IsDefined(value))
                throw new ArgumentOutOfRangeException(nameof(value), value, "Off, Report or Throw.");
            Volatile.Write(ref s_mode, 1 + (int)value);
        }
    }

    /// <summary>Whether nothing is verified. While the mode is not read yet this says no, and the slower way reads it.</summary>
    internal static bool IsOff
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => s_mode == Off;
    }

    internal static bool HoldsAny => ThreadNode.CurrentOrNull is { Locks.Count: > 0 };

    /// <summary>To be called before code that one does not know is called: a handler, a callback, a host's API.</summary>
    /// <param name="what">The code, for the report, such as <c>the handler of 'save'</c>.</param>
    /// <exception cref="LockOrderException">The calling thread holds an ordered lock, and the mode is <see cref="LockOrderMode.Throw"/>.</exception>
    public static void BeforeForeignCode(string what)
    {
        ShortLock.MustNotBeHeld(what);
        if (!IsOff)
            CheckNoneHeld(LockViolationKind.ForeignCodeUnderLock, what);
    }

    /// <summary>To be called before a wait for another thread or a page.</summary>
    internal static void BeforeWaiting(string what)
    {
        if (!IsOff)
            CheckNoneHeld(LockViolationKind.WaitUnderLock, what);
    }

    /// <summary>Makes the mode at least as strict as somebody's settings ask for, where they ask for something else than the default.</summary>
    internal static void Require(LockOrderMode mode)
    {
        if (mode != LockOrderSwitch.Default && Mode < mode)
            Mode = mode;
    }
}
