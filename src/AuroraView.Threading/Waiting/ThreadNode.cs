using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Shutdown;

namespace AuroraView.Threading.Waiting;

/// <summary>A thread in the wait-for graph, made when the thread first waits or owns a queue.</summary>
internal sealed class ThreadNode : WaitNode
{
    [ThreadStatic]
    private static ThreadNode? t_current;

    /// <summary>The verified locks the thread holds.</summary>
    internal readonly HeldLocks Locks = new();

    /// <summary>The operations the thread is in.</summary>
    internal OperationStack Operations;

    private readonly Thread _thread;
    private WaitRecord? _spare;
    private int _serving;
    private ShortLock _promotedLock;
    private CallQueue[] _promotedQueues = [];

    internal ThreadNode(Thread thread, Parker parker)
    {
        _thread = thread;
        Parker = parker;
        Id = thread.ManagedThreadId;
        ThreadNodes.Add(this);
    }

    internal static ThreadNode Current => t_current ??= new ThreadNode(Thread.CurrentThread, Parker.Create());

    internal static ThreadNode? CurrentOrNull => t_current;

    internal Parker Parker { get; }

    internal int Id { get; }

    internal string Name => _thread.Name is { Length: > 0 } name ? name : Role ?? $"thread {Id}";

    /// <summary>What the thread is to us, such as "main thread"; stands in for a name.</summary>
    internal string? Role { get; set; }

    /// <summary>Whether there is a queue of calls that only this thread may run. There may be several: each plug-in can have its own.</summary>
    internal bool OwnsQueue { get; set; }

    /// <summary>Whether this is a host's main thread, which is not held up for anything but what it asked for itself.</summary>
    internal bool IsHostMain { get; set; }

    /// <summary>
    /// Asked a few times a second while the thread blocks in a wait that serves: whether it shall end, as cancelled. On the thread itself; may run foreign code.
    /// </summary>
    internal Func<bool>? IsInterrupted { get; set; }

    /// <summary>Whether there are calls that this thread's wait depends on.</summary>
    internal bool HasPromoted => Volatile.Read(ref _promotedQueues).Length > 0;

    /// <summary>Whether the thread is in a sync call of ours, or on its way into its wait, and so runs what that call needs. From any thread.</summary>
    internal bool IsServing => Volatile.Read(ref _serving) > 0;

    /// <summary>
    /// The wait the thread is blocked in now; <see langword="null"/> while it runs, also while it runs a call nested in a wait.
    /// </summary>
    internal WaitRecord? Blocked { get; set; }

    /// <summary>The innermost wait, blocked in or suspended. Touched by the thread itself only.</summary>
    internal WaitRecord? Innermost { get; set; }

    /// <summary>Lets a test put a parker of its own under the calling thread.</summary>
    internal static ThreadNode Install(Parker parker) => t_current = new ThreadNode(Thread.CurrentThread, parker);

    /// <summary>A record for a wait of this thread: kept from the last time where that one is free.</summary>
    internal WaitRecord RentRecord()
    {
        var record = _spare ?? new WaitRecord(this);
        _spare = null;
        return record;
    }

    internal void ReturnRecord(WaitRecord record)
    {
        record.Target = null;
        record.What = null;
        _spare = record;
    }

    /// <summary>
    /// The thread begins a sync call. Before anything is sent that may come back as a call to this thread: else it could come while the
    /// wait is not entered yet, and be refused because nobody seems to be there for it. On the thread itself.
    /// </summary>
    internal void EnterServing() => Volatile.Write(ref _serving, _serving + 1);

    internal void ExitServing() => Volatile.Write(ref _serving, _serving - 1);

    /// <summary>A queue of this thread has calls that its wait depends on. From any thread.</summary>
    internal void OnPromoted(CallQueue queue)
    {
        _promotedLock.Enter();
        if (Array.IndexOf(_promotedQueues, queue) < 0)
            Volatile.Write(ref _promotedQueues, [.. _promotedQueues, queue]);
        _promotedLock.Exit();
        Parker.Unpark();
    }

    /// <summary>Takes a call that this thread's wait depends on, from whichever queue has one. On the thread itself.</summary>
    internal Call? TryTakePromoted()
    {
        foreach (var queue in Volatile.Read(ref _promotedQueues))
        {
            if (queue.TryTakePromoted() is { } call)
                return call;
            _promotedLock.Enter();
            // Calls are promoted before their queue is entered here, so an empty one that gets new ones is entered again.
            if (!queue.HasPromoted)
                Volatile.Write(ref _promotedQueues, Array.FindAll(_promotedQueues, other => other != queue));
            _promotedLock.Exit();
        }

        return null;
    }

    /// <summary>
    /// Puts back what was promoted and has not run. On the thread itself while it is not blocked: nobody else promotes anything for it then.
    /// </summary>
    internal void Demote()
    {
        _promotedLock.Enter();
        var queues = _promotedQueues;
        Volatile.Write(ref _promotedQueues, []);
        _promotedLock.Exit();
        foreach (var queue in queues)
            queue.Demote();
    }

    internal override WaitNodeKind Kind => WaitNodeKind.Thread;

    /// <summary>Whether the thread has not ended.</summary>
    internal bool IsAlive => _thread.IsAlive;

    internal override void AddSuccessors(ref WaitWalk walk)
    {
        if (Blocked?.Target is { } target)
            walk.Add(target);
    }

    internal override Description Describe() => Role is { } role && role != Name ? $"{Name} ({role}, id {Id})" : $"{Name} (id {Id})";
}
