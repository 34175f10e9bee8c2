using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Queues;

/// <summary>
/// A push that waits for room. Whoever makes room puts its message into the queue and says so, in the order in which the pushes
/// came: no later push can get in between.
/// </summary>
internal sealed class SpaceWaiter<T>(MessageQueue<T> queue, T message, object? key) : WaitTarget
{
    private const int Waiting = 0;
    private const int Accepted = 1;
    private const int Refused = 2;

    private int _state;

    internal T Message { get; } = message;

    internal object? Key { get; } = key;

    internal SpaceWaiter<T>? NextToWake { get; set; }

    /// <summary>How the message got in.</summary>
    internal Admission Admission { get; private set; }

    /// <summary>What it replaced, where it did.</summary>
    internal T? Replaced { get; private set; }

    internal bool WasRefused => Volatile.Read(ref _state) == Refused;

    internal override bool IsCompleted => Volatile.Read(ref _state) != Waiting;

    /// <summary>The message is queued. Under the queue's lock; <see cref="Wake"/> follows outside of it.</summary>
    internal void Accept(Admission admission, T? replaced)
    {
        Admission = admission;
        Replaced = replaced;
        Interlocked.Exchange(ref _state, Accepted);
    }

    /// <summary>The queue shuts. Under the queue's lock; <see cref="Wake"/> follows outside of it.</summary>
    internal void Refuse() => Interlocked.Exchange(ref _state, Refused);

    internal void Wake() => SignalWaiter();

    internal override void AddSuccessors(ref WaitWalk walk)
    {
        if (!IsCompleted && queue.Consumer is { } consumer)
            walk.Add(consumer);
    }

    internal override Description Describe() => $"room in the full {queue.Name}";
}
