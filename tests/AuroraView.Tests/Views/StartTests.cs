using AuroraView.Engine;
using AuroraView.Threading;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>A start that fails or meets a close is an end like any other: told once, at once, to everyone.</summary>
public sealed class StartTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    private static Task<PanelClosedEventArgs> End(WebView view)
    {
        var closed = new TaskCompletionSource<PanelClosedEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        view.Closed += (_, args) => closed.SetResult(args);
        return closed.Task;
    }

    private static T Wait<T>(Task<T> task)
    {
        Assert.True(task.Wait(s_bound), "it did not end");
        return task.Result;
    }

    [Fact]
    public void Show_StartThrows_PanelClosesWithStartFailedAndEveryCallSaysWhy()
    {
        var engine = new ScriptedBackend { Starting = static () => throw new InvalidOperationException("no engine today") };
        var view = new WebView(new WebViewOptions { Html = "x", Backend = () => engine });
        var end = End(view);
        var shown = Assert.Throws<ShutdownInProgressException>(view.Show);
        Assert.Contains("no engine today", shown.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(shown.InnerException);

        Action[] calls =
        [
            view.Show, () => view.Emit("e"), () => view.EvalJs("1"), () => view.EvalJsSync("1", s_bound), () => view.LoadHtml("y"), () => view.Reload(), view.Stop,
            () => view.EvalJsAsync("1", TestContext.Current.CancellationToken).GetAwaiter().GetResult(), () => view.On("a", () => 1),
        ];
        foreach (var call in calls)
            Assert.Contains("no engine today", Assert.Throws<ShutdownInProgressException>(call).Message, StringComparison.Ordinal);

        var args = Wait(end);
        Assert.Equal(ClosedReason.StartFailed, args.Reason);
        Assert.Equal("StartFailed", args.Error!.Code);
        Assert.True(view.Close());
        Assert.Equal(ViewState.Closed, view.State);
        // Nothing had begun, so nothing was waited for: it was told once, to let go of what it may have made.
        Assert.Equal(1, engine.Closes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Close_EngineIsBeingHandedItsStart_EngineEndsAfterTheStart(bool throws)
    {
        using var starting = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var engine = new ScriptedBackend
        {
            Starting = () =>
            {
                starting.Set();
                release.Wait(s_bound);
                if (throws)
                    throw new InvalidOperationException("late");
            },
        };
        var view = new WebView(new WebViewOptions { Html = "x", Backend = () => engine });
        var end = End(view);
        var showing = Task.Run(view.Show, TestContext.Current.CancellationToken);
        Assert.True(starting.Wait(s_bound));
        Assert.Equal(ViewState.Starting, view.State);
        var closing = view.CloseAsync(TimeSpan.Zero);
        Assert.Equal(ViewState.Closing, view.State);
        Assert.Throws<ShutdownInProgressException>(() => view.Emit("late"));
        // A close that told the engine now would speak to one that has not begun, and wait for its end in vain.
        Assert.Equal(0, engine.Closes);
        release.Set();
        Assert.True(Wait(closing));
        Assert.Equal(ClosedReason.Requested, Wait(end).Reason);
        var shown = Record.Exception(() => showing.GetAwaiter().GetResult());
        if (throws)
            Assert.IsType<ShutdownInProgressException>(shown);
        else
            Assert.Null(shown);
        Assert.Equal(1, engine.Closes);
    }

    [Fact]
    public void Close_InsideTheStart_DoesNotWaitForItself()
    {
        WebView? view = null;
        var engine = new ScriptedBackend { Starting = () => Assert.True(view!.Close(TimeSpan.Zero)) };
        view = new WebView(new WebViewOptions { Html = "x", Backend = () => engine });
        var end = End(view);
        view.Show();
        Assert.Equal(ClosedReason.Requested, Wait(end).Reason);
        Assert.Equal(1, engine.Closes);
    }

    [Fact]
    public void Constructor_FactoryThrows_ThrowsThatAndLeavesNothing()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new WebView(new WebViewOptions { Backend = static () => throw new InvalidOperationException("no factory") }));
        Assert.Equal("no factory", error.Message);
    }

    [Fact]
    public void Options_OutOfRange_AreRefusedAtOnce()
    {
        Action[] wrong =
        [
            () => _ = new WebViewOptions { MaxMessageBytes = (64 * 1024) - 1 },
            () => _ = new WebViewOptions { MaxMessageDepth = 0 },
            () => _ = new WebViewOptions { MaxMessageDepth = 513 },
            () => _ = new WebViewOptions { PingTimeout = TimeSpan.Zero },
            () => _ = new WebViewOptions { PingTimeout = TimeSpan.FromSeconds(-2) },
            () => _ = new WebViewOptions { PingTimeout = TimeSpan.FromDays(30) },
            () => _ = new WebViewOptions { Width = 0 },
            () => _ = new WebViewOptions { Height = 32_768 },
        ];
        Assert.All(wrong, static make => Assert.Throws<ArgumentOutOfRangeException>(make));
        Assert.Equal(TimeSpan.FromMilliseconds(int.MaxValue), new WebViewOptions { PingTimeout = WaitTime.Infinite }.PingTimeout);
        Assert.Equal(64 * 1024, new WebViewOptions { MaxMessageBytes = 64 * 1024 }.MaxMessageBytes);
    }
}
