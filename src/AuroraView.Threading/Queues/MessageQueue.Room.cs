namespace AuroraView.Threading.Queues;

// Room in bytes and in messages that are not done yet. What a queue holds is counted from its acceptance until the consumer gives it back: a message that
// was taken, and now waits at a page that hangs, takes memory as one does that is still queued.
internal sealed partial class MessageQueue<T>
{
    /// <summary>The weight of a message that takes no room.</summary>
    internal const int Weightless = -1;

    private readonly Func<T, int>? _weigh;
    private int _held;
    private long _heldBytes;

    /// <summary>Messages that were accepted and not given back.</summary>
    internal int Held => Volatile.Read(ref _held);

    /// <summary>Their bytes.</summary>
    internal long HeldBytes => Interlocked.Read(ref _heldBytes);

    /// <summary>Whether so many bytes would find room now.</summary>
    internal bool HasBytesFor(long bytes) => HeldBytes is var held && (held == 0 || held + bytes <= _options.QueueBytes);

    /// <summary>A message that was accepted is done, or will never be: its room is free. Once each. From any thread.</summary>
    /// <param name="bytes">What it weighed.</param>
    internal void GiveBack(int bytes)
    {
        if (bytes < 0)
            return;
        _lock.Enter();
        _held--;
        _heldBytes -= bytes;
        var admitted = _waiters.Count > 0 ? AdmitWaiters() : null;
        _lock.Exit();
        WakeAdmitted(admitted);
    }

    // A small message does not overtake a large one that waits for room.
    private bool IsFullFor(int weight, bool inLine) =>
        _ordinary.Count >= Capacity || (weight >= 0 && (_held >= Capacity || !HasBytesFor(weight) || (!inLine && _waiters.Count > 0)));

    private void Hold(int weight)
    {
        if (weight < 0)
            return;
        _held++;
        _heldBytes += weight;
    }
}
