using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests;

/// <summary>Calls that come before a program without a host has pumped for the first time.</summary>
public class FirstPumpTests
{
    private readonly ManualClock _clock = new();
    private readonly MainThreadDispatcher _dispatcher;
    private readonly List<Exception> _unobserved = [];
    private int _ran;

    public FirstPumpTests()
    {
        _dispatcher = new MainThreadDispatcher(new NoMainThread(), clock: _clock);
        _dispatcher.UnobservedException += (_, args) =>
        {
            lock (_unobserved)
                _unobserved.Add(args.Exception);
        };
    }

    [Fact]
    public void NoMainThread_CallsComeBeforeTheFirstPump_RunInIt()
    {
        var order = new List<int>();
        Task? async = null;
        var worker = Worker.Start(() =>
        {
            _dispatcher.Post(() => order.Add(1));
            async = _dispatcher.InvokeAsync(() => order.Add(2));
            _dispatcher.Invoke(() => order.Add(3));
        });
        Worker.Until(() => _dispatcher.PendingCalls == 3);
        Assert.Equal(3, _dispatcher.Pump());
        worker.Join();
        Assert.True(async!.IsCompletedSuccessfully);
        Assert.Equal([1, 2, 3], order);
    }

    [Fact]
    public void NoMainThread_NothingPumpsForASecond_EachCallIsRefusedOnceAndNeverRuns()
    {
        var asynchronous = new TaskCompletionSource<Task>();
        var sync = Worker.Start(() => _dispatcher.Invoke(() => _ran++, WaitTime.Infinite));
        var others = Worker.Start(() =>
        {
            _dispatcher.Post(() => _ran++);
            asynchronous.SetResult(_dispatcher.InvokeAsync(() => _ran++));
        });
        others.Join();
        Worker.Until(() => _dispatcher.PendingCalls == 3);
        _clock.Advance(CallQueue.FirstPumpWithin - TimeSpan.FromMilliseconds(1));
        Assert.Equal(3, _dispatcher.PendingCalls);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Worker.Until(() =>
        {
            // The timer may have been set a moment after the clock was moved.
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            return _dispatcher.PendingCalls == 0;
        });
        Assert.Contains("RunUntil", Assert.IsType<MainThreadUnavailableException>(sync.JoinError()).Message, StringComparison.Ordinal);
        var error = Assert.Throws<AggregateException>(() => asynchronous.Task.Result.Wait(Bound.Generous));
        Assert.IsType<MainThreadUnavailableException>(error.InnerException);
        Worker.Until(() =>
        {
            lock (_unobserved)
                return _unobserved.Count == 1;
        });
        Assert.IsType<MainThreadUnavailableException>(_unobserved[0]);
        _dispatcher.Pump();
        Assert.Equal(0, _ran);
    }

    [Fact]
    public void NoMainThread_TimeoutIsShorter_RefusalComesThen()
    {
        var worker = Worker.Start(() => _dispatcher.Invoke(() => _ran++, TimeSpan.FromMilliseconds(300)));
        Worker.Until(() => _dispatcher.PendingCalls == 1);
        _clock.Advance(TimeSpan.FromMilliseconds(300));
        Assert.IsType<MainThreadUnavailableException>(worker.JoinError());
        Assert.Equal(0, _dispatcher.PendingCalls);
        Assert.IsType<MainThreadUnavailableException>(Worker.Start(() => _dispatcher.Invoke(() => _ran++, TimeSpan.Zero)).JoinError());
        _dispatcher.Pump();
        Assert.Equal(0, _ran);
    }

    [Fact]
    public void NoMainThread_PumpedInTime_TheCallsOwnTimeoutCounts()
    {
        var worker = Worker.Start(() => _dispatcher.Invoke(
            () =>
            {
                _ran++;
                _clock.Advance(TimeSpan.FromSeconds(3));
            },
            TimeSpan.FromSeconds(5)));
        Worker.Until(() => _dispatcher.PendingCalls == 1);
        _dispatcher.Pump();
        worker.Join();
        worker = Worker.Start(() => _dispatcher.Invoke(() => _ran++, TimeSpan.FromSeconds(5)));
        Worker.Until(() => _dispatcher.PendingCalls == 1);
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(1, _dispatcher.PendingCalls);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<ThreadDispatchTimeoutException>(worker.JoinError());
        Assert.Equal(1, _ran);
    }

    [Fact]
    public void NoMainThread_CancelledBeforeTheFirstPump_TakesTheCallBack()
    {
        using var source = new CancellationTokenSource();
        var worker = Worker.Start(() => _dispatcher.Invoke(() => _ran++, Bound.Generous, source.Token));
        var task = _dispatcher.InvokeAsync(() => _ran++, source.Token);
        Worker.Until(() => _dispatcher.PendingCalls == 2);
        source.Cancel();
        Assert.IsAssignableFrom<OperationCanceledException>(worker.JoinError());
        Assert.True(task.IsCanceled);
        Assert.Equal(0, _dispatcher.Pump());
        Assert.Equal(0, _ran);
    }

    [Fact]
    public void NoMainThread_ShutDownBeforeTheFirstPump_EndsTheWait()
    {
        var worker = Worker.Start(() => _dispatcher.Invoke(() => _ran++, Bound.Generous));
        Worker.Until(() => _dispatcher.PendingCalls == 1);
        Assert.Equal(1, _dispatcher.Shutdown(TimeSpan.Zero));
        Assert.IsType<ShutdownInProgressException>(worker.JoinError());
        Assert.Equal(0, _ran);
    }

    [Fact]
    public void NoMainThread_CallWaitsForTheFirstPump_ReportShowsTheWait()
    {
        var worker = Worker.Start(() => _dispatcher.Invoke(() => _ran++, Bound.Generous), "early caller");
        Worker.Until(() => HangReport.Take().Threads.Any(thread => thread.Name.Contains("early caller", StringComparison.Ordinal) && thread.Waits.Count > 0));
        _dispatcher.Pump();
        worker.Join();
        Assert.Equal(1, _ran);
    }

    [Fact]
    public void NoMainThread_ServesForAMomentOnly_CallThatIsLeftIsRefused()
    {
        var thread = ThreadNode.Current;
        _dispatcher.BindToThisThread();
        var task = _dispatcher.InvokeAsync(() => _ran++);
        thread.EnterServing();
        _clock.Advance(CallQueue.FirstPumpWithin);
        Assert.Equal(1, _dispatcher.PendingCalls);
        thread.ExitServing();
        _clock.Advance(CallQueue.FirstPumpWithin);
        Assert.IsType<MainThreadUnavailableException>(task.Exception!.InnerException);
        Assert.Equal(0, _dispatcher.PendingCalls);
    }
}
