namespace AuroraView.Threading.Waiting;

/// <summary>The threads of the graph, by their managed id. Holds them weakly, since an id is free again only when its thread object is gone.</summary>
internal static class ThreadNodes
{
    private const int FirstSweep = 64;

    private static readonly Dictionary<int, WeakReference<ThreadNode>> s_all = [];
    private static ShortLock s_lock;
    private static int s_sweepAt = FirstSweep;

    internal static void Add(ThreadNode node)
    {
        var reference = new WeakReference<ThreadNode>(node);
        s_lock.Enter();
        s_all[node.Id] = reference;
        if (s_all.Count >= s_sweepAt)
        {
            foreach (var (id, other) in s_all)
            {
                if (!other.TryGetTarget(out _))
                    s_all.Remove(id);
            }

            s_sweepAt = Math.Max(FirstSweep, s_all.Count * 2);
        }

        s_lock.Exit();
    }

    /// <summary>The thread with this id, if it has ever waited, owned a queue, or held something that is verified.</summary>
    internal static ThreadNode? Find(int id)
    {
        s_lock.Enter();
        ThreadNode? node = null;
        if (s_all.TryGetValue(id, out var reference))
            reference.TryGetTarget(out node);
        s_lock.Exit();
        return node;
    }

    internal static List<ThreadNode> Snapshot()
    {
        var all = new List<ThreadNode>();
        s_lock.Enter();
        foreach (var reference in s_all.Values)
        {
            if (reference.TryGetTarget(out var node))
                all.Add(node);
        }

        s_lock.Exit();
        return all;
    }
}
