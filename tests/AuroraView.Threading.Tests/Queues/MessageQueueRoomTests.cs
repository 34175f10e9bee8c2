using AuroraView.Threading.Queues;
using Xunit;

namespace AuroraView.Threading.Tests.Queues;

/// <summary>A queue that counts bytes, and counts a message until it is given back.</summary>
public class MessageQueueRoomTests
{
    private static readonly ThreadSafetyOptions s_fail = new() { QueueCapacity = 3, QueueBytes = 100, WhenQueueFull = FullQueuePolicy.Fail };
    private static readonly ThreadSafetyOptions s_wait = s_fail with { WhenQueueFull = FullQueuePolicy.Wait, MainThreadTimeout = Bound.Generous };

    [Fact]
    public void MessageQueue_MoreBytesThanItsLimit_IsFullUntilSomeAreGivenBack()
    {
        var queue = Make(s_fail);
        queue.Push(60);
        Assert.Contains("QueueBytes", Assert.Throws<QueueFullException>(() => queue.Push(60)).Message, StringComparison.Ordinal);
        queue.Push(40);
        Assert.True(queue.TryTake(out _));
        Assert.False(queue.TryPush(60));
        queue.GiveBack(60);
        Assert.True(queue.TryPush(60));
        Assert.Equal(100, queue.HeldBytes);
    }

    [Fact]
    public void MessageQueue_TakenAndNotGivenBack_CountsAsAMessage()
    {
        var queue = Make(s_fail);
        for (var i = 0; i < 3; i++)
            queue.Push(1);
        Assert.Equal([1, 1, 1], MessageQueueTests.TakeAll(queue));
        Assert.False(queue.TryPush(1));
        queue.GiveBack(1);
        Assert.True(queue.TryPush(1));
    }

    [Fact]
    public void MessageQueue_LargerThanItsLimit_GoesAlone()
    {
        var queue = Make(s_fail);
        queue.Push(1000);
        Assert.False(queue.TryPush(1));
        Assert.True(queue.TryTake(out _));
        queue.GiveBack(1000);
        queue.Push(1);
        Assert.False(queue.TryPush(1000));
    }

    [Fact]
    public void MessageQueue_Weightless_NeedsAPlaceAndNoRoom()
    {
        var queue = Make(s_fail);
        queue.Push(100);
        queue.Push(-5);
        queue.Push(-5);
        Assert.False(queue.TryPush(-5));
        queue.GiveBack(MessageQueue<int>.Weightless);
        Assert.Equal(1, queue.Held);
    }

    [Fact]
    public void MessageQueue_LargeWaitsForRoom_IsLetInWhenRoomIsGivenBackAndNotOvertaken()
    {
        var queue = Make(s_wait);
        queue.Push(60);
        queue.Push(20);
        var large = Worker.Start(() => queue.Push(50));
        Worker.Until(() => queue.WaitingPushes == 1);
        Assert.False(queue.TryPush(5));
        Assert.True(queue.TryTake(out _));
        queue.GiveBack(60);
        large.Join();
        Assert.Equal([20, 50], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void MessageQueue_LargeGivesUp_SmallerBehindItIsLetIn()
    {
        var queue = Make(s_wait);
        queue.Push(60);
        using var cancellation = new CancellationTokenSource();
        var large = Worker.Start(() => Assert.ThrowsAny<OperationCanceledException>(() => queue.Push(50, cancellation.Token)));
        Worker.Until(() => queue.WaitingPushes == 1);
        var small = Worker.Start(() => queue.Push(30));
        Worker.Until(() => queue.WaitingPushes == 2);
        cancellation.Cancel();
        large.Join();
        small.Join();
        Assert.Equal([60, 30], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void MessageQueue_LatestReplaced_CountsOnceTheOldOneIsGivenBack()
    {
        var queue = Make(s_fail);
        queue.PushLatest("key", 40, out _);
        Assert.True(queue.PushLatest("key", 50, out var replaced));
        queue.GiveBack(replaced);
        Assert.Equal(50, queue.HeldBytes);
        queue.Push(40);
        Assert.Throws<QueueFullException>(() => queue.PushLatest("key", 70, out _));
        Assert.Equal(90, queue.HeldBytes);
    }

    [Fact]
    public void MessageQueue_Always_GetsInAndCounts()
    {
        var queue = Make(s_fail);
        for (var i = 0; i < 5; i++)
            queue.PushAlways(100);
        Assert.Equal(500, queue.HeldBytes);
        Assert.False(queue.HasBytesFor(1));
        Assert.False(queue.TryPush(1));
    }

    private static MessageQueue<int> Make(ThreadSafetyOptions options) =>
        new("queue", options, weigh: static message => message < 0 ? MessageQueue<int>.Weightless : message);
}
