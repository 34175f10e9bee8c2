namespace AuroraView.Threading.Waiting;

/// <summary>
/// Something in the wait-for graph: a thread, a call, a page, a request of a page, a lock. Its edges are not stored but
/// asked for, so that they cannot be older than the state they follow from.
/// </summary>
/// <remarks>Every member but <see cref="Describe"/> is guarded by the lock of <see cref="WaitGraph"/>.</remarks>
internal abstract class WaitNode
{
    /// <summary>The walk that reached this node last.</summary>
    internal long Mark;

    /// <summary>From where that walk came.</summary>
    internal WaitNode? CameFrom;

    /// <summary>Whether the second half of that walk found that the walk's origin can be reached from here.</summary>
    internal long BackMark;

    /// <summary>The request of a page which this is part of, or <see langword="null"/>.</summary>
    internal WaitOrigin? Origin;
    internal WaitNode? NextOfOrigin;
    internal WaitNode? PreviousOfOrigin;

    /// <summary>Adds what this node waits for. What is finished waits for nothing.</summary>
    internal abstract void AddSuccessors(ref WaitWalk walk);

    /// <summary>What this is, for a report.</summary>
    internal virtual WaitNodeKind Kind => WaitNodeKind.Other;

    /// <summary>What this stands for: several nodes of one subject are one in a report.</summary>
    internal virtual object Subject => this;

    /// <summary>Whether this waits for a thread which could, where it waits itself, do what this needs.</summary>
    internal virtual bool CanBeServed => false;

    /// <summary>Tells that thread to do so.</summary>
    internal virtual void Promote()
    {
    }

    /// <summary>What this is, for a person.</summary>
    internal abstract Description Describe();
}
