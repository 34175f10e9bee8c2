using Xunit;

namespace AuroraView.Threading.Tests;

public class InvokeTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    [Fact]
    public void Dispatcher_InvokeFromWorker_RunsOnMain()
    {
        var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var main = Environment.CurrentManagedThreadId;
        var task = Task.Run(() => dispatcher.Invoke(() => Environment.CurrentManagedThreadId));
        Assert.True(dispatcher.RunUntil(task, s_bound));
        Assert.Equal(main, task.Result);
    }

    [Fact]
    public void Dispatcher_WorkerThrows_SameException()
    {
        var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var boom = new InvalidTimeZoneException("x");
        var task = Task.Run(() => dispatcher.Invoke(() => { throw boom; }));
        Assert.Same(boom, Assert.Throws<InvalidTimeZoneException>(() => dispatcher.RunUntil(task, s_bound)));
        Assert.Contains(nameof(Dispatcher_WorkerThrows_SameException), boom.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Dispatcher_NobodyPumps_TimesOutAndNeverRuns()
    {
        var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var ran = false;
        var task = Task.Run(() => dispatcher.Invoke(() => { ran = true; }, TimeSpan.FromMilliseconds(30)));
        var error = Assert.Throws<AggregateException>(() => task.Wait(s_bound)).InnerException;
        var timeout = Assert.IsType<ThreadDispatchTimeoutException>(error);
        Assert.False(timeout.Snapshot.StillRunning);
        dispatcher.Pump();
        Assert.False(ran);
    }

    [Fact]
    public void Dispatcher_AwaitInCall_ComesBackToMain()
    {
        var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var main = Environment.CurrentManagedThreadId;
        var task = Task.Run(() => dispatcher.InvokeAsync(async () =>
        {
            await Task.Yield();
            await Task.Run(() => { });
            return Environment.CurrentManagedThreadId;
        }));
        Assert.True(dispatcher.RunUntil(task, s_bound));
        Assert.Equal(main, task.Result);
    }

    [Fact]
    public void Invoke_TwentyLevels_MainWaitsForWorkerThatInvokesOnMain_RunsNested()
    {
        var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        using var ready = new ManualResetEventSlim();
        MainThreadDispatcher second = null!;
        var done = false;
        var thread = new Thread(() =>
        {
            second = MainThreadDispatcher.CreateForCurrentThread();
            ready.Set();
            second.RunUntil(() => done, s_bound);
        });
        thread.Start();
        ready.Wait(s_bound);
        // main -> second -> main -> second ... twenty levels deep
        int Down(int level) => level == 0
            ? 0
            : level % 2 == 0
                ? 1 + second.Invoke(() => Down(level - 1), s_bound)
                : 1 + dispatcher.Invoke(() => Down(level - 1), s_bound);
        Assert.Equal(20, Down(20));
        second.Post(() => done = true);
        Assert.True(thread.Join(s_bound));
    }

    [Fact]
    public void Invoke_OnMain_RunsInline()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        Assert.Equal(1, dispatcher.Invoke(static () => 1, TimeSpan.Zero));
    }

    [Fact]
    public void Invoke_StillRunningAtTheTimeout_SaysSoAndDropsTheResult()
    {
        var clock = new ManualClock();
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread(clock: clock);
        using var timedOut = new ManualResetEventSlim();
        var worker = Task.Run(() =>
        {
            var error = Assert.Throws<ThreadDispatchTimeoutException>(() => dispatcher.Invoke(Slow, TimeSpan.FromSeconds(5)));
            timedOut.Set();
            return error;
        });
        Assert.True(dispatcher.RunUntil(worker, s_bound));
        Assert.True(worker.Result.Snapshot.StillRunning);
        Assert.Contains(nameof(Slow), worker.Result.Message, StringComparison.Ordinal);

        void Slow()
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            Assert.True(timedOut.Wait(s_bound));
        }
    }

    [Fact]
    public void Invoke_ZeroTimeoutFromWorker_NeverStarts()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var ran = false;
        var worker = Task.Run(() => dispatcher.Invoke(() => { ran = true; }, TimeSpan.Zero));
        Assert.Throws<ThreadDispatchTimeoutException>(() => dispatcher.RunUntil(worker, s_bound));
        Assert.False(ran);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(-1000)]
    [InlineData(3e9)]
    public void Invoke_SenselessTimeout_IsRefused(double milliseconds)
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        Assert.Throws<ArgumentOutOfRangeException>(() => dispatcher.Invoke(static () => 1, TimeSpan.FromMilliseconds(milliseconds)));
    }

    [Fact]
    public void Invoke_Cancelled_EndsTheWaitAndTakesTheCallBack()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        using var source = new CancellationTokenSource();
        var ran = false;
        var worker = Task.Run(() => dispatcher.Invoke(() => { ran = true; }, s_bound, source.Token));
        Assert.True(SpinWait.SpinUntil(() => dispatcher.PendingCalls == 1, s_bound));
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => worker.GetAwaiter().GetResult());
        dispatcher.Pump();
        Assert.False(ran);
    }

    [Fact]
    public void Invoke_EightThreads_EachGetsItsOwnResultInOrder()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var last = new int[8];
        var work = Task.WhenAll(Enumerable.Range(0, 8).Select(t => Task.Run(() =>
        {
            for (var i = 1; i <= 2000; i++)
            {
                var mine = i;
                dispatcher.Post(() => Assert.Equal(mine - 1, last[t]));
                Assert.Equal(mine * 10 + t, dispatcher.Invoke(() => (last[t] = mine) * 10 + t, s_bound));
            }
        })));
        var errors = 0;
        dispatcher.UnobservedException += (_, _) => errors++;
        Assert.True(dispatcher.RunUntil(work, s_bound));
        Assert.Equal(0, errors);
    }

    [Fact]
    public void Pump_OnAnotherThread_IsRefused()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        Exception? error = null;
        var other = new Thread(() => error = Record.Exception(() => dispatcher.Pump()));
        other.Start();
        Assert.True(other.Join(s_bound));
        Assert.IsType<InvalidOperationException>(error);
    }

    [Fact]
    public void RunUntil_TimeOver_SaysFalse()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        Assert.False(dispatcher.RunUntil(static () => false, TimeSpan.FromMilliseconds(20)));
        Assert.False(dispatcher.RunUntil(new TaskCompletionSource().Task, TimeSpan.Zero));
        using var source = new CancellationTokenSource();
        dispatcher.Post(source.Cancel);
        Assert.Throws<OperationCanceledException>(() => dispatcher.RunUntil(static () => false, s_bound, source.Token));
    }

    [Fact]
    public void SwitchToMainThread_GoesThereOrThrows()
    {
        var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var main = Environment.CurrentManagedThreadId;
        var work = Task.Run(async () =>
        {
            await dispatcher.SwitchToMainThread();
            return Environment.CurrentManagedThreadId;
        });
        Assert.True(dispatcher.RunUntil(work, s_bound));
        Assert.Equal(main, work.Result);
        dispatcher.Dispose();
        var refused = Task.Run(async () => await dispatcher.SwitchToMainThread());
        Assert.Throws<ShutdownInProgressException>(() => refused.GetAwaiter().GetResult());
    }

    [Fact]
    public void SynchronizationContext_SendAndPost_RunOnMainInOrder()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var main = Environment.CurrentManagedThreadId;
        var order = new List<int>();
        var work = Task.Run(() =>
        {
            dispatcher.SynchronizationContext.Post(_ => order.Add(1), null);
            dispatcher.SynchronizationContext.Send(_ => order.Add(Environment.CurrentManagedThreadId == main ? 2 : 0), null);
        });
        Assert.True(dispatcher.RunUntil(work, s_bound));
        Assert.Equal([1, 2], order);
    }

    [Fact]
    public void Invoke_SteadyState_AllocatesNothing()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var work = Task.Run(() =>
        {
            Round();
            var before = GC.GetAllocatedBytesForCurrentThread();
            Round();
            return GC.GetAllocatedBytesForCurrentThread() - before;

            void Round()
            {
                for (var i = 0; i < 100; i++)
                    dispatcher.Invoke(static n => n, 1, s_bound);
            }
        });
        Assert.True(dispatcher.RunUntil(work, s_bound));
        Assert.Equal(0, work.Result);
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadSafetyOptions { MaxRetries = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadSafetyOptions { JsEvalTimeout = TimeSpan.FromMilliseconds(-5) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadSafetyOptions { QueueCapacity = 0 });
        Assert.Equal(TimeSpan.FromSeconds(5), ThreadSafetyOptions.Default.JsEvalTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30), ThreadSafetyOptions.Default.MainThreadTimeout);
        Assert.Equal((3, TimeSpan.FromMilliseconds(100)), (ThreadSafetyOptions.Default.MaxRetries, ThreadSafetyOptions.Default.RetryDelay));
    }
}
