using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Queues;

// The consumer's side: one thread at a time.
internal sealed partial class MessageQueue<T>
{
    /// <summary>Takes the next message, which is in flight from then on. Where there is none, the next push wakes the consumer again.</summary>
    internal bool TryTake([MaybeNullWhen(false)] out T message)
    {
        var one = default(T);
        if (TakeBatch(new Span<T>(ref one!), 0, static (_, _) => true) == 0)
        {
            message = default;
            return false;
        }

        message = one;
        return true;
    }

    /// <summary>Takes as many messages as fit. A consumer that was woken goes on until a take yields fewer than fit: then the next push wakes it again.</summary>
    /// <returns>How many were taken.</returns>
    internal int TakeBatch(Span<T> into) => TakeBatch(into, 0, static (_, _) => true);

    /// <summary>Takes the messages at the head, as far as they belong together: up to the first one that does not.</summary>
    /// <param name="into">Where they go, and how many at most.</param>
    /// <param name="state">Given to <paramref name="belongs"/>.</param>
    /// <param name="belongs">Whether a message is to be taken with those before it. A static function of a few instructions: it runs under the queue's lock.</param>
    /// <returns>How many were taken; none where the queue is empty or its head does not belong.</returns>
    internal int TakeBatch<TState>(Span<T> into, TState state, Func<TState, T, bool> belongs)
    {
        if (into.IsEmpty)
            return 0;
        _taker = ThreadNode.Current;
        var latencies = QueueMetrics.Latency.Enabled ? ArrayPool<long>.Shared.Rent(into.Length) : null;
        var taken = 0;
        SpaceWaiter<T>? admitted;
        _lock.Enter();
        try
        {
            while (taken < into.Length)
            {
                var control = _control.Count > 0;
                ref var lane = ref control ? ref _control : ref _ordinary;
                var index = lane.First;
                if (index < 0 || !belongs(state, _slots[index].Message!))
                    break;
                if (latencies is not null)
                    latencies[taken] = _slots[index].PushedAt;
                if (!control)
                    _lastTaken = _slots[index].Sequence;
                into[taken++] = Remove(ref lane, index);
            }
        }
        finally
        {
            _inFlight += taken;
            _received += taken;
            admitted = taken > 0 ? AdmitWaiters() : null;
            if (taken < into.Length && _ordinary.Count + _control.Count == 0)
                _wakePending = false;
            _lock.Exit();
        }

        if (taken > 0)
        {
            WakeAdmitted(admitted);
            QueueMetrics.Count(QueueMetrics.Received, taken, _tag);
        }

        if (latencies is not null)
            RecordLatencies(latencies, taken);
        return taken;
    }

    /// <summary>What was taken is done. From any thread.</summary>
    /// <exception cref="InvalidOperationException">More is said to be done than was taken.</exception>
    internal void Complete(int count = 1)
    {
        _lock.Enter();
        var tooMany = count < 0 || count > _inFlight;
        if (!tooMany)
            _inFlight -= count;
        _lock.Exit();
        if (tooMany)
            throw new InvalidOperationException($"{count} messages of the {Name} cannot be completed: {InFlight} are in flight.");
        SignalDrains();
    }

    private T Remove(ref MessageLane lane, int index)
    {
        ref var slot = ref _slots[index];
        var message = slot.Message!;
        if (slot.Key is { } key && _latest!.TryGetValue(key, out var current) && current == index)
            _latest.Remove(key);
        _slots.Remove(ref lane, index);
        return message;
    }

    private void RecordLatencies(long[] latencies, int taken)
    {
        var now = _clock.GetTimestamp();
        foreach (var pushedAt in latencies.AsSpan(0, taken))
        {
            // 0: pushed before anybody listened.
            if (pushedAt != 0)
                QueueMetrics.Latency.Record(_clock.GetElapsedTime(pushedAt, now).TotalSeconds, _tag);
        }

        ArrayPool<long>.Shared.Return(latencies);
    }
}
