using AuroraView.Threading.Queues;
using Xunit;

namespace AuroraView.Threading.Tests.Queues;

/// <summary>Real threads at one queue: what each producer pushed comes out in its order, once, or its producer was told that it does not.</summary>
public class MessageQueueStressTests
{
    private const int Producers = 8;
    private const int Each = 10_000;

    [Theory]
    [InlineData(FullQueuePolicy.Wait, 1)]
    [InlineData(FullQueuePolicy.Wait, 64)]
    [InlineData(FullQueuePolicy.Fail, 16)]
    [InlineData(FullQueuePolicy.Retry, 16)]
    public void MessageQueue_ManyProducersOneConsumer_EveryAcceptedMessageComesOnceInOrder(FullQueuePolicy policy, int capacity)
    {
        var options = new ThreadSafetyOptions
        {
            QueueCapacity = capacity, WhenQueueFull = policy, MainThreadTimeout = Bound.Generous, MaxRetries = 3, RetryDelay = TimeSpan.FromMilliseconds(20),
        };
        var queue = new MessageQueue<(int Producer, int Number)>("stress", options);
        // A refusal is an exception, and thousands of them take minutes under Wine.
        var each = policy == FullQueuePolicy.Fail || capacity == 1 ? Each / 10 : Each;
        var accepted = new List<int>[Producers];
        var producers = Enumerable.Range(0, Producers).Select(producer => Worker.Start(() =>
        {
            accepted[producer] = [];
            for (var number = 0; number < each; number++)
            {
                try
                {
                    queue.Push((producer, number));
                    accepted[producer].Add(number);
                }
                catch (QueueFullException)
                {
                    // Told, so not lost. Whoever goes on at once is only told again.
                    Worker.Until(() => queue.Count < capacity);
                }
            }
        })).ToArray();
        var taken = Consume(queue, () => Array.ForEach(producers, producer => producer.Join()));

        for (var producer = 0; producer < Producers; producer++)
            Assert.Equal(accepted[producer], taken.Where(message => message.Producer == producer).Select(message => message.Number));
        if (policy == FullQueuePolicy.Wait)
            Assert.Equal(Producers * each, taken.Count);
        var statistics = queue.Statistics;
        Assert.Equal(taken.Count, statistics.Sent);
        Assert.Equal(taken.Count, statistics.Received);
        Assert.Equal((Producers * each) - taken.Count, statistics.Failed);
        Assert.True(statistics.Peak <= capacity);
    }

    [Fact]
    public void MessageQueue_ManyProducersOfLatestValues_LastOfEachKeyComesAndNoneGoesBack()
    {
        var queue = new MessageQueue<(int Key, int Value)>("stress: latest", new ThreadSafetyOptions { QueueCapacity = 4, WhenQueueFull = FullQueuePolicy.Wait, MainThreadTimeout = Bound.Generous });
        var replaced = 0;
        var producers = Enumerable.Range(0, Producers).Select(producer => Worker.Start(() =>
        {
            for (var value = 0; value < Each; value++)
            {
                if (queue.PushLatest(producer, (producer, value), out var old))
                {
                    Assert.Equal(producer, old.Key);
                    Assert.True(old.Value < value);
                    Interlocked.Increment(ref replaced);
                }
            }
        })).ToArray();
        var taken = Consume(queue, () => Array.ForEach(producers, producer => producer.Join()));

        for (var producer = 0; producer < Producers; producer++)
        {
            var values = taken.Where(message => message.Key == producer).Select(message => message.Value).ToList();
            Assert.Equal(values.Distinct().Order(), values);
            Assert.Equal(Each - 1, values[^1]);
        }

        Assert.Equal(Producers * Each, taken.Count + replaced);
        Assert.Equal(replaced, queue.Statistics.Coalesced);
    }

    [Fact]
    public void MessageQueue_ControlMessagesWhileTheQueueStaysFull_GetThroughInOrder()
    {
        const int Controls = 200;
        var queue = new MessageQueue<int>("stress: control", new ThreadSafetyOptions { QueueCapacity = 2, WhenQueueFull = FullQueuePolicy.Wait, MainThreadTimeout = WaitTime.Infinite });
        var floods = Enumerable.Range(0, 4).Select(_ => Worker.Start(() =>
        {
            while (true)
                queue.Push(-1);
        })).ToArray();
        Worker.Until(() => queue.WaitingPushes == 4);
        var next = 0;
        // Nothing else is taken while a control message is there, so each is the next to come although others stand in line.
        for (var i = 0; i < Controls; i++)
        {
            queue.PushControl(i);
            Assert.True(queue.TryTake(out var message));
            Assert.Equal(next++, message);
            // Those who stand in line push again as soon as they run.
            Worker.Until(() => queue.TryTake(out message));
            Assert.Equal(-1, message);
        }

        queue.Shutdown();
        Assert.All(floods, flood => Assert.IsType<ShutdownInProgressException>(flood.JoinError()));
        queue.PushControl(Controls);
        Assert.True(queue.TryTake(out var last));
        Assert.Equal(Controls, last);
    }

    [Fact]
    public void MessageQueue_ClosedInTheMiddle_EveryPushIsTakenHandedBackOrRefused()
    {
        for (var round = 0; round < 50; round++)
        {
            var queue = new MessageQueue<int>("stress: close", new ThreadSafetyOptions { QueueCapacity = 8, WhenQueueFull = FullQueuePolicy.Wait, MainThreadTimeout = WaitTime.Infinite });
            var accepted = 0;
            var producers = Enumerable.Range(0, Producers).Select(_ => Worker.Start(() =>
            {
                while (true)
                {
                    queue.Push(1);
                    Interlocked.Increment(ref accepted);
                }
            })).ToArray();
            var taken = 0;
            while (taken < 100)
            {
                if (queue.TryTake(out _))
                    taken++;
                else
                    Worker.LetOthersCollect();
            }

            queue.Shutdown();
            var left = new List<int>();
            Assert.Equal(queue.Close(left), left.Count);
            Assert.All(producers, producer => Assert.IsType<ShutdownInProgressException>(producer.JoinError()));
            Assert.Equal(accepted, taken + left.Count);
            Assert.Equal(0, queue.WaitingPushes);
            Assert.Throws<ShutdownInProgressException>(() => queue.PushControl(1));
        }
    }

    [Fact]
    public void MessageQueue_DrainsWhileOthersTakeAndComplete_EndOnlyWhenAllIsDone()
    {
        for (var round = 0; round < 50; round++)
        {
            var queue = new MessageQueue<int>("stress: drain");
            const int Messages = 400;
            for (var i = 0; i < Messages; i++)
                queue.Push(i);
            queue.Shutdown();
            var done = 0;
            var drains = Enumerable.Range(0, 2).Select(_ => Worker.Start(() =>
            {
                queue.WaitForDrain(Bound.Generous);
                Assert.Equal(Messages, Volatile.Read(ref done));
            })).ToArray();
            var consumer = Worker.Start(() =>
            {
                while (queue.TryTake(out _))
                {
                    Interlocked.Increment(ref done);
                    queue.Complete();
                }
            });
            consumer.Join();
            Array.ForEach(drains, drain => drain.Join());
        }
    }

    private static List<T> Consume<T>(MessageQueue<T> queue, Action untilProducersHaveEnded)
    {
        var taken = new List<T>();
        var over = false;
        var consumer = Worker.Start(() =>
        {
            var batch = new T[32];
            while (true)
            {
                var last = Volatile.Read(ref over);
                var count = queue.TakeBatch(batch);
                taken.AddRange(batch.Take(count));
                queue.Complete(count);
                if (count == 0 && last)
                    return;
                if (count == 0)
                    Thread.Yield();
            }
        });
        untilProducersHaveEnded();
        Volatile.Write(ref over, true);
        consumer.Join();
        return taken;
    }
}
