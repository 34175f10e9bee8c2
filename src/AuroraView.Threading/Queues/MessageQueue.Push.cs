using System.Diagnostics.CodeAnalysis;

namespace AuroraView.Threading.Queues;

// The producers' side.
internal sealed partial class MessageQueue<T>
{
    // Which slot holds the latest value of each key.
    private Dictionary<object, int>? _latest;
    private long _lastOrdinary;
    private long _lastTaken;

    /// <summary>Queues a message; a full queue is dealt with as <see cref="ThreadSafetyOptions.WhenQueueFull"/> says. From any thread.</summary>
    /// <exception cref="QueueFullException">There was no room, also not after what the policy allows. The message is not queued.</exception>
    /// <exception cref="ShutdownInProgressException">The queue is shut, or was before there was room.</exception>
    /// <exception cref="DeadlockDetectedException">Waiting for room would never have ended: the consumer waits for this thread.</exception>
    /// <exception cref="OperationCanceledException">The wait for room was cancelled.</exception>
    internal void Push(T message, CancellationToken cancellation = default) => Push(message, null, out _, cancellation);

    /// <summary>Queues a message if there is room. From any thread; never waits.</summary>
    /// <returns>Whether it was queued.</returns>
    /// <exception cref="ShutdownInProgressException">The queue is shut.</exception>
    internal bool TryPush(T message)
    {
        var admission = Admit(message, null, control: false, out _);
        if (admission == Admission.Full)
            CountFailed();
        return Settle(admission);
    }

    /// <summary>
    /// Queues the latest value of something: one that is queued under an equal key is replaced, so that at most one is sent (progress, a slider).
    /// </summary>
    /// <remarks>
    /// The new value takes the old one's place in the order, unless an ordinary message was queued since: then it goes to the end, because it
    /// must not overtake what was pushed before it. A value that has been moved once past its turn is not moved again but
    /// left to be sent, and the new one is queued behind it, so that steady traffic cannot hold a value back for ever. Values of different
    /// keys may overtake each other. Replacing needs no place, so it succeeds in a full queue too, if there is room for what the new value has more.
    /// </remarks>
    /// <param name="key">What the value is of; compared with <see cref="object.Equals(object?)"/> under the queue's lock: a string, or an object compared by identity.</param>
    /// <param name="message">The value.</param>
    /// <param name="replaced">The value that will not be sent any more, where the result is <see langword="true"/>.</param>
    /// <param name="cancellation">Ends a wait for room.</param>
    /// <returns>Whether a queued value was replaced.</returns>
    /// <inheritdoc cref="Push(T, CancellationToken)" path="/exception"/>
    internal bool PushLatest(object key, T message, [MaybeNullWhen(false)] out T replaced, CancellationToken cancellation = default) =>
        Push(message, key, out replaced, cancellation);

    /// <summary>
    /// Queues a message that must get through (close, crash, ready): it is taken before all others, has its place in a full queue, and is accepted until the
    /// queue is closed. From any thread; never waits.
    /// </summary>
    /// <exception cref="ShutdownInProgressException">The queue is closed.</exception>
    internal void PushControl(T message) => Settle(Admit(message, null, control: true, out _));

    /// <summary>
    /// Queues a message that somebody on the other side waits for, such as an answer: it keeps its place in the order and is accepted whether there is room or
    /// not, until the queue is closed. From any thread; never waits. Whoever uses it bounds how many there can be.
    /// </summary>
    /// <exception cref="ShutdownInProgressException">The queue is closed.</exception>
    internal void PushAlways(T message) => Settle(Admit(message, null, control: false, out _, always: true));

    private bool Push(T message, object? key, [MaybeNullWhen(false)] out T replaced, CancellationToken cancellation)
    {
        var admission = Admit(message, key, control: false, out replaced);
        if (admission == Admission.Full)
            admission = WaitForRoom(message, key, out replaced, cancellation);
        else
            Settle(admission);
        return admission == Admission.Replaced;
    }

    private Admission Admit(T message, object? key, bool control, out T? replaced, bool always = false)
    {
        _lock.Enter();
        var admission = AdmitLocked(message, key, control, out replaced, always);
        var wake = admission == Admission.Queued && TakeWakeLocked();
        _lock.Exit();
        Announce(admission, wake);
        return admission;
    }

    private Admission AdmitLocked(T message, object? key, bool control, out T? replaced, bool always = false, bool inLine = false)
    {
        replaced = default;
        if (_state == (int)QueueState.Closed || (_state == (int)QueueState.Draining && !control && !always))
            return Admission.Refused;
        if (control)
        {
            Fill(_slots.Append(ref _control), message, null);
            return Accepted(Admission.Queued);
        }

        var weight = _weigh?.Invoke(message) ?? Weightless;
        var full = !always && IsFullFor(weight, inLine);
        if (key is not null && _latest is not null && _latest.TryGetValue(key, out var current))
        {
            ref var slot = ref _slots[current];
            var inOrder = slot.Sequence > _lastOrdinary;
            var overdue = slot.FirstSequence < _lastTaken;
            // Not where the new value is too large beside the rest: the old one stays then, and the push fails.
            var tooMuch = weight >= 0 && HeldBytes - _weigh!(slot.Message!) is var rest && rest > 0 && rest + weight > _options.QueueBytes;
            if (!tooMuch && (inOrder || full || !overdue))
            {
                Hold(weight);
                replaced = slot.Message;
                slot.Message = message;
                if (!inOrder)
                {
                    slot.Sequence = ++_sequence;
                    _slots.MoveToEnd(ref _ordinary, current);
                }

                _coalesced++;
                return Accepted(Admission.Replaced);
            }
        }

        if (full)
            return Admission.Full;
        Hold(weight);
        var index = _slots.Append(ref _ordinary);
        Fill(index, message, key);
        if (key is null)
            _lastOrdinary = _sequence;
        else
            (_latest ??= [])[key] = index;
        return Accepted(Admission.Queued);
    }

    private Admission Accepted(Admission admission)
    {
        _sent++;
        _peak = Math.Max(_peak, _ordinary.Count + _control.Count);
        return admission;
    }

    private void Fill(int index, T message, object? key)
    {
        ref var slot = ref _slots[index];
        slot.Message = message;
        slot.Key = key;
        slot.Sequence = slot.FirstSequence = ++_sequence;
        slot.PushedAt = QueueMetrics.Latency.Enabled ? _clock.GetTimestamp() : 0;
    }

    private bool TakeWakeLocked()
    {
        if (_wakePending)
            return false;
        _wakePending = true;
        return true;
    }

    private void Announce(Admission admission, bool wake)
    {
        if (admission is Admission.Queued or Admission.Replaced)
            QueueMetrics.Count(QueueMetrics.Sent, 1, _tag);
        if (admission == Admission.Replaced)
            QueueMetrics.Count(QueueMetrics.Coalesced, 1, _tag);
        if (wake)
            _wake?.Invoke();
    }

    private bool Settle(Admission admission)
    {
        if (admission != Admission.Refused)
            return admission != Admission.Full;
        CountFailed();
        throw new ShutdownInProgressException($"The {Name}");
    }

    private void CountFailed()
    {
        _lock.Enter();
        _failed++;
        _lock.Exit();
        QueueMetrics.Count(QueueMetrics.Failed, 1, _tag);
    }
}
