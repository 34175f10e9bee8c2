namespace AuroraView.Threading.Queues;

/// <summary>The life of a queue; it only goes forward.</summary>
internal enum QueueState
{
    /// <summary>Everything is accepted.</summary>
    Open,

    /// <summary>New messages are refused; control messages are not. What is queued can still be taken.</summary>
    Draining,

    /// <summary>Nothing is accepted, nothing is left.</summary>
    Closed,
}
