using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests;

/// <summary>The dispatcher over a loop and a clock that the test moves.</summary>
public class LoopTests
{
    private readonly ManualClock _clock = new();
    private readonly FakeLoop _loop = new();
    private readonly MainThreadDispatcher _dispatcher;

    public LoopTests() => _dispatcher = new MainThreadDispatcher(_loop, new ThreadSafetyOptions { PumpBudget = TimeSpan.FromMilliseconds(8) }, _clock);

    [Fact]
    public void Post_Many_WakesOnce()
    {
        for (var i = 0; i < 100; i++)
            _dispatcher.Post(static () => { });
        Assert.Equal(1, _loop.Wakes);
        Assert.Equal(100, _dispatcher.Pump());
        _dispatcher.Post(static () => { });
        Assert.Equal(2, _loop.Wakes);
    }

    [Fact]
    public void Pump_BudgetSpent_AsksForAnotherPump()
    {
        var ran = 0;
        for (var i = 0; i < 10; i++)
        {
            _dispatcher.Post(() =>
            {
                ran++;
                _clock.Advance(TimeSpan.FromMilliseconds(5));
            });
        }

        Assert.Equal(2, _dispatcher.Pump());
        Assert.Equal(2, ran);
        Assert.Equal(2, _loop.Wakes);
        Assert.Equal(10, _dispatcher.Pump(TimeSpan.FromHours(1)) + 2);
    }

    [Fact]
    public void Pump_InsideACall_RunsTheRest()
    {
        var order = new List<int>();
        _dispatcher.Post(() =>
        {
            order.Add(1);
            Assert.Equal(1, _dispatcher.Pump());
            order.Add(3);
        });
        _dispatcher.Post(() => order.Add(2));
        Assert.Equal(1, _dispatcher.Pump());
        Assert.Equal([1, 2, 3], order);
    }

    [Fact]
    public void Post_FromWithinACall_RunsAfterWhatWasQueued()
    {
        var order = new List<int>();
        _dispatcher.Post(() =>
        {
            order.Add(1);
            _dispatcher.Post(() => order.Add(3));
        });
        _dispatcher.Post(() => order.Add(2));
        _dispatcher.Pump(TimeSpan.FromHours(1));
        Assert.Equal([1, 2, 3], order);
    }

    [Fact]
    public void Wake_Lost_IsSentAgainWhileCallsArePending()
    {
        _dispatcher.Post(static () => { });
        Assert.Equal(1, _loop.Wakes);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_loop.Wakes > 1);
        _dispatcher.Pump();
        _clock.Advance(TimeSpan.FromSeconds(1));
        var after = _loop.Wakes;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(after, _loop.Wakes);
    }

    [Fact]
    public void Wake_Throws_CallStaysQueuedAndIsReported()
    {
        var errors = new List<string>();
        _dispatcher.UnobservedException += (_, args) => errors.Add(args.Function);
        _loop.WakeThrows = true;
        var ran = false;
        _dispatcher.Post(() => ran = true);
        Assert.Single(errors);
        _dispatcher.Pump();
        Assert.True(ran);
    }

    [Fact]
    public void Call_Throws_PumpGoesOnAndReports()
    {
        Exception? seen = null;
        _dispatcher.UnobservedException += (_, args) => seen = args.Exception;
        _dispatcher.Post(static () => throw new InvalidTimeZoneException("x"));
        var ran = false;
        _dispatcher.Post(() => ran = true);
        Assert.Equal(2, _dispatcher.Pump());
        Assert.IsType<InvalidTimeZoneException>(seen);
        Assert.True(ran);
    }

    [Fact]
    public void Stall_CallsPendingAndNoneTaken_IsReportedOnceAndWhenOver()
    {
        var reports = new List<bool>();
        _dispatcher.StallChanged += (_, args) => reports.Add(args.IsStalled);
        _dispatcher.Post(static () => { });
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(reports);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(Assert.Single(reports));
        _dispatcher.Pump();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(reports is [true, false], string.Join(", ", reports));
    }

    [Theory]
    [InlineData("inline")]
    [InlineData("condition")]
    [InlineData("wait")]
    [InlineData("other dispatcher")]
    [InlineData("the host's own code")]
    public void Stall_MainSitsSomewhere_IsToldWhere(string place)
    {
        var told = new List<MainThreadStallEventArgs>();
        _dispatcher.StallChanged += (_, args) => told.Add(args);
        void Stall()
        {
            Worker.Start(() => _dispatcher.Post(static () => { })).Join();
            _clock.Advance(TimeSpan.FromSeconds(5));
        }

        switch (place)
        {
            case "inline":
                _dispatcher.Invoke(Stall);
                break;
            case "condition":
                _dispatcher.RunUntil(
                    () =>
                    {
                        Stall();
                        return true;
                    },
                    Bound.Generous);
                break;
            case "wait":
                var never = new TaskCompletionSource();
                var worker = Worker.Start(() =>
                {
                    Worker.Until(() => _dispatcher.Queue.Owner!.Blocked is not null);
                    Stall();
                    never.SetResult();
                });
                WaitFor.Task(never.Task, Bound.Generous);
                worker.Join();
                break;
            case "other dispatcher":
                using (var other = MainThreadDispatcher.CreateForCurrentThread())
                {
                    other.Post(Stall);
                    other.Pump();
                }

                break;
            default:
                Stall();
                break;
        }

        Assert.Contains(
            place switch
            {
                "inline" or "other dispatcher" => "It runs 'Stall_MainSitsSomewhere_IsToldWhere.Stall', for ",
                "condition" => "It runs 'the condition of RunUntil', for ",
                "wait" => "It waits in wait for a task for task 'never.Task', for ",
                _ => "It runs no AuroraView call and sits in no AuroraView wait: the host or your own code is busy.",
            },
            Assert.Single(told, static args => args.IsStalled).ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(0, 1)]
    public void RunUntil_CallsKeepComing_ReturnsWhenItsTimeIsOver(int limitMs, int calls)
    {
        var ran = 0;
        void Again()
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            if (++ran < 1000)
                _dispatcher.Post(Again);
        }

        _dispatcher.Post(Again);
        Assert.False(_dispatcher.RunUntil(static () => false, TimeSpan.FromMilliseconds(limitMs)));
        Assert.Equal(calls, ran);
    }

    [Fact]
    public void RunUntil_ConditionRunsALoopOfTheHosts_HostIsWokenForEachCall()
    {
        var looks = 0;
        var ran = 0;
        Assert.True(_dispatcher.RunUntil(
            () =>
            {
                if (++looks == 4)
                    return true;
                var wakes = _loop.Wakes;
                Worker.Start(() => _dispatcher.Post(() => ran++)).Join();
                Assert.Equal(wakes + 1, _loop.Wakes);
                _dispatcher.Pump();
                Assert.Equal(looks, ran);
                _dispatcher.Nudge();
                return false;
            },
            WaitTime.Infinite));
    }

    [Fact]
    public void Loop_Unreachable_CallsAreRefusedWithTheReason()
    {
        _loop.UnreachableBecause = "batch mode: pump";
        Assert.Contains("batch mode", Assert.Throws<MainThreadUnavailableException>(() => _dispatcher.Post(static () => { })).Message, StringComparison.Ordinal);
        Assert.IsType<MainThreadUnavailableException>(_dispatcher.InvokeAsync(static () => { }).Exception!.InnerException);
    }

    [Fact]
    public void Loop_UnreachableButMainIsInAServingWait_TheWaitsCallIsServed()
    {
        _loop.UnreachableBecause = "batch mode: pump";
        var work = TrackedTask.Run(() =>
        {
            Worker.Until(() => _dispatcher.Queue.Owner!.Blocked is not null);
            return _dispatcher.Invoke(static () => Environment.CurrentManagedThreadId, Bound.Generous);
        });
        Assert.Equal(Environment.CurrentManagedThreadId, WaitFor.Task(work, Bound.Generous));
        Assert.Throws<MainThreadUnavailableException>(() => _dispatcher.Post(static () => { }));
    }

    [Fact]
    public void Loop_UnreachableButMainIsAboutToWait_CallsAreAccepted()
    {
        _loop.UnreachableBecause = "batch mode: pump";
        var thread = ThreadNode.Current;
        thread.EnterServing();
        Worker.Start(() => _dispatcher.Post(static () => { })).Join();
        thread.ExitServing();
        Assert.Throws<MainThreadUnavailableException>(() => _dispatcher.Post(static () => { }));
        Assert.Equal(1, _dispatcher.Pump());
    }

    [Fact]
    public void Shutdown_OnMain_RunsWhatIsAcceptedAndRefusesTheRest()
    {
        var ran = 0;
        _dispatcher.Post(() => ran++);
        var later = _dispatcher.InvokeAsync(() => ran++);
        Assert.Equal(0, _dispatcher.Shutdown());
        Assert.Equal(2, ran);
        Assert.True(later.IsCompletedSuccessfully);
        Assert.True(_loop.IsDetached);
        Assert.Throws<ShutdownInProgressException>(() => _dispatcher.Post(static () => { }));
        Assert.Equal(0, _dispatcher.Shutdown());
    }

    [Fact]
    public void Shutdown_NoTime_FailsEachCallOnce()
    {
        var calls = Enumerable.Range(0, 5).Select(_ => _dispatcher.InvokeAsync(static () => 1)).ToList();
        Assert.Equal(5, _dispatcher.Shutdown(TimeSpan.Zero));
        Assert.All(calls, call => Assert.IsType<ShutdownInProgressException>(call.Exception!.InnerException));
    }

    [Fact]
    public void InvokeAsync_CancelledBeforeItStarts_NeverRuns()
    {
        using var source = new CancellationTokenSource();
        var ran = false;
        var call = _dispatcher.InvokeAsync(() => { ran = true; }, source.Token);
        source.Cancel();
        _dispatcher.Pump();
        Assert.True(call.IsCanceled);
        Assert.False(ran);
        Assert.Equal(0, _dispatcher.PendingCalls);
    }

    [Fact]
    public void InvokeAsync_CancelledWhileItRuns_EndsTheWaitOnly()
    {
        using var source = new CancellationTokenSource();
        var ended = false;
        Task call = null!;
        call = _dispatcher.InvokeAsync(
            () =>
            {
                source.Cancel();
                Assert.True(call.IsCanceled);
                ended = true;
            },
            source.Token);
        _dispatcher.Pump();
        Assert.True(ended);
        Assert.True(call.IsCanceled);
    }

    [Fact]
    public void PostAndPump_SteadyState_AllocateNothing()
    {
        Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Round();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Round()
        {
            for (var i = 0; i < 100; i++)
                _dispatcher.Post(static loop => loop.WakeThrows = false, _loop);
            _dispatcher.Pump();
        }
    }
}
