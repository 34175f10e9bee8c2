namespace AuroraView.Threading.Waiting;

/// <summary>
/// Who waits for whom, in this process. A wait is entered here before it blocks; if that would close a cycle, either a
/// member of the cycle is told to run the call it is waited for, or the wait is refused.
/// </summary>
/// <remarks>
/// <para>One short lock guards all of it, so that of two waits which close a cycle together the second one sees the first. Under
/// it nothing foreign runs; a queue's lock is taken inside it, never the other way round.</para>
/// <para>The edges of a page are a bound from above: a page may be waiting for every request it has not got an answer to. So a
/// call of a page may be run nested although the evaluation would have come back without it; it is never left
/// behind while the evaluation needs it.</para>
/// </remarks>
internal static class WaitGraph
{
    private static readonly List<WaitNode> s_stack = new(64);
    private static readonly List<(WaitNode From, WaitNode To)> s_edges = new(64);
    private static readonly WaitNode s_nobody = new OneShot("");
    private static ShortLock s_lock;
    private static long s_walks;
    private static WaitRecord? s_first;
    private static long s_sequence;

    /// <summary>A point in the order in which requests are made and answers begin to be waited for.</summary>
    internal static long NextSequence() => Interlocked.Increment(ref s_sequence);

    /// <summary>Enters a wait.</summary>
    /// <returns>The cycle it would close and nobody can break: then it is not entered.</returns>
    internal static WaitCycle? Begin(WaitRecord record)
    {
        var thread = record.Thread;
        var target = record.Target!;
        var origin = target.Origin is null ? WaitOrigin.Current : null;
        s_lock.Enter();
        try
        {
            record.Outer = thread.Innermost;
            thread.Blocked = record;
            var linked = origin is { IsOpen: true };
            if (linked)
                origin!.Link(target);
            // The second look is for a thread that works on a page's account without being known to it: the rest of an async handler.
            if ((Settle(thread, target) ?? (linked ? Settle(origin!, target) : null)) is { } cycle)
            {
                if (linked)
                    origin!.Unlink(target);
                thread.Blocked = null;
                return cycle;
            }

            thread.Innermost = record;
            record.Next = s_first;
            record.Previous = null;
            if (s_first is not null)
                s_first.Previous = record;
            s_first = record;
            return null;
        }
        finally
        {
            s_lock.Exit();
        }
    }

    /// <summary>Leaves a wait.</summary>
    internal static void End(WaitRecord record)
    {
        var target = record.Target!;
        s_lock.Enter();
        record.Thread.Blocked = null;
        record.Thread.Innermost = record.Outer;
        record.Outer = null;
        target.Origin?.Unlink(target);
        if (record.Previous is not null)
            record.Previous.Next = record.Next;
        else
            s_first = record.Next;
        if (record.Next is not null)
            record.Next.Previous = record.Previous;
        record.Next = record.Previous = null;
        s_lock.Exit();
    }

    /// <summary>The waiting thread goes to run a call nested: it is not blocked.</summary>
    internal static void Suspend(WaitRecord record)
    {
        s_lock.Enter();
        record.Thread.Blocked = null;
        s_lock.Exit();
    }

    /// <summary>The waiting thread is back from a nested call and blocks again.</summary>
    internal static WaitCycle? Resume(WaitRecord record)
    {
        s_lock.Enter();
        try
        {
            record.Thread.Blocked = record;
            return Settle(record.Thread, record.Target!);
        }
        finally
        {
            s_lock.Exit();
        }
    }

    /// <summary>A page asks for something.</summary>
    internal static void Open(WaitOrigin origin)
    {
        s_lock.Enter();
        origin.Party.Open(origin);
        s_lock.Exit();
    }

    /// <summary>The page has its answer, or will never get one.</summary>
    internal static void Close(WaitOrigin origin)
    {
        s_lock.Enter();
        origin.Party.Close(origin);
        s_lock.Exit();
    }

    /// <summary>Something is done on a page's account from now on. Followed by <see cref="Settle(WaitOrigin)"/> once others can find it.</summary>
    /// <returns>Whether the page still waits; else there is nothing to enter.</returns>
    internal static bool Link(WaitOrigin origin, WaitNode node)
    {
        s_lock.Enter();
        var open = origin.IsOpen;
        if (open)
            origin.Link(node);
        s_lock.Exit();
        return open;
    }

    /// <summary>Looks for cycles through a page's request after something was linked to it.</summary>
    /// <returns>A cycle that nobody can break: the caller decides what becomes of the request.</returns>
    internal static WaitCycle? Settle(WaitOrigin origin)
    {
        s_lock.Enter();
        try
        {
            return origin.IsOpen ? SettleLocked(origin) : null;
        }
        finally
        {
            s_lock.Exit();
        }
    }

    /// <summary>What was done on a page's account is done.</summary>
    internal static void Unlink(WaitNode node)
    {
        s_lock.Enter();
        node.Origin?.Unlink(node);
        s_lock.Exit();
    }

    /// <summary>Looks at the graph while it stands still.</summary>
    internal static T Read<T>(Func<WaitRecord?, T> look)
    {
        s_lock.Enter();
        try
        {
            return look(s_first);
        }
        finally
        {
            s_lock.Exit();
        }
    }

    /// <summary>Looks at the graph while it stands still, with every edge that leads on from a wait or from one of <paramref name="roots"/>.</summary>
    internal static T Survey<T>(IReadOnlyList<WaitNode> roots, Func<WaitRecord?, IReadOnlyList<(WaitNode From, WaitNode To)>, T> look)
    {
        s_lock.Enter();
        try
        {
            s_edges.Clear();
            s_walks++;
            foreach (var root in roots)
                Follow(root);
            for (var record = s_first; record is not null; record = record.Next)
            {
                Follow(record.Thread);
                // The wait in whose nested call the thread is now is not the one it is blocked in.
                if (record.Thread.Blocked != record)
                    Follow(record.Target!);
            }

            return look(s_first, s_edges);
        }
        finally
        {
            s_edges.Clear();
            s_lock.Exit();
        }
    }

    private static void Follow(WaitNode root)
    {
        var walk = new WaitWalk(s_walks, s_nobody, throughServable: true, s_stack, s_edges);
        walk.Run(root);
    }

    /// <summary>
    /// An edge from <paramref name="tail"/> to <paramref name="head"/> is there now: finds the cycles it closes, tells the threads
    /// which can break them, or returns one that nobody can break.
    /// </summary>
    private static WaitCycle? Settle(WaitNode tail, WaitNode head)
    {
        // First the way a cycle cannot be broken on: a call that its thread could run where it waits ends the path.
        var walk = new WaitWalk(++s_walks, tail, throughServable: false, s_stack, null);
        walk.Run(head);
        if (walk.Found)
            return Capture(tail, walk.FoundFrom);
        WaitWalk.ForgetTheWay();
        if (walk.LeftOut > 0)
            PromoteFor(tail, head);
        return null;
    }

    private static WaitCycle Capture(WaitNode tail, WaitNode? last)
    {
        SchedulePoint.Hit("cycle");
        var cycle = WaitCycle.Capture(tail, last, s_walks);
        WaitWalk.ForgetTheWay();
        return cycle;
    }

    /// <summary>The same for a page's request: whoever waits for the page may wait for it.</summary>
    private static WaitCycle? SettleLocked(WaitOrigin origin)
    {
        var walk = new WaitWalk(++s_walks, origin, throughServable: false, s_stack, null);
        walk.RunFromSuccessors(origin);
        if (walk.Found)
            return Capture(origin, walk.FoundFrom);
        WaitWalk.ForgetTheWay();
        if (walk.LeftOut > 0)
            PromoteFor(origin.Party, origin);
        return null;
    }

    /// <summary>
    /// A queued call lies on a cycle if the tail can be reached from it; its own thread waits, by way of the new edge, for exactly that call. No
    /// call in reach can be recycled meanwhile: its waiter and its origin let go of it under this lock.
    /// </summary>
    private static void PromoteFor(WaitNode tail, WaitNode head)
    {
        s_edges.Clear();
        var full = new WaitWalk(++s_walks, tail, throughServable: true, s_stack, s_edges);
        full.Run(head);
        if (full.Found)
            PromoteWhatLeadsBackTo(tail);
        s_edges.Clear();
    }

    private static void PromoteWhatLeadsBackTo(WaitNode tail)
    {
        var mark = s_walks;
        tail.BackMark = mark;
        bool changed;
        do
        {
            changed = false;
            for (var i = s_edges.Count - 1; i >= 0; i--)
            {
                var (from, to) = s_edges[i];
                if (to.BackMark != mark || from.BackMark == mark)
                    continue;
                from.BackMark = mark;
                changed = true;
            }
        }
        while (changed);

        foreach (var (from, _) in s_edges)
        {
            if (from.BackMark == mark && from.CanBeServed)
                from.Promote();
        }
    }
}
