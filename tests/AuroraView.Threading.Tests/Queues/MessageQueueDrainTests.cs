using AuroraView.Threading.Queues;
using Xunit;

namespace AuroraView.Threading.Tests.Queues;

public class MessageQueueDrainTests
{
    [Fact]
    public void MessageQueue_Shut_RefusesPushesButNotControl()
    {
        var queue = new MessageQueue<int>("queue");
        queue.Push(1);
        queue.Shutdown();
        queue.Shutdown();
        Assert.Throws<ShutdownInProgressException>(() => queue.Push(2));
        Assert.Throws<ShutdownInProgressException>(() => queue.TryPush(2));
        Assert.Throws<ShutdownInProgressException>(() => queue.PushLatest("k", 2, out _));
        queue.PushControl(3);
        Assert.Equal([3, 1], MessageQueueTests.TakeAll(queue));
        queue.Close();
        Assert.Throws<ShutdownInProgressException>(() => queue.PushControl(4));
        Assert.Equal(4, queue.Statistics.Failed);
    }

    [Fact]
    public void MessageQueue_WaitForDrain_WaitsForQueuedAndInFlight()
    {
        var queue = new MessageQueue<int>("queue");
        queue.Push(1);
        queue.Push(2);
        queue.Shutdown();
        Assert.True(queue.TryTake(out _));
        var queuedAndInFlight = Assert.Throws<DrainException>(() => queue.WaitForDrain(TimeSpan.Zero));
        Assert.Equal((1, 1, 2), (queuedAndInFlight.Queued, queuedAndInFlight.InFlight, queuedAndInFlight.Abandoned));
        Assert.True(queue.TryTake(out _));
        Assert.Equal(2, Assert.Throws<DrainException>(() => queue.WaitForDrain(TimeSpan.Zero)).InFlight);
        var finished = false;
        var worker = Worker.Start(() =>
        {
            queue.WaitForDrain(Bound.Generous);
            Assert.True(Volatile.Read(ref finished));
        });
        queue.Complete();
        Volatile.Write(ref finished, true);
        queue.Complete();
        worker.Join();
    }

    [Fact]
    public void MessageQueue_DrainOnItsConsumer_EndsAtOnceAndSaysWhy()
    {
        var queue = new MessageQueue<int>("queue");
        queue.Push(1);
        queue.Push(2);
        Assert.True(queue.TryTake(out _));
        var error = Assert.Throws<DrainException>(() => queue.WaitForDrain(WaitTime.Infinite));
        Assert.IsType<DeadlockDetectedException>(error.InnerException);
        Assert.Equal(2, error.Abandoned);
    }

    [Fact]
    public void MessageQueue_Closed_HandsOutWhatIsLeftInOrder()
    {
        var queue = new MessageQueue<int>("queue");
        queue.Push(1);
        queue.PushLatest("k", 2, out _);
        queue.PushControl(3);
        var left = new List<int>();
        Assert.Equal(3, queue.Close(left));
        Assert.Equal([3, 1, 2], left);
        Assert.Equal(0, queue.Close());
        Assert.Equal(QueueState.Closed, queue.State);
        Assert.Equal(3, queue.Statistics.Dropped);
        Assert.False(queue.TryTake(out _));
        queue.WaitForDrain(TimeSpan.Zero);
    }

    [Fact]
    public void MessageQueue_ClosedWhileDrainWaits_EndsTheWait()
    {
        var queue = new MessageQueue<int>("queue");
        queue.Push(1);
        var worker = Worker.Start(() => queue.WaitForDrain(Bound.Generous));
        queue.Close();
        worker.Join();
    }
}
