using AuroraView.Hosting;
using AuroraView.Threading;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Hosting;

public unsafe class Win32MainThreadTests
{
    [Fact]
    public void Invoke_FromAnotherThread_RunsOnTheWindowsThread()
    {
        using var host = new HostThread(() => new Win32MainThread());
        Assert.False(host.Dispatcher.IsMainThread);
        Assert.Equal(host.Id, host.Dispatcher.Invoke(User32.GetCurrentThreadId));
        Assert.True(host.Dispatcher.Invoke(() => host.Dispatcher.IsMainThread));
        Assert.Throws<InvalidTimeZoneException>(() => host.Dispatcher.Invoke(() => throw new InvalidTimeZoneException()));
    }

    [Fact]
    public void Post_ManyFromManyThreads_AllRunInOrder()
    {
        const int Each = 5_000;
        using var host = new HostThread(() => new Win32MainThread());
        var next = new int[4];
        var wrong = 0;
        var workers = Enumerable.Range(0, next.Length).Select(worker => new Thread(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                var n = i;
                host.Dispatcher.Post(() => wrong += next[worker]++ == n ? 0 : 1);
            }
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => Assert.True(worker.Join(HostThread.Bound)));
        Assert.Equal(Each * next.Length, host.Dispatcher.Invoke(() => next.Sum()));
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Post_MainThreadStuck_LeavesOneMessageInItsQueue()
    {
        Win32MainThread adapter = null!;
        using var posted = new ManualResetEventSlim();
        var messages = 0;
        var ran = 0;
        using var host = new HostThread(() => adapter = new Win32MainThread(), _ =>
        {
            Assert.True(posted.Wait(HostThread.Bound));
            User32.Message message;
            while (User32.PeekMessageW(&message, adapter.Window, User32.User, 0xFFFF, User32.Remove) != 0)
            {
                messages++;
                User32.DispatchMessageW(&message);
            }
        });
        for (var i = 0; i < 20_000; i++)
            host.Dispatcher.Post(() => ran++);
        posted.Set();
        host.Join();
        // What the 8 ms of a pump left was asked for again, one message at a time.
        Assert.True(ran > 0);
        Assert.InRange(messages, 1, ran);
        Assert.True(messages < 1000, $"{messages} messages");
    }

    [Fact]
    public void Wake_ThrownAwayByTheHost_IsPostedAgain()
    {
        using var host = new HostThread(() => new Win32MainThread(), static _ =>
        {
            User32.Message message;
            Assert.True(User32.GetMessageW(&message, 0, 0, 0) > 0);
            HostThread.RunLoop();
        });
        Assert.Equal(7, host.Dispatcher.Invoke(static () => 7));
    }

    [Fact]
    public void Invoke_WhileACallRunsAModalLoop_RunsInsideIt()
    {
        using var host = new HostThread(() => new Win32MainThread());
        var order = new List<string>();
        var inside = new TaskCompletionSource();
        var modal = host.Dispatcher.InvokeAsync(() =>
        {
            order.Add("dialog opens");
            inside.SetResult();
            HostThread.RunLoop();
            order.Add("dialog ends");
        });
        inside.Task.Wait(HostThread.Bound);
        host.Dispatcher.Invoke(() =>
        {
            order.Add("inside");
            User32.PostQuitMessage(0);
        });
        Assert.True(modal.Wait(HostThread.Bound));
        Assert.Equal(["dialog opens", "inside", "dialog ends"], order);
    }

    [Theory]
    [InlineData(Win32PumpMode.Always, "call, paint")]
    [InlineData(Win32PumpMode.WhenIdle, "paint, call")]
    public void Pump_PaintWaiting_ComesByMode(Win32PumpMode mode, string expected)
    {
        var order = new List<string>();
        using var host = new HostThread(() => new Win32MainThread(mode), dispatcher =>
        {
            var window = new PaintedWindow(() => Say("paint"));
            DispatchWaiting();
            order.Clear();
            dispatcher.Post(() => Say("call"));
            window.Invalidate();
            HostThread.RunLoop();

            void Say(string what)
            {
                order.Add(what);
                if (order.Count == 2)
                    User32.PostQuitMessage(0);
            }
        });
        host.Join();
        Assert.Equal(expected, string.Join(", ", order));
    }

    [Fact]
    public void Pump_EndlessCalls_LetTheHostPaint()
    {
        var calls = 0;
        var isPainted = false;
        using var host = new HostThread(
            () => new Win32MainThread(),
            dispatcher =>
            {
                var window = new PaintedWindow(() =>
                {
                    isPainted = true;
                    User32.PostQuitMessage(0);
                });
                dispatcher.Post(Again);
                window.Invalidate();
                HostThread.RunLoop();

                void Again()
                {
                    calls++;
                    if (!isPainted)
                        dispatcher.Post(Again);
                }
            },
            new ThreadSafetyOptions { PumpBudget = TimeSpan.FromMilliseconds(1) });
        host.Join();
        Assert.True(isPainted);
        Assert.True(calls > 0);
    }

    [Fact]
    public void Shutdown_FromAnotherThread_TakesTheWindowAndItsClassAway()
    {
        Win32MainThread adapter = null!;
        var name = "";
        using (var host = new HostThread(() => adapter = new Win32MainThread()))
        {
            name = ClassOf(adapter.Window);
            Assert.StartsWith("AuroraView.MainThread.", name, StringComparison.Ordinal);
            host.Dispatcher.Shutdown();
        }

        Assert.Equal(0, User32.IsWindow(adapter.Window));
    }

    [Fact]
    public void MainThread_Ends_QueuedCallsFailAndNewOnesAreRefused()
    {
        using var hasPosted = new ManualResetEventSlim();
        var host = new HostThread(() => new Win32MainThread(), _ => Assert.True(hasPosted.Wait(HostThread.Bound)));
        var queued = host.Dispatcher.InvokeAsync(static () => 1);
        hasPosted.Set();
        host.Join();
        Assert.Contains("has ended", host.Dispatcher.UnreachableBecause, StringComparison.Ordinal);
        var error = Assert.ThrowsAny<ThreadSafetyException>(() => host.Dispatcher.Invoke(static () => 1));
        Assert.True(error is MainThreadUnavailableException or ShutdownInProgressException, error.ToString());
        Assert.IsType<ShutdownInProgressException>(Assert.Throws<AggregateException>(() => queued.Wait(HostThread.Bound)).InnerException);
    }

    [Fact]
    public void Create_OnAPoolThread_IsRefused()
    {
        var error = Task.Run(static () => Assert.Throws<InvalidOperationException>(static () => new Win32MainThread()), TestContext.Current.CancellationToken);
        Assert.Contains("main thread", error.Result.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Win32MainThread((Win32PumpMode)7));
    }

    [Fact]
    public void TwoOnOneThread_BothPump()
    {
        Win32MainThread second = null!;
        using var host = new HostThread(() => new Win32MainThread());
        var other = host.Dispatcher.Invoke(() => new MainThreadDispatcher(second = new Win32MainThread()));
        Assert.Equal(1, other.Invoke(static () => 1));
        Assert.Equal(2, host.Dispatcher.Invoke(static () => 2));
        host.Dispatcher.Invoke(() => other.Shutdown());
        Assert.Equal(0, User32.IsWindow(second.Window));
        Assert.Equal(3, host.Dispatcher.Invoke(static () => 3));
    }

    private static string ClassOf(nint window)
    {
        var name = stackalloc char[128];
        return new string(name, 0, User32.GetClassNameW(window, name, 128));
    }

    private static void DispatchWaiting()
    {
        User32.Message message;
        while (User32.PeekMessageW(&message, 0, 0, 0, User32.Remove) != 0)
            User32.DispatchMessageW(&message);
    }
}
