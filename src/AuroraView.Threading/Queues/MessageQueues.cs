using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Queues;

/// <summary>The open message queues of this process, for reports and gauges.</summary>
internal static class MessageQueues
{
    internal static WeakRegistry<IMessageQueue> All { get; } = new();
}
