using System.Diagnostics;

namespace AuroraView.Threading.Waiting;

/// <summary>
/// The places at which another thread's step may come between two of ours. Compiled away in the product; the
/// schedule tests compile these sources with <c>SCHEDULE_POINTS</c> and decide at each point which thread goes on.
/// </summary>
internal static class SchedulePoint
{
#if SCHEDULE_POINTS
    internal static Action<string>? Hook;

    internal static bool AreCompiledIn => true;
#else
    internal static bool AreCompiledIn => false;
#endif

    [Conditional("SCHEDULE_POINTS")]
    internal static void Hit(string where)
    {
#if SCHEDULE_POINTS
        Hook?.Invoke(where);
#else
        _ = where;
#endif
    }
}
