using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Tests.Locking;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests;

/// <summary>What becomes of the rest of an async function whose thread has gone: it ends once, by name, and never on another thread than it may run on.</summary>
[Collection(LockOrderCollection.Name)]
public class RestTests
{
    private readonly TaskCompletionSource _outside = new();
    private readonly List<(Exception Error, string Function)> _unobserved = [];
    private readonly MainThreadDispatcher _main;
    private readonly int _mainId = Environment.CurrentManagedThreadId;
    private int _ranOn;

    public RestTests()
    {
        _main = new MainThreadDispatcher(new FakeLoop());
        _main.UnobservedException += (_, args) => _unobserved.Add((args.Exception, args.Function));
    }

    [Fact]
    public void InvokeAsync_AwaitComesBackAfterTheShutdown_TaskHasEndedByNameAndTheRestDoesNotRun()
    {
        var task = _main.InvokeAsync(WaitOutsideAsync);
        _main.Pump();
        Assert.False(task.IsCompleted);
        Assert.Equal(1, _main.Shutdown(TimeSpan.Zero));
        Assert.IsType<ShutdownInProgressException>(task.Exception!.InnerException);
        Worker.Start(_outside.SetResult).Join();
        Assert.Equal(0, _ranOn);
        Assert.Empty(_unobserved);
    }

    [Fact]
    public void InvokeAsync_ShutdownFromAnotherThreadWhileTheRestIsQueued_TaskEndsByName()
    {
        var task = _main.InvokeAsync(YieldAsync);
        _main.Pump(TimeSpan.Zero);
        Assert.Equal(1, _main.PendingCalls);
        Assert.Equal(1, Worker.Run(() => _main.Shutdown(TimeSpan.Zero)));
        Assert.IsType<ShutdownInProgressException>(task.Exception!.InnerException);
        Assert.Equal(0, _ranOn);
    }

    [Fact]
    public void InvokeAsync_ShutdownOnMainWhileTheRestIsQueued_RestRunsThereThoughThereIsNoTime()
    {
        var task = _main.InvokeAsync(YieldAsync);
        _main.Pump(TimeSpan.Zero);
        Assert.Equal(0, _main.Shutdown(TimeSpan.Zero));
        Assert.True(task.IsCompletedSuccessfully);
        Assert.Equal(_mainId, _ranOn);
    }

    [Fact]
    public void InvokeAsync_ConfigureAwaitFalse_EndsByNameWithTheShutdownAndItsLateResultIsDropped()
    {
        var task = _main.InvokeAsync(async () =>
        {
            await _outside.Task.ConfigureAwait(false);
            return Environment.CurrentManagedThreadId;
        });
        _main.Pump();
        _main.Shutdown(TimeSpan.Zero);
        Worker.Start(_outside.SetResult).Join();
        Assert.IsType<ShutdownInProgressException>(task.Exception!.InnerException);
    }

    [Fact]
    public void InvokeAsync_FunctionItselfShutsDown_EndsWithItsOwnOutcomeOrByNameIfItAwaitsAgain()
    {
        var ends = _main.InvokeAsync(async () =>
        {
            await Task.Yield();
            return _main.Shutdown(TimeSpan.Zero);
        });
        Worker.Until(() => _main.Pump() >= 0 && ends.IsCompleted);
        Assert.Equal(0, ends.Result);

        var other = new MainThreadDispatcher(new FakeLoop());
        var awaits = other.InvokeAsync(async () =>
        {
            await Task.Yield();
            other.Shutdown(TimeSpan.Zero);
            await Task.Yield();
        });
        Worker.Until(() => other.Pump() >= 0 && awaits.IsCompleted);
        Assert.IsType<ShutdownInProgressException>(awaits.Exception!.InnerException);
    }

    [Fact]
    public void InvokeAsync_FunctionIsCancelledOrThrows_TaskEndsTheSameWay()
    {
        using var source = new CancellationTokenSource();
        var cancelled = _main.InvokeAsync(async () =>
        {
            await _outside.Task;
            source.Token.ThrowIfCancellationRequested();
        });
        var failed = _main.InvokeAsync(async () =>
        {
            await _outside.Task;
            throw new InvalidTimeZoneException("x");
        });
        _main.Pump();
        source.Cancel();
        Worker.Start(_outside.SetResult).Join();
        Worker.Until(() => _main.Pump() >= 0 && cancelled.IsCompleted && failed.IsCompleted);
        Assert.True(cancelled.IsCanceled);
        Assert.IsType<InvalidTimeZoneException>(failed.Exception!.InnerException);
    }

    [Fact]
    public void Post_AsyncVoidComesBackAfterTheShutdown_IsToldOnceByName()
    {
        _main.Post(async () =>
        {
            await _outside.Task;
            _ranOn = Environment.CurrentManagedThreadId;
        });
        _main.Pump();
        _main.Dispose();
        Worker.Start(_outside.SetResult).Join();
        var (error, function) = Assert.Single(_unobserved);
        Assert.IsType<ShutdownInProgressException>(error);
        Assert.Contains(nameof(Post_AsyncVoidComesBackAfterTheShutdown_IsToldOnceByName), function, StringComparison.Ordinal);
        Assert.Equal(0, _ranOn);
    }

    [Fact]
    public void Post_AsyncVoidThrowsAfterTheShutdown_WhatItThrewIsTold()
    {
        _main.Post(async () =>
        {
            await _outside.Task.ConfigureAwait(false);
            throw new InvalidTimeZoneException("x");
        });
        _main.Pump();
        _main.Dispose();
        Worker.Start(_outside.SetResult).Join();
        Assert.IsType<InvalidTimeZoneException>(Assert.Single(_unobserved).Error);
    }

    [Fact]
    public void Await_EndsUnderAnOrderedLock_ComesBackAndNothingIsThrown()
    {
        using var scope = new ModeScope(LockOrderMode.Throw);
        var task = _main.InvokeAsync(WaitOutsideAsync);
        _main.Pump();
        Worker.Start(() =>
        {
            using (new OrderedLock("a lock of the user's", LockLevel.State).Enter())
                _outside.SetResult();
        }).Join();
        Worker.Until(() => _main.Pump() >= 0 && task.IsCompleted);
        Assert.Equal(_mainId, _ranOn);
        Assert.Empty(scope.Seen);
    }

    [Fact]
    public void SwitchToMainThread_ShutDownOrUnderALock_ThrowsWhereItIsAwaited()
    {
        using var scope = new ModeScope(LockOrderMode.Throw);
        var locked = Worker.Run(() =>
        {
            using (new OrderedLock("a lock of the user's", LockLevel.State).Enter())
                return SwitchAsync();
        });
        Assert.True(locked.Wait(Bound.Generous));
        Assert.IsType<LockOrderException>(locked.Result);
        _main.Shutdown(TimeSpan.Zero);
        var late = Worker.Run(SwitchAsync);
        Assert.True(late.Wait(Bound.Generous));
        Assert.IsType<ShutdownInProgressException>(late.Result);
    }

    [Fact]
    public void SerialThread_AwaitComesBackAfterTheStop_RestRunsOnThePoolOneAtATime()
    {
        var thread = new SerialThread("handlers", ThreadSafetyOptions.Default, TimeProvider.System);
        var inside = 0;
        var overlapped = false;
        async Task<bool> Function()
        {
            await _outside.Task;
            overlapped |= Interlocked.Increment(ref inside) != 1;
            Thread.Yield();
            Interlocked.Decrement(ref inside);
            return Thread.CurrentThread.IsThreadPoolThread;
        }

        var begun = new List<Task<bool>>();
        for (var i = 0; i < 20; i++)
            begun.Add(thread.Queue.InvokeAsync(static run => run(), Function, CancellationToken.None).Unwrap());
        Assert.True(thread.Queue.WaitUntilEmpty(Deadline.In(Bound.Generous, TimeProvider.System)));
        thread.Stop(static () => new ShutdownInProgressException("the test"));
        Worker.Start(_outside.SetResult).Join();
        Assert.True(Task.WaitAll([.. begun], Bound.Generous));
        Assert.False(overlapped);
    }

    [Fact]
    public void SerialThread_RestThrowsAfterTheStop_IsReported()
    {
        var thread = new SerialThread("handlers", ThreadSafetyOptions.Default, TimeProvider.System);
        var told = new TaskCompletionSource<Exception>();
        thread.Unobserved += (error, _) => told.TrySetResult(error);
        thread.Queue.Post<int>(async _ =>
        {
            await _outside.Task;
            throw new InvalidTimeZoneException("x");
        }, 0);
        Assert.True(thread.Queue.WaitUntilEmpty(Deadline.In(Bound.Generous, TimeProvider.System)));
        thread.Stop(static () => new ShutdownInProgressException("the test"));
        Worker.Start(_outside.SetResult).Join();
        Assert.True(told.Task.Wait(Bound.Generous));
        Assert.IsType<InvalidTimeZoneException>(told.Task.Result);
    }

    private async Task<int> WaitOutsideAsync()
    {
        await _outside.Task;
        return _ranOn = Environment.CurrentManagedThreadId;
    }

    private async Task<int> YieldAsync()
    {
        await Task.Yield();
        return _ranOn = Environment.CurrentManagedThreadId;
    }

    private async Task<Exception?> SwitchAsync()
    {
        try
        {
            await _main.SwitchToMainThread();
            return null;
        }
        catch (ThreadSafetyException error)
        {
            return error;
        }
    }
}
