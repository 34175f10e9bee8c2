using AuroraView.Threading;
using AuroraView.Threading.Tests;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>A close that asks: one question for everyone, and an end also where nobody is left to answer.</summary>
public sealed class ClosingTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    private static WebView Make(MainThreadDispatcher? main = null, bool dccMode = false, ThreadSafetyOptions? safety = null)
    {
        var engine = new ScriptedBackend();
        return new WebView(new WebViewOptions { Html = "<p></p>", Backend = () => engine, Dispatcher = main, DccMode = dccMode, Safety = safety });
    }

    [Fact]
    public void CloseAsync_DispatcherIsShutDownBeforeTheQuestion_EndsAndNobodyWasAsked()
    {
        var main = MainThreadDispatcher.CreateForCurrentThread();
        Assert.True(main.RunUntil(static () => true, s_bound));
        var view = Make(main, dccMode: true);
        var asked = 0;
        view.Closing += (_, args) =>
        {
            asked++;
            args.Cancel = true;
        };
        view.Show();
        Task<bool>? closing = null;
        var reached = new ManualResetEventSlim();
        // The main thread is in a wait of ours, so it can be reached; it does not come to the question before it ends.
        main.Post(() =>
        {
            Task.Run(() =>
            {
                closing = view.CloseAsync();
                reached.Set();
            }).Wait(s_bound);
            main.Shutdown(TimeSpan.Zero);
        });
        _ = main.RunUntil(() => reached.IsSet, s_bound);
        Assert.True(closing!.Wait(s_bound));
        Assert.True(closing.Result);
        Assert.True(view.Close());
        Assert.Equal(0, asked);
        reached.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CloseAsync_WhileAnotherAsks_GetsTheSameAnswer(bool refuses)
    {
        var view = Make();
        using var asked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var times = 0;
        view.Closing += (_, args) =>
        {
            Interlocked.Increment(ref times);
            asked.Set();
            release.Wait(s_bound);
            args.Cancel = refuses;
        };
        view.Show();
        var first = view.CloseAsync();
        Assert.True(asked.Wait(s_bound));
        var second = view.CloseAsync();
        Assert.False(second.IsCompleted);
        Assert.NotEqual(ViewState.Closing, view.State);
        release.Set();
        Assert.True(Task.WhenAll(first, second).Wait(s_bound));
        Assert.Equal(!refuses, first.Result);
        Assert.Equal(!refuses, second.Result);
        Assert.Equal(1, times);
        // The next one asks anew.
        if (refuses)
        {
            Assert.False(view.Close());
            Assert.Equal(2, times);
        }

        view.Dispose();
    }

    [Fact]
    public void Close_ForcedWhileAnotherAsks_BothAreTrueWhateverTheHandlerSays()
    {
        var view = Make();
        using var asked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        view.Closing += (_, args) =>
        {
            asked.Set();
            release.Wait(s_bound);
            args.Cancel = true;
        };
        view.Show();
        var first = view.CloseAsync();
        Assert.True(asked.Wait(s_bound));
        Assert.True(view.Close(force: true));
        Assert.True(first.Wait(s_bound));
        Assert.True(first.Result);
        release.Set();
    }

    [Fact]
    public void Close_OnMainWhileAHandlerRuns_LeavesAndTheCloseGoesOn()
    {
        using var main = MainThreadDispatcher.CreateForCurrentThread();
        var engine = new ScriptedBackend();
        var view = new WebView(new WebViewOptions
        {
            Html = "<p></p>", Backend = () => engine, Dispatcher = main, Safety = new ThreadSafetyOptions { DrainTimeout = WaitTime.Infinite },
        });
        using var running = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        view.On("long", () =>
        {
            running.Set();
            return release.Wait(s_bound);
        });
        view.Show();
        engine.Say("auroraview://app", 7, """["hello","auroraview://app/"]""");
        engine.Say("auroraview://app", 7, """["call",1,"long"]""");
        Assert.True(running.Wait(s_bound));
        // It would have to wait for the handler.
        Assert.True(view.Close());
        Assert.Equal(ViewState.Closing, view.State);
        view.Dispose();
        Assert.Equal(ViewState.Closing, view.State);
        release.Set();
        Assert.True(main.RunUntil(view.CloseAsync(), s_bound));
        Assert.Equal(ViewState.Closed, view.State);
    }

    [Fact]
    public void Close_OnMainWithATime_WaitsForTheHandler()
    {
        using var main = MainThreadDispatcher.CreateForCurrentThread();
        var engine = new ScriptedBackend();
        var view = new WebView(new WebViewOptions { Html = "<p></p>", Backend = () => engine, Dispatcher = main });
        using var running = new ManualResetEventSlim();
        var ended = false;
        view.On("serve", () =>
        {
            running.Set();
            // Longer than a close without a time would hold the main thread; and what it needs of main is served in the wait.
            for (var i = 0; i < 10; i++)
                main.Invoke(static () => Thread.Sleep(50));
            ended = true;
        });
        view.Show();
        engine.Say("auroraview://app", 7, """["hello","auroraview://app/"]""");
        engine.Say("auroraview://app", 7, """["call",1,"serve"]""");
        Assert.True(running.Wait(s_bound));
        Assert.True(view.Close(WaitTime.Infinite));
        Assert.True(ended);
        Assert.Equal(ViewState.Closed, view.State);
    }

    [Fact]
    public void Close_CallsAreCarriedOutMeanwhile_EachIsAnsweredBeforeThePageGoes()
    {
        const int Calls = 20;
        // A page that is slow to take its answers, and a clock on which the wait for it never ends.
        var engine = new ScriptedBackend { Hangs = true };
        var view = new WebView(new WebViewOptions { Html = "<p></p>", Backend = () => engine, Clock = new ManualClock() });
        using var running = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var ran = 0;
        view.On("work", () =>
        {
            running.Set();
            release.Wait(s_bound);
            return $"answer {Interlocked.Increment(ref ran)}";
        });
        view.Show();
        engine.Say("auroraview://app", 7, """["hello","auroraview://app/"]""");
        for (var call = 1; call <= Calls; call++)
            engine.Say("auroraview://app", 7, $"""["call",{call},"work"]""");
        Assert.True(running.Wait(s_bound));
        var closing = view.CloseAsync(WaitTime.Infinite);
        Assert.Equal(ViewState.Closing, view.State);
        release.Set();
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref ran) == Calls, s_bound));
        Assert.True(
            SpinWait.SpinUntil(
                () =>
                {
                    engine.Recover();
                    return closing.IsCompleted;
                },
                s_bound),
            $"the panel is {view.State}");
        var heard = string.Concat(engine.Given.TakeWhile(static given => given != "close"));
        Assert.All(Enumerable.Range(1, Calls), number => Assert.Contains($"\"answer {number}\"", heard.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    // A panel host that was stopped takes nothing more, and says so by an exception of the window's change.
    [Fact]
    public void Close_EngineTakesNoWindowChange_IsEndedAllTheSameAndEveryCallerIsAnswered()
    {
        var engine = new ScriptedBackend { Hangs = true };
        var view = new WebView(new WebViewOptions { Html = "<p></p>", Backend = () => engine });
        view.Show();
        engine.Say("auroraview://app", 7, """["hello","auroraview://app/"]""");
        var waits = view.EvalJsAsync<int>("1");
        engine.WindowFails = new InvalidOperationException("It does not read.");
        Assert.True(view.CloseAsync(TimeSpan.Zero).Wait(s_bound));
        Assert.Contains("close", engine.Given);
        Assert.IsType<ShutdownInProgressException>(Assert.Throws<AggregateException>(() => waits.Wait(s_bound)).InnerException);
    }
}
