using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AuroraView.Threading.Waiting;

/// <summary>
/// A lock for a handful of instructions around a list or a counter, under which nothing foreign runs and nothing waits.
/// </summary>
/// <remarks>
/// Not a monitor on purpose: a contended monitor on an STA thread dispatches sent window messages, so that foreign
/// code would run in the middle of ours. This one spins, then yields, then sleeps, none of which pumps. It is a leaf: the
/// only nesting is the wait graph's lock before a queue's. Not re-entrant.
/// </remarks>
[DebuggerDisplay("{_taken == 0 ? \"free\" : \"taken\"}")]
internal struct ShortLock
{
#if DEBUG
    [ThreadStatic]
    private static int t_held;
#endif

    private int _taken;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Enter()
    {
        SchedulePoint.Hit("lock");
        if (Interlocked.CompareExchange(ref _taken, 1, 0) != 0)
            EnterContended();
        Count(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Exit()
    {
        Debug.Assert(_taken == 1, "exit without enter");
        Count(-1);
        Volatile.Write(ref _taken, 0);
    }

    /// <summary>Verifies, in debug builds, that the calling thread holds no lock of this kind: what comes now is foreign, or may take long.</summary>
    /// <exception cref="InvalidOperationException">It holds one.</exception>
    [Conditional("DEBUG")]
    internal static void MustNotBeHeld(string before)
    {
#if DEBUG
        if (t_held != 0)
            throw new InvalidOperationException($"A short lock is held before {before}.");
#endif
    }

    [Conditional("DEBUG")]
    private static void Count(int change)
    {
#if DEBUG
        t_held += change;
#endif
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterContended()
    {
#if !SCHEDULE_POINTS
        var spin = new SpinWait();
#endif
        do
        {
            SchedulePoint.Hit("lock contended");
#if !SCHEDULE_POINTS
            spin.SpinOnce();
#endif
        }
        while (Volatile.Read(ref _taken) != 0 || Interlocked.CompareExchange(ref _taken, 1, 0) != 0);
    }
}
