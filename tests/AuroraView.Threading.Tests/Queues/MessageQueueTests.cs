using AuroraView.Threading.Queues;
using Xunit;

namespace AuroraView.Threading.Tests.Queues;

public class MessageQueueTests
{
    private static readonly ThreadSafetyOptions s_two = new() { QueueCapacity = 2, WhenQueueFull = FullQueuePolicy.Fail };

    [Fact]
    public void MessageQueue_PushesThenTakes_InOrder()
    {
        var queue = new MessageQueue<int>("queue");
        for (var i = 0; i < 100; i++)
            queue.Push(i);
        var batch = new int[60];
        Assert.Equal(60, queue.TakeBatch(batch));
        Assert.Equal(Enumerable.Range(0, 60), batch);
        Assert.Equal(40, queue.TakeBatch(batch));
        Assert.Equal(Enumerable.Range(60, 40), batch.Take(40));
        Assert.False(queue.TryTake(out _));
    }

    [Fact]
    public void MessageQueue_FullWithFail_ThrowsAndDoesNotQueue()
    {
        var queue = new MessageQueue<int>("queue of 'Assets'", s_two);
        queue.Push(1);
        queue.Push(2);
        var error = Assert.Throws<QueueFullException>(() => queue.Push(3));
        Assert.Equal(2, error.Capacity);
        Assert.Contains("queue of 'Assets' is full with 2 messages", error.Message, StringComparison.Ordinal);
        Assert.False(queue.TryPush(4));
        Assert.Equal([1, 2], TakeAll(queue));
        Assert.Equal(2, queue.Statistics.Failed);
    }

    [Fact]
    public void MessageQueue_ControlWhenFull_IsAcceptedAndTakenFirst()
    {
        var queue = new MessageQueue<int>("queue", s_two);
        queue.Push(1);
        queue.Push(2);
        queue.PushControl(100);
        queue.PushControl(101);
        Assert.Throws<QueueFullException>(() => queue.Push(3));
        Assert.Equal([100, 101, 1, 2], TakeAll(queue));
    }

    [Fact]
    public void MessageQueue_ControlMessagesQueued_TakeNoRoomFromOthers()
    {
        var queue = new MessageQueue<int>("queue", s_two);
        for (var i = 0; i < 10; i++)
            queue.PushControl(i);
        queue.Push(100);
        queue.Push(101);
        Assert.Equal(12, queue.Count);
    }

    [Fact]
    public void MessageQueue_TakeWithPredicate_StopsBeforeAnotherKind()
    {
        var queue = new MessageQueue<string>("queue");
        foreach (var message in new[] { "e1", "e2", "s1", "e3" })
            queue.Push(message);
        var batch = new string[10];
        Assert.Equal(2, queue.TakeBatch(batch, 'e', static (kind, message) => message[0] == kind));
        Assert.Equal(["e1", "e2"], batch.Take(2));
        Assert.Equal(0, queue.TakeBatch(batch, 'e', static (kind, message) => message[0] == kind));
        Assert.True(queue.TryTake(out var other));
        Assert.Equal("s1", other);
        Assert.Equal(1, queue.TakeBatch(batch, 'e', static (kind, message) => message[0] == kind));
    }

    [Fact]
    public void MessageQueue_ManyPushes_WakeOnceUntilFoundEmpty()
    {
        var wakes = 0;
        var queue = new MessageQueue<int>("queue", wake: () => wakes++);
        queue.Push(1);
        queue.Push(2);
        queue.PushControl(3);
        Assert.Equal(1, wakes);
        var batch = new int[3];
        Assert.Equal(3, queue.TakeBatch(batch));
        queue.Push(4);
        Assert.Equal(1, wakes);
        Assert.Equal(1, queue.TakeBatch(batch));
        queue.Push(5);
        Assert.Equal(2, wakes);
    }

    [Fact]
    public void MessageQueue_WakeCallback_RunsOutsideTheLock()
    {
        MessageQueue<int> queue = null!;
        var seen = -1;
        queue = new MessageQueue<int>("queue", wake: () => seen = queue.Count);
        queue.Push(1);
        Assert.Equal(1, seen);
    }

    [Fact]
    public void MessageQueue_MoreCompletedThanTaken_Throws()
    {
        var queue = new MessageQueue<int>("queue");
        queue.Push(1);
        Assert.True(queue.TryTake(out _));
        Assert.Throws<InvalidOperationException>(() => queue.Complete(2));
        queue.Complete();
        Assert.Throws<InvalidOperationException>(() => queue.Complete());
        Assert.Equal(0, queue.InFlight);
    }

    [Fact]
    public void MessageQueue_SteadyTraffic_AllocatesNothing()
    {
        var queue = new MessageQueue<int>("queue");
        var batch = new int[64];
        Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
            Round();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Round()
        {
            for (var i = 0; i < 64; i++)
            {
                queue.Push(i);
                queue.PushLatest("progress", i, out _);
            }

            int taken;
            while ((taken = queue.TakeBatch(batch)) > 0)
                queue.Complete(taken);
        }
    }

    [Fact]
    public void MessageQueue_TakenMessage_IsNotKeptAlive()
    {
        var queue = new MessageQueue<object>("queue");
        var reference = PushAndTake(queue);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(reference.IsAlive);
        GC.KeepAlive(queue);

        static WeakReference PushAndTake(MessageQueue<object> queue)
        {
            var message = new object();
            queue.Push(message);
            Assert.True(queue.TryTake(out _));
            return new WeakReference(message);
        }
    }

    internal static List<T> TakeAll<T>(MessageQueue<T> queue)
    {
        var all = new List<T>();
        while (queue.TryTake(out var message))
            all.Add(message);
        return all;
    }
}
