using System.Diagnostics;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Queues;

/// <summary>
/// Messages towards a web view: from any number of producers to one consumer, bounded, in order, losing nothing without saying so.
/// RFC 0002, "Shutdown Coordination".
/// </summary>
/// <remarks>
/// <para>Messages are taken in the order in which they were accepted, so those of one producer keep their order. Control messages have a lane of
/// their own, which is taken first and is never full.</para>
/// <para>What is taken counts as in flight until <see cref="Complete"/>. One short lock guards everything; nothing foreign runs under it.</para>
/// </remarks>
[DebuggerDisplay("{Name}: {Count} of {Capacity}, {InFlight} in flight, {State}")]
internal sealed partial class MessageQueue<T> : IMessageQueue
{
    private readonly MessageSlots<T> _slots = new();
    private readonly Action? _wake;
    private readonly TimeProvider _clock;
    private readonly ThreadSafetyOptions _options;
    private readonly KeyValuePair<string, object?> _tag;
    private ThreadNode? _taker;
    private ShortLock _lock;
    private MessageLane _ordinary;
    private MessageLane _control;
    private int _inFlight;
    private int _peak;
    private int _state;
    private bool _wakePending;
    private long _sequence;

    private long _sent;
    private long _received;
    private long _failed;
    private long _dropped;
    private long _coalesced;
    private long _retried;

    /// <summary>Creates a queue.</summary>
    /// <param name="name">What errors and reports call it, such as <c>queue of 'Assets'</c>.</param>
    /// <param name="options">Capacity, policy, retries and times.</param>
    /// <param name="wake">
    /// Called outside of all locks on a producer's thread when the consumer has something to take, and not again before the consumer has found the
    /// queue empty. It returns at once and does not throw.
    /// </param>
    /// <param name="clock">The clock of its waits.</param>
    /// <param name="weigh">
    /// The bytes of a message, or <see cref="Weightless"/>: each that has a weight is given back by <see cref="GiveBack"/>. A static function of a few
    /// instructions: it runs under the queue's lock. Without it only what is queued counts.
    /// </param>
    internal MessageQueue(string name, ThreadSafetyOptions? options = null, Action? wake = null, TimeProvider? clock = null, Func<T, int>? weigh = null)
    {
        Name = name;
        _options = options ?? ThreadSafetyOptions.Default;
        _wake = wake;
        _weigh = weigh;
        _clock = clock ?? TimeProvider.System;
        _tag = new KeyValuePair<string, object?>(QueueMetrics.QueueTag, name);
        MessageQueues.All.Add(this);
    }

    public string Name { get; }

    public int Capacity => _options.QueueCapacity;

    public QueueState State => (QueueState)Volatile.Read(ref _state);

    /// <summary>Messages queued now, control messages included.</summary>
    internal int Count
    {
        get
        {
            _lock.Enter();
            var count = _ordinary.Count + _control.Count;
            _lock.Exit();
            return count;
        }
    }

    /// <summary>Messages taken and not completed.</summary>
    internal int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Who takes the messages, for the wait graph: <see cref="ConsumerParty"/>, or else the thread that took last.</summary>
    internal WaitNode? Consumer => ConsumerParty ?? Volatile.Read(ref _taker);

    /// <summary>Stands for the consumer where that is not a thread of this process: a page, a panel host.</summary>
    internal WaitNode? ConsumerParty { get; init; }

    public QueueStatistics Statistics
    {
        get
        {
            _lock.Enter();
            var statistics = new QueueStatistics(
                _sent, _received, _failed, _dropped, _coalesced, _retried, _ordinary.Count + _control.Count, _inFlight, _peak);
            _lock.Exit();
            return statistics;
        }
    }
}
