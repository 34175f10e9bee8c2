using AuroraView.Threading;
using AuroraView.Threading.Locking;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>What a view refuses a thread that holds an ordered lock, and what not.</summary>
public class LockOrderTests
{
    private static readonly OrderedLock s_guard = new("views: a caller's lock", LockLevel.Callback);

    [Fact]
    public void EvalJsSync_UnderALock_IsAViolationAndRunsNothing()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Assert.Equal("sync eval", Refused(() => view.EvalJsSync("window.ran = true", HostLoop.Bound)));
        Assert.True(view.EvalJsSync<bool>("window.ran === undefined", HostLoop.Bound));
    }

    [Fact]
    public void Close_UnderALock_IsAViolationAndThePanelLivesOn()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Assert.Equal("close", Refused(() => view.Close()));
        Assert.Equal("close", Refused(view.Dispose));
        Assert.Equal(1, view.EvalJsSync<int>("1", HostLoop.Bound));
    }

    [Fact]
    public void CloseAsync_UnderALockWithClosingHandlers_DoesNotCallThem()
    {
        using var host = new HostLoop();
        var view = host.Open();
        var asked = 0;
        view.Closing += (_, _) => asked++;
        Task closing;
        using (s_guard.Enter())
            closing = view.CloseAsync();
        var error = Assert.IsType<LockOrderException>(closing.Exception!.InnerException);
        Assert.Equal("a handler of Closing", error.Violation.Operation);
        Assert.Equal(0, asked);
        Assert.Equal(1, view.EvalJsSync<int>("1", HostLoop.Bound));
    }

    [Fact]
    public void CallOnDccMainThread_UnderALock_IsAViolation()
    {
        using var host = new HostLoop();
        var view = host.Make();
        Assert.Equal("sync dispatch", Refused(() => view.GetProxy().CallOnDccMainThread(static () => 1)));
    }

    [Fact]
    public void EmitAndEvalJs_UnderALock_AreFineSinceNothingForeignRunsAndNothingWaits()
    {
        using var host = new HostLoop();
        var view = host.Open();
        using (s_guard.Enter())
        {
            view.EvalJs("window.heard = 0; auroraview.on('tick', () => window.heard++)");
            view.Emit("tick");
        }

        host.Until(() => view.EvalJsSync<int>("window.heard", HostLoop.Bound) == 1);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public void Handlers_AreCalledWithNoLockHeld()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "x" });
        view.On("main", static () => LockOrder.BeforeForeignCode("a probe"));
        view.On("thread", static () => LockOrder.BeforeForeignCode("a probe"), HandlerThread.View);
        view.Loaded += (_, _) => LockOrder.BeforeForeignCode("a probe");
        view.Show();
        view.EvalJsSync("await auroraview.call('main'); await auroraview.call('thread')", HostLoop.Bound);
        Assert.Empty(host.Errors);
    }

    private static string? Refused(Action action)
    {
        var error = Assert.Throws<LockOrderException>(() =>
        {
            using (s_guard.Enter())
                action();
        });
        return error.Violation.Operation;
    }
}
