using AuroraView.Threading.Locking;
using AuroraView.Threading.Queues;
using AuroraView.Threading.Shutdown;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests.Locking;

/// <summary>Nothing foreign runs and nothing waits while a thread holds an ordered lock: each way in which it could is refused, and leaves nothing behind.</summary>
[Collection(LockOrderCollection.Name)]
public sealed class ForeignCodeTests : IDisposable
{
    private readonly ModeScope _mode = new(LockOrderMode.Throw);
    private readonly OrderedLock _guard = new("foreign code: a producer's lock", LockLevel.State);
    private readonly FakeLoop _loop = new();
    private readonly MainThreadDispatcher _dispatcher;

    public ForeignCodeTests() => _dispatcher = new MainThreadDispatcher(_loop);

    public void Dispose()
    {
        _dispatcher.Dispose();
        _mode.Dispose();
    }

    [Fact]
    public void Post_UnderALock_IsRefusedSinceItWakesTheHost() => IsForeign("the wake of the host's adapter", () => _dispatcher.Post(static () => { }));

    [Fact]
    public void Post_UnderALockWhenTheHostIsAwakeAlready_IsRefusedTheSame()
    {
        _dispatcher.Post(static () => { });
        IsForeign("the wake of the host's adapter", () => _dispatcher.Post(static () => { }));
        Assert.Equal(1, _dispatcher.Pump());
    }

    [Fact]
    public void InvokeAsync_UnderALock_IsRefused() => IsForeign("the wake of the host's adapter", () => _ = _dispatcher.InvokeAsync(static () => { }));

    [Fact]
    public void Pump_UnderALock_IsRefused() => IsForeign("a pump of the main thread", () => _dispatcher.Pump());

    [Fact]
    public void RunUntil_UnderALock_IsRefused() => IsForeign("a pump of the main thread", () => _dispatcher.RunUntil(static () => true, TimeSpan.Zero));

    [Fact]
    public void Dispatcher_MadeUnderALock_IsRefused() => IsForeign("the attaching of the host's adapter", () => _ = new MainThreadDispatcher(_loop));

    [Fact]
    public void Invoke_UnderALock_IsAViolation() => IsWait("sync dispatch", () => Worker.Start(() => UnderTheLock(() => _dispatcher.Invoke(static () => { }))).Join());

    [Fact]
    public void Invoke_OnMainUnderALock_IsAViolationThoughItRunsInline() => IsWait("sync dispatch", () => UnderTheLock(() => _dispatcher.Invoke(static () => { })));

    [Fact]
    public void SynchronizationContextSend_UnderALock_IsAViolation() =>
        IsWait("sync dispatch", () => UnderTheLock(() => _dispatcher.SynchronizationContext.Send(static _ => { }, null)));

    [Fact]
    public void WaitForTask_UnderALock_IsAViolationThoughTheTaskHasEnded() => IsWait("wait for a task", () => UnderTheLock(() => WaitFor.Task(Task.CompletedTask)));

    [Fact]
    public void Shutdown_UnderALock_IsAViolationAndTheDispatcherLivesOn()
    {
        IsWait("drain", () => UnderTheLock(() => _dispatcher.Shutdown()));
        Assert.False(_dispatcher.IsShutdown);
    }

    [Fact]
    public void QueueDrain_UnderALock_IsAViolation() => IsWait("drain", () => UnderTheLock(() => new MessageQueue<int>("foreign: queue").WaitForDrain(TimeSpan.Zero)));

    [Fact]
    public void GateDrain_UnderALock_IsAViolation()
    {
        var gate = new OperationGate("foreign: gate");
        gate.Shutdown();
        IsWait("drain", () => UnderTheLock(() => gate.WaitForDrain(TimeSpan.Zero)));
    }

    [Fact]
    public void PushToFullQueue_UnderALock_IsAViolation()
    {
        var queue = new MessageQueue<int>("foreign: full queue", new ThreadSafetyOptions { QueueCapacity = 1, WhenQueueFull = FullQueuePolicy.Wait });
        UnderTheLock(() => queue.Push(1));
        IsWait("push to a full queue", () => UnderTheLock(() => queue.Push(2)));
        Assert.Equal(0, queue.WaitingPushes);
    }

    [Fact]
    public void Call_LeavesALockBehind_TheNextOnesAreRefusedAndSay()
    {
        var errors = new List<Exception>();
        _dispatcher.Post(() => LeaveBehind(_guard));
        var next = _dispatcher.InvokeAsync(Next);
        _dispatcher.Pump(Bound.Generous);
        Release(_guard);
        var error = Assert.IsType<LockOrderException>(next.Exception!.InnerException);
        Assert.Equal(LockViolationKind.ForeignCodeUnderLock, error.Violation.Kind);
        Assert.Equal("'ForeignCodeTests.Next'", error.Violation.Operation);
        Assert.Equal(nameof(LeaveBehind), error.Violation.Held.Member);
        var after = _dispatcher.InvokeAsync(Next);
        _dispatcher.Pump(Bound.Generous);
        Assert.True(after.IsCompletedSuccessfully);
    }

    [Fact]
    public void Call_ThrowsAndLeavesALockBehind_HandlerOfUnobservedExceptionIsNotCalledUnderIt()
    {
        var told = 0;
        _dispatcher.UnobservedException += (_, _) => told++;
        _dispatcher.Post(() =>
        {
            LeaveBehind(_guard);
            throw new InvalidTimeZoneException("x");
        });
        _dispatcher.Pump(Bound.Generous);
        Release(_guard);
        Assert.Equal(0, told);
        Assert.Equal("a handler of UnobservedException", _mode.WaitForOne().Operation);
    }

    [Fact]
    public void Condition_LockLeftBehindByACall_IsNotAskedUnderIt()
    {
        var asked = 0;
        _dispatcher.Post(() => LeaveBehind(_guard));
        var error = Assert.Throws<LockOrderException>(() => _dispatcher.RunUntil(() => asked++ > 1, Bound.Generous));
        Release(_guard);
        Assert.Equal("the condition of RunUntil", error.Violation.Operation);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Stall_ReportedByAThreadThatHoldsALock_HandlerIsNotCalledUnderIt()
    {
        var clock = new ManualClock();
        using var dispatcher = new MainThreadDispatcher(_loop, null, clock);
        var told = 0;
        dispatcher.StallChanged += (_, _) => told++;
        dispatcher.Post(static () => { });
        UnderTheLock(() => clock.Advance(TimeSpan.FromSeconds(3)));
        Assert.Equal(0, told);
        Assert.Equal("a handler of StallChanged", _mode.WaitForOne().Operation);
    }

    [Fact]
    public void HandlerThread_PostUnderALock_IsFineSinceNothingForeignRuns()
    {
        var thread = new AuroraView.Threading.Dispatch.SerialThread("foreign: handlers", ThreadSafetyOptions.Default, TimeProvider.System);
        using var ran = new ManualResetEventSlim();
        UnderTheLock(() => thread.Queue.Post(static done => done.Set(), ran));
        Assert.True(ran.Wait(Bound.Generous));
        thread.Stop(static () => new ShutdownInProgressException("the test"));
    }

    [Fact]
    public void Off_PostUnderALock_IsLetThrough()
    {
        LockOrder.Mode = LockOrderMode.Off;
        UnderTheLock(() => _dispatcher.Post(static () => { }));
        Assert.Equal(1, _dispatcher.Pump());
    }

    [Fact]
    public void Report_PostUnderALock_IsLetThroughAndReported()
    {
        LockOrder.Mode = LockOrderMode.Report;
        UnderTheLock(() => _dispatcher.Post(static () => { }));
        Assert.Equal(1, _dispatcher.Pump());
        Assert.Equal(LockViolationKind.ForeignCodeUnderLock, _mode.WaitForOne().Kind);
    }

    private static int Next() => 1;

    private static void LeaveBehind(OrderedLock guard) => _ = guard.TryEnter(TimeSpan.Zero, out _);

    // The scope was thrown away; another one that says so of itself releases the lock.
    private static void Release(OrderedLock guard) => guard.Exit(verified: true);

    private void UnderTheLock(Action action)
    {
        using (_guard.Enter())
            action();
    }

    private void IsForeign(string what, Action action)
    {
        var pending = _dispatcher.PendingCalls;
        var error = Assert.Throws<LockOrderException>(() => UnderTheLock(action));
        Assert.Equal(LockViolationKind.ForeignCodeUnderLock, error.Violation.Kind);
        Assert.Equal(what, error.Violation.Operation);
        Assert.Equal(nameof(UnderTheLock), error.Violation.Held.Member);
        Assert.Equal(pending, _dispatcher.PendingCalls);
    }

    private void IsWait(string what, Action action)
    {
        var error = Assert.Throws<LockOrderException>(action);
        Assert.Equal(LockViolationKind.WaitUnderLock, error.Violation.Kind);
        Assert.Equal(what, error.Violation.Operation);
        Assert.Equal(0, _dispatcher.PendingCalls);
    }
}
