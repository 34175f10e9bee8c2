using AuroraView.Threading.Guards;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>The queues of calls of this process: main threads' and views'.</summary>
internal static class CallQueues
{
    // The runtime makes its thread for timers with the first one. Made when there are no descriptors or no memory left for a thread, that fails, and no timer of the process ever runs.
    private static readonly ITimer s_first = Background.Timer(TimeProvider.System, static _ => { }, 0, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    internal static WeakRegistry<CallQueue> All { get; } = Made();

    private static WeakRegistry<CallQueue> Made()
    {
        GC.KeepAlive(s_first);
        return new WeakRegistry<CallQueue>();
    }
}
