using AuroraView.Threading.Locking;
using AuroraView.Threading.Tests.Locking;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests.Waiting;

[Collection(LockOrderCollection.Name)]
public sealed class WaitForTests
{
    [Fact]
    public void WaitForTask_WorkerInvokesOnTheWaitingMain_IsServedNested()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var main = Environment.CurrentManagedThreadId;
        var task = TrackedTask.Run(() => dispatcher.Invoke(() => Environment.CurrentManagedThreadId, Bound.Generous));
        Assert.Equal(main, WaitFor.Task(task, Bound.Generous));
    }

    [Fact]
    public void WaitForTask_AsyncWorkAwaitsMain_IsServedNested()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var main = Environment.CurrentManagedThreadId;
        var task = TrackedTask.Run(async () =>
        {
            await Task.Yield();
            var first = await dispatcher.InvokeAsync(() => Environment.CurrentManagedThreadId);
            await dispatcher.SwitchToMainThread();
            await Task.Yield();
            return (first, Environment.CurrentManagedThreadId);
        });
        Assert.Equal((main, main), WaitFor.Task(task, Bound.Generous));
    }

    [Fact]
    public void WaitForTask_WorkStartsFurtherWorkThatNeedsMain_IsServedNested()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var task = TrackedTask.Run(() => WaitFor.Task(TrackedTask.Run(() => dispatcher.Invoke(() => 7, Bound.Generous)), Bound.Generous));
        Assert.Equal(7, WaitFor.Task(task, Bound.Generous));
    }

    [Fact]
    public void WaitForTask_StrangersCallMeanwhile_StayQueued()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var order = new List<string>();
        Worker.Start(() => dispatcher.Post(() => order.Add("stranger"))).Join();
        var task = TrackedTask.Run(() => dispatcher.Invoke(() => order.Add("needed"), Bound.Generous));
        WaitFor.Task(task, Bound.Generous);
        Assert.Equal(["needed"], order);
        dispatcher.Pump();
        Assert.Equal(["needed", "stranger"], order);
    }

    [Fact]
    public void WaitForTask_TaskOfAPagesHandler_BelongsToThePage()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var page = new WaitParty("page");
        var origin = new WaitOrigin(page, "save");
        WaitGraph.Open(origin);
        WaitOrigin.Current = origin;
        var ran = false;
        var task = TrackedTask.Run(() => dispatcher.Invoke(() => { ran = true; }, Bound.Generous));
        WaitOrigin.Current = null;
        var answer = new TaskCompletionSource();
        _ = task.ContinueWith(_ => { WaitGraph.Close(origin); answer.SetResult(); }, TaskScheduler.Default);
        // Main waits for the page alone; the page waits for the work, and the work for main.
        var target = new PageWait(page, answer.Task);
        var deadline = Deadline.In(Bound.Generous, TimeProvider.System);
        Assert.Equal(WaitOutcome.Completed, Waits.Wait(target, "sync eval", deadline, CancellationToken.None, TimeProvider.System, 0));
        Assert.True(ran);
    }

    [Fact]
    public void WaitForTask_TaskThrew_ThrowsTheSameWithItsStack()
    {
        var boom = new InvalidTimeZoneException("boom");
        var task = TrackedTask.Run(() => Fail(boom));
        Assert.Same(boom, Assert.Throws<InvalidTimeZoneException>((Action)(() => WaitFor.Task(task, Bound.Generous))));
        Assert.Contains(nameof(Fail), boom.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void WaitForTask_NotOverInTime_ThrowsAndTheTaskGoesOn()
    {
        var work = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = TrackedTask.Run(() => work.Task);
        var error = Assert.Throws<WaitTimeoutException>((Action)(() => WaitFor.Task(task, TimeSpan.FromMilliseconds(10))));
        Assert.Contains(nameof(WaitForTask_NotOverInTime_ThrowsAndTheTaskGoesOn), error.WaitedFor, StringComparison.Ordinal);
        Assert.Contains("did not end within 10 ms", error.Message, StringComparison.Ordinal);
        Assert.Throws<WaitTimeoutException>((Action)(() => WaitFor.Task(task, TimeSpan.Zero)));
        work.SetResult(3);
        Assert.Equal(3, WaitFor.Task(task, Bound.Generous));
    }

    [Fact]
    public void WaitForTask_Cancelled_EndsTheWaitOnly()
    {
        var work = new TaskCompletionSource();
        using var cancellation = new CancellationTokenSource();
        var waiter = Worker.Start(() => WaitFor.Task(work.Task, Bound.Generous, cancellation.Token));
        cancellation.Cancel();
        Assert.IsAssignableFrom<OperationCanceledException>(waiter.JoinError());
        Assert.False(work.Task.IsCompleted);
    }

    [Fact]
    public void WaitForTask_TaskWasCancelled_ThrowsThat()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var never = TrackedTask.Run(() => Assert.Fail("It must not run."), cancellation.Token);
        Assert.ThrowsAny<OperationCanceledException>((Action)(() => WaitFor.Task(never, Bound.Generous)));
        var during = TrackedTask.Run(() => throw new OperationCanceledException(cancellation.Token));
        Assert.ThrowsAny<OperationCanceledException>((Action)(() => WaitFor.Task(during, Bound.Generous)));
        Assert.True(during.IsCanceled);
    }

    [Fact]
    public void WaitForTask_TaskWaitsForItself_IsRefusedAtOnce()
    {
        Task task = null!;
        using var assigned = new ManualResetEventSlim();
        task = TrackedTask.Run(() =>
        {
            Assert.True(assigned.Wait(Bound.Generous));
            WaitFor.Task(task, WaitTime.Infinite);
        });
        assigned.Set();
        Assert.Throws<DeadlockDetectedException>((Action)(() => WaitFor.Task(task, Bound.Generous)));
    }

    [Fact]
    public void WaitForTask_RunningWorkWaitsForALockThatTheWaiterHolds_IsRefusedAtOnce()
    {
        using var mode = new ModeScope(LockOrderMode.Report);
        var guard = new OrderedLock("wait for: guard", LockLevel.State);
        using (guard.Enter())
        {
            var task = TrackedTask.Run(() => guard.Enter().Dispose());
            // Whichever of the two closes the cycle is refused; refused in the task, it comes out of the wait all the same.
            Assert.Throws<DeadlockDetectedException>((Action)(() => WaitFor.Task(task, Bound.Generous)));
        }
    }

    [Fact]
    public void WaitForTask_AsyncRestStartedSomethingItMayNotNeed_IsNotRefused()
    {
        using var mode = new ModeScope(LockOrderMode.Report);
        var guard = new OrderedLock("wait for: rest", LockLevel.State);
        Task stray = null!;
        using (guard.Enter())
        {
            var task = TrackedTask.Run(async () =>
            {
                await Task.Yield();
                stray = Task.Run(() => guard.Enter().Dispose());
            });
            WaitFor.Task(task, Bound.Generous);
        }

        WaitFor.Task(stray, Bound.Generous);
    }

    [Fact]
    public void WaitForTask_AsyncRestWaitsForWorkThatNeedsMain_IsServedNested()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        using var queued = new ManualResetEventSlim();
        var task = TrackedTask.Run(async () =>
        {
            await Task.Yield();
            var inner = TrackedTask.Run(() => dispatcher.Invoke(() => 5, Bound.Generous));
            Worker.Until(() => dispatcher.PendingCalls > 0);
            queued.Set();
            return WaitFor.Task(inner, Bound.Generous);
        });
        // The inner call is queued before anything depends on it.
        Assert.True(queued.Wait(Bound.Generous));
        Assert.Equal(5, WaitFor.Task(task, Bound.Generous));
    }

    [Fact]
    public void WaitForTask_UnderAnOrderedLock_IsAViolation()
    {
        using var mode = new ModeScope(LockOrderMode.Throw);
        using (new OrderedLock("wait for: held", LockLevel.State).Enter())
            Assert.Throws<LockOrderException>((Action)(() => WaitFor.Task(Task.CompletedTask)));
    }

    [Fact]
    public void TrackedTask_Over_LeavesNothingInTheGraph()
    {
        var page = new WaitParty("page");
        var origin = new WaitOrigin(page, "save");
        WaitGraph.Open(origin);
        WaitOrigin.Current = origin;
        WaitFor.Task(TrackedTask.Run(() => 1), Bound.Generous);
        Assert.Same(origin, WaitOrigin.Current);
        WaitOrigin.Current = null;
        Assert.Equal(0, WaitGraph.Read(_ => CountLinked(origin)));

        static int CountLinked(WaitOrigin origin)
        {
            var stack = new List<WaitNode>();
            var edges = new List<(WaitNode, WaitNode)>();
            var walk = new WaitWalk(int.MaxValue, new WaitParty("nobody"), throughServable: true, stack, edges);
            origin.AddSuccessors(ref walk);
            return edges.Count;
        }
    }

    private static void Fail(Exception error) => throw error;

    private sealed class PageWait : PartyTarget
    {
        private readonly Task _answer;

        internal PageWait(WaitParty page, Task answer)
            : base(page)
        {
            _answer = answer;
            _ = answer.ContinueWith(_ => { Interlocked.MemoryBarrier(); SignalWaiter(); }, TaskContinuationOptions.ExecuteSynchronously);
        }

        internal override bool IsCompleted => _answer.IsCompleted;

        internal override Description Describe() => "an answer of the page";
    }
}
