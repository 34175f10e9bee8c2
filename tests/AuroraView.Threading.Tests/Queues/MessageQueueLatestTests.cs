using AuroraView.Threading.Queues;
using Xunit;

namespace AuroraView.Threading.Tests.Queues;

public class MessageQueueLatestTests
{
    [Fact]
    public void PushLatest_SameKeyQueued_ReplacesInPlace()
    {
        var queue = new MessageQueue<string>("queue");
        queue.Push("first");
        Assert.False(queue.PushLatest("a", "a1", out _));
        Assert.False(queue.PushLatest("b", "b1", out _));
        Assert.True(queue.PushLatest("a", "a2", out var replaced));
        Assert.Equal("a1", replaced);
        Assert.Equal(["first", "a2", "b1"], MessageQueueTests.TakeAll(queue));
        Assert.Equal(1, queue.Statistics.Coalesced);
    }

    [Fact]
    public void PushLatest_OrdinaryMessageBehind_MovesToTheEnd()
    {
        var queue = new MessageQueue<string>("queue");
        queue.PushLatest("job", "50%", out _);
        queue.Push("done");
        Assert.True(queue.PushLatest("job", "0% of the next", out _));
        Assert.Equal(["done", "0% of the next"], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void PushLatest_MovedPastItsTurn_IsSentAndNotMovedAgain()
    {
        var queue = new MessageQueue<string>("queue");
        queue.PushLatest("job", "1", out _);
        queue.Push("x");
        queue.PushLatest("job", "2", out _);
        Assert.True(queue.TryTake(out var taken));
        Assert.Equal("x", taken);
        queue.Push("y");
        Assert.False(queue.PushLatest("job", "3", out _));
        Assert.Equal(["2", "y", "3"], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void PushLatest_KeyTaken_QueuesAgain()
    {
        var queue = new MessageQueue<string>("queue");
        queue.PushLatest("a", "a1", out _);
        Assert.True(queue.TryTake(out _));
        Assert.False(queue.PushLatest("a", "a2", out _));
        Assert.Equal(["a2"], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void PushLatest_FullQueue_ReplacesWithoutRoom()
    {
        var queue = new MessageQueue<string>("queue", new ThreadSafetyOptions { QueueCapacity = 2, WhenQueueFull = FullQueuePolicy.Fail });
        queue.PushLatest("a", "a1", out _);
        queue.Push("x");
        Assert.True(queue.PushLatest("a", "a2", out _));
        Assert.Throws<QueueFullException>(() => queue.PushLatest("b", "b1", out _));
        Assert.Equal(["x", "a2"], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void PushLatest_EqualKeysOfDifferentIdentity_AreTheSame()
    {
        var queue = new MessageQueue<int>("queue");
        queue.PushLatest(new string("key".AsSpan()), 1, out _);
        Assert.True(queue.PushLatest("key", 2, out _));
    }
}
