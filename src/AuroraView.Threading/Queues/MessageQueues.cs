using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Queues;

/// <summary>The open queues of this process, for reports and gauges. Holds them weakly.</summary>
internal static class MessageQueues
{
    private static readonly List<WeakReference<IMessageQueue>> s_all = [];
    private static ShortLock s_lock;

    internal static void Add(IMessageQueue queue)
    {
        var reference = new WeakReference<IMessageQueue>(queue);
        s_lock.Enter();
        s_all.RemoveAll(static other => !other.TryGetTarget(out _));
        s_all.Add(reference);
        s_lock.Exit();
    }

    internal static void Remove(IMessageQueue queue)
    {
        s_lock.Enter();
        s_all.RemoveAll(other => !other.TryGetTarget(out var target) || ReferenceEquals(target, queue));
        s_lock.Exit();
    }

    internal static List<IMessageQueue> Snapshot()
    {
        var all = new List<IMessageQueue>();
        s_lock.Enter();
        foreach (var reference in s_all)
        {
            if (reference.TryGetTarget(out var queue))
                all.Add(queue);
        }

        s_lock.Exit();
        return all;
    }
}
