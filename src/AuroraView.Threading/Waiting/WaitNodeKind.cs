namespace AuroraView.Threading.Waiting;

/// <summary>What a member of the wait-for graph is.</summary>
public enum WaitNodeKind
{
    /// <summary>Something else that is waited for: the end of a drain, room in a full queue, the end of a panel.</summary>
    Other = 0,

    /// <summary>A thread of this process.</summary>
    Thread,

    /// <summary>A call that is queued for, or runs on, another thread.</summary>
    Call,

    /// <summary>A page.</summary>
    Page,

    /// <summary>A request of a page, or of a task, that is not answered yet.</summary>
    Request,

    /// <summary>An evaluation whose result a page owes.</summary>
    Evaluation,

    /// <summary>A task.</summary>
    Task,

    /// <summary>An ordered lock.</summary>
    Lock,
}
