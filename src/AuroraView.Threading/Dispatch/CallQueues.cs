using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>The queues of calls of this process: main threads' and views'.</summary>
internal static class CallQueues
{
    internal static WeakRegistry<CallQueue> All { get; } = new();
}
