using AuroraView.Threading.Queues;
using Xunit;

namespace AuroraView.Threading.Tests.Queues;

public class MessageQueueFullTests
{
    private static readonly ThreadSafetyOptions s_wait =
        new() { QueueCapacity = 1, WhenQueueFull = FullQueuePolicy.Wait, MainThreadTimeout = Bound.Generous };

    [Fact]
    public void MessageQueue_FullWithWait_GoesOnWhenThereIsRoom()
    {
        var queue = new MessageQueue<int>("queue", s_wait);
        queue.Push(1);
        var workers = Enumerable.Range(2, 8).Select(i => Worker.Start(() => queue.Push(i))).ToArray();
        Worker.Until(() => queue.WaitingPushes == 8);
        var taken = new List<int>();
        while (taken.Count < 9)
        {
            if (queue.TryTake(out var message))
                taken.Add(message);
        }

        Array.ForEach(workers, worker => worker.Join());
        Assert.Equal(1, taken[0]);
        Assert.Equal(Enumerable.Range(1, 9), taken.Order());
    }

    [Fact]
    public void MessageQueue_PushesWaitForRoom_LaterPushDoesNotOvertake()
    {
        var queue = new MessageQueue<int>("queue", s_wait);
        queue.Push(1);
        var waiting = Worker.Start(() => queue.Push(2));
        Worker.Until(() => queue.WaitingPushes == 1);
        Assert.True(queue.TryTake(out _));
        // The room is given away already: the queue holds 2.
        Assert.False(queue.TryPush(3));
        waiting.Join();
        Assert.Equal([2], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void MessageQueue_FullWithWait_TimesOutWithoutQueueing()
    {
        var queue = new MessageQueue<int>("queue", s_wait with { MainThreadTimeout = TimeSpan.FromMilliseconds(20) });
        queue.Push(1);
        Assert.Throws<QueueFullException>(() => queue.Push(2));
        Assert.Equal(0, queue.WaitingPushes);
        Assert.Equal([1], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void MessageQueue_FullWithRetry_TriesAsOftenAsSaid()
    {
        var options = new ThreadSafetyOptions { QueueCapacity = 1, MaxRetries = 3, RetryDelay = TimeSpan.FromMilliseconds(5) };
        var queue = new MessageQueue<int>("queue", options);
        queue.Push(1);
        QueueFullException error = null!;
        Worker.Start(() => error = Assert.Throws<QueueFullException>(() => queue.Push(2))).Join();
        Assert.Equal(3, error.Retries);
        Assert.Equal(3, queue.Statistics.Retried);
        Assert.Equal([1], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void MessageQueue_FullWithRetryOnHostMain_FailsAtOnce()
    {
        var queue = new MessageQueue<int>("queue", new ThreadSafetyOptions { QueueCapacity = 1, RetryDelay = Bound.Generous });
        QueueFullException error = null!;
        Worker.Start(() =>
        {
            using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
            queue.Push(1);
            error = Assert.Throws<QueueFullException>(() => queue.Push(2));
        }).Join();
        Assert.Equal(0, error.Retries);
        Assert.Contains("main thread", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MessageQueue_ShutWhilePushesWait_EachGetsOneShutdownError()
    {
        var queue = new MessageQueue<int>("queue", s_wait);
        queue.Push(0);
        var workers = Enumerable.Range(1, 20).Select(i => Worker.Start(() => queue.Push(i))).ToArray();
        Worker.Until(() => queue.WaitingPushes == 20);
        queue.Shutdown();
        Assert.All(workers, worker => Assert.IsType<ShutdownInProgressException>(worker.JoinError()));
        Assert.Equal([0], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void MessageQueue_WaitForRoomCancelled_Withdraws()
    {
        var queue = new MessageQueue<int>("queue", s_wait);
        queue.Push(1);
        using var cancellation = new CancellationTokenSource();
        var worker = Worker.Start(() => queue.Push(2, cancellation.Token));
        Worker.Until(() => queue.WaitingPushes == 1);
        cancellation.Cancel();
        Assert.IsAssignableFrom<OperationCanceledException>(worker.JoinError());
        Assert.Equal([1], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void MessageQueue_ConsumerPushesToItsOwnFullQueue_IsADeadlockAtOnce()
    {
        var queue = new MessageQueue<int>("queue", s_wait with { MainThreadTimeout = WaitTime.Infinite });
        queue.Push(0);
        Assert.True(queue.TryTake(out _));
        queue.Push(1);
        var error = Assert.Throws<DeadlockDetectedException>(() => queue.Push(2));
        Assert.Contains("room in the full queue", error.Message, StringComparison.Ordinal);
        Assert.Equal([1], MessageQueueTests.TakeAll(queue));
    }

    [Fact]
    public void MessageQueue_ConsumerInvokesOnThreadThatWaitsForRoom_IsServedNested()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var queue = new MessageQueue<int>("queue", s_wait);
        using var filled = new ManualResetEventSlim();
        var ran = 0;
        var consumer = Worker.Start(() =>
        {
            queue.Push(0);
            queue.TryTake(out _);
            queue.Push(1);
            filled.Set();
            Worker.Until(() => queue.WaitingPushes == 1);
            dispatcher.Invoke(() => ran++, Bound.Generous);
            queue.TryTake(out _);
        });
        Assert.True(filled.Wait(Bound.Generous));
        queue.Push(2);
        consumer.Join();
        Assert.Equal(1, ran);
    }

    [Fact]
    public void MessageQueue_KeyedPushLetInByReplacing_ReportsWhatItReplaced()
    {
        var queue = new MessageQueue<int>("queue", s_wait with { QueueCapacity = 2 });
        queue.Push(1);
        queue.Push(2);
        var first = Worker.Start(() => Assert.False(queue.PushLatest("key", 3, out _)));
        Worker.Until(() => queue.WaitingPushes == 1);
        var replaced = 0;
        var second = Worker.Start(() => Assert.True(queue.PushLatest("key", 4, out replaced)));
        Worker.Until(() => queue.WaitingPushes == 2);
        Assert.True(queue.TryTake(out _));
        first.Join();
        second.Join();
        Assert.Equal(3, replaced);
        Assert.Equal([2, 4], MessageQueueTests.TakeAll(queue));
    }
}
