namespace AuroraView.Threading.Queues;

/// <summary>A queued message, linked by index. Guarded by the queue's lock.</summary>
internal struct MessageSlot<T>
{
    internal T? Message;

    /// <summary>What the message is the latest value of, or <see langword="null"/>.</summary>
    internal object? Key;

    /// <summary>The place in the order of all pushes.</summary>
    internal long Sequence;

    /// <summary>The place of the first message of this key that stood here or was moved away with it.</summary>
    internal long FirstSequence;

    /// <summary>When it was pushed, where somebody listens to the latency; else 0.</summary>
    internal long PushedAt;

    internal int Next;
    internal int Previous;
}
