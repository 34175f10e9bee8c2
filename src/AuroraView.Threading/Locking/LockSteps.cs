using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

/// <summary>
/// The orders in which locks were taken one inside the other, from all threads and for the life of the process. Two that contradict each other are a
/// deadlock that has not happened yet.
/// </summary>
internal static class LockSteps
{
    private static readonly Dictionary<LockClass, List<(LockClass To, LockOrderStep Step)>> s_steps = [];
    private static ShortLock s_lock;

    /// <summary>Remembers that <paramref name="second"/> was taken inside <paramref name="first"/>.</summary>
    internal static void Remember(LockClass first, LockClass second, LockOrderStep step)
    {
        s_lock.Enter();
        if (!second.IsKnownAfter(first))
        {
            if (!s_steps.TryGetValue(first, out var steps))
                s_steps.Add(first, steps = []);
            steps.Add((second, step));
            second.RememberAfter(first);
        }

        s_lock.Exit();
    }

    /// <summary>The steps that lead from one class to another, each as it was first taken; empty where none do.</summary>
    internal static IReadOnlyList<LockOrderStep> Path(LockClass from, LockClass to)
    {
        s_lock.Enter();
        var cameBy = new Dictionary<LockClass, (LockClass From, LockOrderStep Step)>();
        var open = new Queue<LockClass>([from]);
        while (open.TryDequeue(out var at) && !cameBy.ContainsKey(to))
        {
            if (!s_steps.TryGetValue(at, out var steps))
                continue;
            foreach (var (next, step) in steps)
            {
                if (next != from && cameBy.TryAdd(next, (at, step)))
                    open.Enqueue(next);
            }
        }

        s_lock.Exit();
        var path = new List<LockOrderStep>();
        for (var at = to; cameBy.TryGetValue(at, out var step); at = step.From)
            path.Add(step.Step);
        path.Reverse();
        return path;
    }
}
