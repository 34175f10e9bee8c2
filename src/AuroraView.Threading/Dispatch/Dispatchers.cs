namespace AuroraView.Threading.Dispatch;

/// <summary>The dispatchers of this process, for reports. Holds them weakly.</summary>
internal static class Dispatchers
{
    private static readonly List<WeakReference<MainThreadDispatcher>> s_all = [];
    private static Waiting.ShortLock s_lock;

    internal static void Add(MainThreadDispatcher dispatcher)
    {
        var reference = new WeakReference<MainThreadDispatcher>(dispatcher);
        s_lock.Enter();
        s_all.RemoveAll(static other => !other.TryGetTarget(out _));
        s_all.Add(reference);
        s_lock.Exit();
    }

    internal static List<MainThreadDispatcher> Snapshot()
    {
        var all = new List<MainThreadDispatcher>();
        s_lock.Enter();
        foreach (var reference in s_all)
        {
            if (reference.TryGetTarget(out var dispatcher))
                all.Add(dispatcher);
        }

        s_lock.Exit();
        return all;
    }
}
