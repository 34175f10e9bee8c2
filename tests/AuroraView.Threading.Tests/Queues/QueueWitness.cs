using AuroraView.Threading.Queues;
using Xunit;

namespace AuroraView.Threading.Tests.Queues;

/// <summary>Drives a queue by steps of one producer and remembers what became of each message; says what must hold of it all the time.</summary>
internal sealed class QueueWitness
{
    private const int Capacity = 4;
    private const int NoKey = -1;

    private readonly MessageQueue<Message> _queue = new("witnessed", new ThreadSafetyOptions { QueueCapacity = Capacity, WhenQueueFull = FullQueuePolicy.Fail });
    private readonly List<Message> _accepted = [];
    private readonly List<Message> _taken = [];
    private readonly List<Message> _left = [];
    private int _refused;
    private int _inFlight;

    internal sealed class Message(int number, QueueAction by, int key)
    {
        internal int Number { get; } = number;

        internal QueueAction By { get; } = by;

        internal int Key { get; } = key;

        internal bool IsReplaced { get; set; }

        internal bool IsControl => By == QueueAction.PushControl;

        public override string ToString() => $"{Number}:{By}{(Key == NoKey ? "" : Key)}";
    }

    internal void Do(QueueStep step)
    {
        switch (step.Action)
        {
            case QueueAction.Take:
                Take(1);
                break;
            case QueueAction.TakeMany:
                Take(step.Key + 2);
                break;
            case QueueAction.Complete when _inFlight > 0:
                _queue.Complete();
                _inFlight--;
                break;
            case QueueAction.Complete:
                Assert.Throws<InvalidOperationException>(() => _queue.Complete());
                break;
            case QueueAction.Shutdown:
                _queue.Shutdown();
                break;
            case QueueAction.Close:
                var before = _left.Count;
                Assert.Equal(_queue.Close(_left), _left.Count - before);
                break;
            default:
                Push(step);
                break;
        }

        Check();
    }

    /// <summary>Takes and completes the rest, and looks at the whole story.</summary>
    internal void End()
    {
        while (_queue.Count > 0)
            Take(3);
        _queue.Complete(_inFlight);
        _queue.WaitForDrain(TimeSpan.Zero);

        // Each accepted message came out once, or was replaced, or was handed back: none twice, none not at all.
        var ends = _taken.Concat(_left).Concat(_accepted.Where(message => message.IsReplaced)).Select(message => message.Number);
        Assert.Equal(_accepted.Select(message => message.Number), ends.Order());
        InOrder(_taken.Where(message => message.Key == NoKey && !message.IsControl));
        InOrder(_taken.Where(message => message.IsControl));
        for (var key = 0; key < 3; key++)
        {
            InOrder(_taken.Where(message => message.Key == key));
            // The latest value is the one that is never lost.
            if (_accepted.LastOrDefault(message => message.Key == key) is { } latest)
                Assert.False(latest.IsReplaced);
        }

        // A value never overtakes an ordinary message that was pushed before it.
        for (var i = 0; i < _taken.Count; i++)
        {
            var value = _taken[i];
            if (value.Key != NoKey)
                Assert.DoesNotContain(_taken.Skip(i + 1), other => other.Key == NoKey && !other.IsControl && other.Number < value.Number);
        }
    }

    private void Push(QueueStep step)
    {
        var message = new Message(_accepted.Count, step.Action, step.Action == QueueAction.PushLatest ? step.Key : NoKey);
        try
        {
            switch (step.Action)
            {
                case QueueAction.Push:
                    _queue.Push(message);
                    break;
                case QueueAction.PushAlways:
                    _queue.PushAlways(message);
                    break;
                case QueueAction.PushControl:
                    _queue.PushControl(message);
                    break;
                default:
                    if (_queue.PushLatest(message.Key, message, out var replaced))
                    {
                        Assert.Equal(message.Key, replaced.Key);
                        Assert.False(replaced.IsReplaced);
                        replaced.IsReplaced = true;
                    }

                    break;
            }

            Assert.True(_queue.State == QueueState.Open || (_queue.State == QueueState.Draining && step.Action is QueueAction.PushControl or QueueAction.PushAlways));
            _accepted.Add(message);
        }
        catch (QueueFullException)
        {
            Assert.Equal(QueueState.Open, _queue.State);
            Assert.True(step.Action is QueueAction.Push or QueueAction.PushLatest);
            Assert.True(Waiting().Count(other => !other.IsControl) >= Capacity);
            _refused++;
        }
        catch (ShutdownInProgressException)
        {
            Assert.NotEqual(QueueState.Open, _queue.State);
            Assert.True(_queue.State == QueueState.Closed || step.Action is QueueAction.Push or QueueAction.PushLatest);
            _refused++;
        }
    }

    private void Take(int most)
    {
        var batch = new Message[most];
        var control = Waiting().Count(message => message.IsControl);
        var expected = Math.Min(most, _queue.Count);
        var count = _queue.TakeBatch(batch);
        Assert.Equal(expected, count);
        // Control messages come first, whatever else is queued.
        Assert.All(batch.Take(Math.Min(control, count)), message => Assert.True(message.IsControl));
        _taken.AddRange(batch.Take(count));
        _inFlight += count;
    }

    private void Check()
    {
        var statistics = _queue.Statistics;
        Assert.Equal(_accepted.Count, statistics.Sent);
        Assert.Equal(_taken.Count, statistics.Received);
        Assert.Equal(_refused, statistics.Failed);
        Assert.Equal(_left.Count, statistics.Dropped);
        Assert.Equal(_accepted.Count(message => message.IsReplaced), statistics.Coalesced);
        Assert.Equal(_inFlight, statistics.InFlight);
        Assert.Equal(Waiting().Count(), statistics.Depth);
        Assert.True(statistics.Peak >= statistics.Depth);
        var empty = statistics.Depth + statistics.InFlight == 0;
        if (empty)
        {
            _queue.WaitForDrain(TimeSpan.Zero);
        }
        else
        {
            var error = Assert.Throws<DrainException>(() => _queue.WaitForDrain(TimeSpan.Zero));
            Assert.Equal((statistics.Depth, statistics.InFlight), (error.Queued, error.InFlight));
            Assert.Equal(statistics.Depth + statistics.InFlight, error.Abandoned);
        }
    }

    private IEnumerable<Message> Waiting() => _accepted.Where(message => !message.IsReplaced).Except(_taken).Except(_left);

    private static void InOrder(IEnumerable<Message> messages)
    {
        var numbers = messages.Select(message => message.Number).ToList();
        Assert.Equal(numbers.Order(), numbers);
    }
}
