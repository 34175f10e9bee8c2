using AuroraView.Threading;
using AuroraView.Threading.Tests;
using Xunit;

namespace AuroraView.Views.Tests;

public class CloseTests
{
    private const string Never = "await new Promise(() => {})";

    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(200);

    private static void Settle(WebView view) => Assert.Equal(2, view.EvalJsSync<int>("1 + 1", HostLoop.Bound));

    // On main a close may still be under way when the call returns.
    private static void AssertGone(HostLoop host, WebView view, int process)
    {
        Assert.True(host.Run(view.CloseAsync()));
        Assert.Equal(ViewState.Closed, view.State);
        Assert.False(Directory.Exists($"/proc/{process}"), "the panel host is still there");
    }

    [Fact]
    public void Close_HundredThreadsBlocked_EachReturnsWithOneError()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Settle(view);
        var process = view.Engine!.ProcessId;
        using var started = new CountdownEvent(100);
        var outcomes = new Exception?[100];
        var threads = Enumerable.Range(0, 100).Select(i => new Thread(() =>
        {
            started.Signal();
            outcomes[i] = Record.Exception(() =>
            {
                if (i % 2 == 0)
                    view.EvalJsSync<int>(Never, HostLoop.Bound);
                else
                    view.GetProxy().CallOnDccMainThread(() => 1, HostLoop.Bound);
            });
        }) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        Assert.True(started.Wait(HostLoop.Bound));
        Assert.True(view.Close(s_soon));
        Assert.All(threads, thread => Assert.True(thread.Join(HostLoop.Bound)));
        Assert.All(outcomes, (outcome, i) =>
        {
            // A call for the main thread may have been run by the close's own wait, which serves what it depends on.
            if (outcome is not null || i % 2 == 0)
                Assert.IsType<ShutdownInProgressException>(outcome);
        });
        AssertGone(host, view, process);
    }

    [Fact]
    public void Close_HundredThreadsInEvaluationsDispatchesAndAFullQueue_EachReturnsWithItsResultOrOneError()
    {
        using var host = new HostLoop();
        var options = new ThreadSafetyOptions { QueueCapacity = 8, WhenQueueFull = FullQueuePolicy.Wait, JsEvalTimeout = WaitTime.Infinite, MainThreadTimeout = WaitTime.Infinite };
        var view = host.Make(new WebViewOptions { Html = "x", Safety = options });
        view.Show();
        Settle(view);
        var process = view.Engine!.ProcessId;
        // Nothing is taken from the queue any more.
        view.EvalJs("while (true) {}");
        using var started = new CountdownEvent(100);
        var outcomes = new Exception?[100];
        var threads = Enumerable.Range(0, 100).Select(i => new Thread(() =>
        {
            started.Signal();
            outcomes[i] = Record.Exception(() =>
            {
                if (i % 3 == 0)
                    view.EvalJsSync<int>(Never);
                else if (i % 3 == 1)
                    view.GetProxy().CallOnDccMainThread(() => 1);
                else
                    view.Emit("status", new byte[100_000]);
            });
        }) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        Assert.True(started.Wait(HostLoop.Bound));
        Assert.True(view.Close(s_soon));
        Assert.All(threads, thread => Assert.True(thread.Join(HostLoop.Bound)));
        Assert.All(outcomes, (outcome, i) =>
        {
            // An event that found room was accepted, and a call for the main thread may have been run.
            if (outcome is not null || i % 3 == 0)
                Assert.IsType<ShutdownInProgressException>(outcome);
        });
        AssertGone(host, view, process);
    }

    [Fact]
    public void Close_HandlerRunsOnMainPastTheDeadline_PageGetsOneErrorAndTheResultIsDropped()
    {
        var clock = new ManualClock();
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Clock = clock, Html = "x" });
        using var running = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        view.On("long", () =>
        {
            running.Set();
            release.Wait(HostLoop.Bound);
            return "done";
        });
        view.Show();
        Settle(view);
        // A title would come later than the answer to the batch, or not at all. A raw message comes before it, and the refusal of it is reported.
        view.EvalJs("""
            const tell = () => window.webkit.messageHandlers.auroraview.postMessage('told');
            void auroraview.call('long').then(() => { tell(); tell(); tell(); }, e => { tell(); if (e.code !== 'Closed') tell(); });
            """);
        var closed = new TaskCompletionSource<PanelClosedEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        view.Closed += (_, args) => closed.TrySetResult(args);
        var drain = TimeSpan.FromMilliseconds(123);
        var closing = Task.Run(() =>
        {
            Assert.True(running.Wait(HostLoop.Bound));
            // The handler may run before the script that called it has its own answer; then there would be two to abandon.
            Assert.Equal(1, view.EvalJsSync<int>("1", HostLoop.Bound));
            var ends = Task.Run(() => view.Close(drain));
            // Time is up as soon as the close waits for the handler, and stands still after that.
            Assert.True(SpinWait.SpinUntil(() => clock.NextDue == drain, HostLoop.Bound));
            clock.Advance(drain);
            var result = ends.Wait(HostLoop.Bound) && ends.Result;
            release.Set();
            return result;
        });
        Assert.True(host.Run(closing));
        Assert.Equal(1, host.Run(closed.Task).Abandoned);
        Assert.Single(host.Errors, static error => error.StartsWith("A message of the page was refused", StringComparison.Ordinal));
    }

    [Fact]
    public void Close_FromClosedObserverAndByTwoMoreThreads_IsRaisedOnce()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Settle(view);
        var times = 0;
        var nested = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        view.Closed += (_, _) =>
        {
            Interlocked.Increment(ref times);
            nested.TrySetResult(view.Close() && view.Close(force: true));
        };
        host.Run(Task.WhenAll(Task.Run(() => view.Close()), Task.Run(() => view.Close(force: true))));
        Assert.True(host.Run(nested.Task));
        Assert.Equal(1, times);
    }

    [Fact]
    public void Close_ProducersWaitForRoom_EachIsRefused()
    {
        using var host = new HostLoop();
        var options = new ThreadSafetyOptions { QueueCapacity = 3, WhenQueueFull = FullQueuePolicy.Wait };
        var view = host.Make(new WebViewOptions { Html = "x", Safety = options });
        // The first page is the third.
        view.Emit("a");
        view.Emit("b");
        var outcomes = new Exception?[8];
        var threads = Enumerable.Range(0, 8).Select(i => new Thread(() => outcomes[i] = Record.Exception(() => view.Emit("c"))) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        Assert.True(view.Close(s_soon));
        Assert.All(threads, thread => Assert.True(thread.Join(HostLoop.Bound)));
        Assert.All(outcomes, outcome => Assert.IsType<ShutdownInProgressException>(outcome));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Close_FromHandler_DoesNotWaitForItselfAndEnds(bool dccMode)
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = dccMode, Html = "x" });
        var closed = new TaskCompletionSource();
        var times = 0;
        view.Closed += (_, _) =>
        {
            Assert.True(view.Close());
            Interlocked.Increment(ref times);
            closed.TrySetResult();
        };
        view.On("bye", () => view.Close(s_soon));
        view.Show();
        view.EvalJs("auroraview.call('bye')");
        host.Run(closed.Task);
        Assert.Equal(1, times);
        Assert.Equal(ViewState.Closed, view.State);
    }

    [Fact]
    public void Close_ManyAtOnce_ClosedIsRaisedOnce()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Settle(view);
        var times = 0;
        var closed = new TaskCompletionSource();
        view.Closed += (_, _) =>
        {
            Interlocked.Increment(ref times);
            closed.TrySetResult();
        };
        host.Run(Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => view.Close()))));
        host.Run(closed.Task);
        Assert.Equal(1, times);
    }

    [Fact]
    public void Close_BeforeShow_Ends()
    {
        using var host = new HostLoop();
        var view = host.Make();
        view.Emit("early");
        Assert.True(view.Close());
        Assert.Throws<ShutdownInProgressException>(view.Show);
        Assert.Throws<ShutdownInProgressException>(() => view.Emit("late"));
    }

    [Fact]
    public void Close_BeforeReady_Ends()
    {
        using var host = new HostLoop();
        var view = host.Open();
        var pending = view.EvalJsAsync<int>(Never);
        Assert.True(view.Close(s_soon));
        Assert.IsType<ShutdownInProgressException>(Record.Exception(() => host.Run(pending)));
    }

    [Fact]
    public void Close_PageInEndlessLoop_EndsAndLeavesNoProcess()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Settle(view);
        var process = view.Engine!.ProcessId;
        view.EvalJs("while (true) {}");
        Assert.True(view.Close(s_soon));
        AssertGone(host, view, process);
    }

    [Fact]
    public void Close_DuringNavigation_Ends()
    {
        using var host = new HostLoop();
        var view = host.Open();
        Settle(view);
        for (var i = 0; i < 20; i++)
            view.LoadHtml($"<h1>{i}");
        Assert.True(view.Close(s_soon));
        Assert.True(host.Run(view.CloseAsync()));
        Assert.Equal(ViewState.Closed, view.State);
    }

    [Fact]
    public void Closing_HandlerRefuses_StaysOpenUntilForced()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "x" });
        view.Closing += (_, args) => args.Cancel = true;
        view.Show();
        Settle(view);
        Assert.False(view.Close());
        Assert.False(host.Run(Task.Run(() => view.CloseAsync())));
        Settle(view);
        Assert.True(view.Close(force: true));
        Assert.True(host.Run(view.CloseAsync()));
        Assert.Equal(ViewState.Closed, view.State);
    }

    [Fact]
    public void Close_HandlerStillRunsOnMain_IsGivenUpAndItsResultDropped()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "x" });
        using var release = new ManualResetEventSlim();
        using var running = new ManualResetEventSlim();
        view.On("long", () =>
        {
            running.Set();
            release.Wait(HostLoop.Bound);
            return 1;
        });
        view.Show();
        view.EvalJs("auroraview.call('long')");
        var closed = new TaskCompletionSource<PanelClosedEventArgs>();
        view.Closed += (_, args) => closed.TrySetResult(args);
        var closing = Task.Run(() =>
        {
            running.Wait(HostLoop.Bound);
            var result = view.Close(s_soon);
            release.Set();
            return result;
        });
        Assert.True(host.Run(closing));
        // The handler, and the evaluation that waits for it.
        Assert.Equal(2, host.Run(closed.Task).Abandoned);
    }

    [Fact]
    public void Close_ScriptsThatDoNotEnd_FailWhileAHandlerStillRuns()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { Html = "x", Safety = new ThreadSafetyOptions { DrainTimeout = WaitTime.Infinite } });
        using var running = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        view.On("long", () =>
        {
            running.Set();
            return release.Wait(HostLoop.Bound);
        });
        view.Show();
        view.EvalJs("void auroraview.call('long')");
        var waits = view.EvalJsAsync<int>(Never);
        Assert.True(running.Wait(HostLoop.Bound));
        Settle(view);
        var spins = view.EvalJsAsync<int>("while (true) {}");
        var closing = view.CloseAsync();
        Assert.IsType<ShutdownInProgressException>(Record.Exception(() => host.Run(waits)));
        Assert.IsType<ShutdownInProgressException>(Record.Exception(() => host.Run(spins)));
        Assert.False(closing.IsCompleted);
        release.Set();
        Assert.True(host.Run(closing));
    }
}
