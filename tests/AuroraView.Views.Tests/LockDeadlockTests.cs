using AuroraView.Threading;
using AuroraView.Threading.Locking;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>
/// Cycles of waits through an ordered lock and a page: nobody on them could do anything, so they are refused at once. A wait under an ordered lock is itself
/// a violation: in mode throw that error comes first, and no such cycle can come about.
/// </summary>
public class LockDeadlockTests
{
    [Fact]
    public void EvalSync_UnderAnOrderedLockInModeThrow_IsAViolationAndNothingIsSent()
    {
        using var mode = new LockMode(LockOrderMode.Throw);
        using var host = new HostLoop();
        var view = host.Open();
        var guard = new OrderedLock("view test: assets", LockLevel.State);
        using (guard.Enter())
        {
            var error = Assert.Throws<LockOrderException>(() => view.EvalJsSync<int>("window.ran = 1", HostLoop.Bound));
            Assert.Equal(LockViolationKind.WaitUnderLock, error.Violation.Kind);
            Assert.Contains("view test: assets", error.Message, StringComparison.Ordinal);
        }

        Assert.True(view.EvalJsSync<bool>("window.ran === undefined", HostLoop.Bound));
    }

    [Fact]
    public void EvalSync_HandlerWaitsForALockThatMainHolds_IsRefusedAtOnceWithTheCycle()
    {
        using var mode = new LockMode(LockOrderMode.Report);
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Title = "Assets", Html = "x" });
        var guard = new OrderedLock("view test: held by main", LockLevel.State);
        var handler = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        view.On("save", () =>
        {
            var error = Record.Exception(() => guard.Enter().Dispose());
            handler.SetResult(error);
            if (error is not null)
                throw error;
        });
        view.Show();

        string? code = null;
        Exception? main;
        using (guard.Enter())
            main = Record.Exception(() => code = view.EvalJsSync<string>("await auroraview.call('save').catch(e => e.code)", HostLoop.Bound));
        var there = host.Run(handler.Task);

        // Whichever of the two waits came last closed the cycle; the other one went on.
        var refused = Assert.IsType<DeadlockDetectedException>(main ?? there);
        if (main is null)
            Assert.Equal("Deadlock", code);
        else
            Assert.Null(there);
        Assert.Contains("the lock 'view test: held by main', held by", refused.Message, StringComparison.Ordinal);
        Assert.Contains("sync eval", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'save', requested by the page of the panel 'Assets'", refused.Message, StringComparison.Ordinal);
        Assert.Contains(refused.Cycle.Members, member => member.ThreadId == Environment.CurrentManagedThreadId);
        // The lock was not left behind half taken.
        guard.Enter().Dispose();
    }

    [Fact]
    public void EvalSync_HandlerIsQueuedBehindOneThatWaitsForMainsLock_OneIsRefusedAndTheRestGoesOn()
    {
        using var mode = new LockMode(LockOrderMode.Report);
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Html = "x" });
        var guard = new OrderedLock("view test: in front", LockLevel.State);
        using var entered = new ManualResetEventSlim();
        var first = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        view.On("first", () =>
        {
            entered.Set();
            first.SetResult(Record.Exception(() => guard.Enter().Dispose()));
        });
        view.On("second", () => "ran");
        view.Show();

        string? second = null;
        Exception? main;
        using (guard.Enter())
        {
            view.EvalJs("auroraview.call('first')");
            Assert.True(entered.Wait(HostLoop.Bound));
            main = Record.Exception(() => second = view.EvalJsSync<string>("await auroraview.call('second').catch(e => e.code)", HostLoop.Bound));
        }

        // The cycle is closed by the evaluation, by the first handler's wait for the lock, or by the page's second call, whichever comes last.
        var there = host.Run(first.Task);
        var refused = new[] { main is not null, there is not null, second == "Deadlock" };
        Assert.Equal([true], refused.Where(static one => one));
        if ((main ?? there) is { } error)
            Assert.IsType<DeadlockDetectedException>(error);
        if (there is not null)
            Assert.Equal("ran", second);
    }

    [Fact]
    public void Handler_InvokesOnMainThatWaitsForTheHandlersLock_IsRefusedAtOnce()
    {
        using var mode = new LockMode(LockOrderMode.Report);
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Html = "x" });
        var guard = new OrderedLock("view test: held by the handler", LockLevel.State);
        using var taken = new ManualResetEventSlim();
        var handler = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        view.On("export", () =>
        {
            using (guard.Enter())
            {
                taken.Set();
                handler.SetResult(Record.Exception(() => host.Dispatcher.Invoke(static () => 1, HostLoop.Bound)));
            }
        });
        view.Show();

        view.EvalJs("auroraview.call('export')");
        Assert.True(taken.Wait(HostLoop.Bound));
        var main = Record.Exception(() => guard.Enter().Dispose());
        var there = host.Run(handler.Task);

        var refused = Assert.IsType<DeadlockDetectedException>(main ?? there);
        Assert.True(main is null || there is null, "both were refused");
        Assert.Contains("the lock 'view test: held by the handler', held by", refused.Message, StringComparison.Ordinal);
        Assert.Contains("sync dispatch", refused.Message, StringComparison.Ordinal);
    }
}
