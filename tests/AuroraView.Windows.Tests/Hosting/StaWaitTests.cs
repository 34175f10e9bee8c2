using AuroraView.Hosting;
using AuroraView.Threading;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Hosting;

/// <summary>A managed wait on an STA thread dispatches messages that other threads send, so window procedures of the host run inside it. Ours must not.</summary>
public unsafe class StaWaitTests
{
    [Fact]
    public void Invoke_WaitingOnAnStaThread_RunsNoWindowProcedure()
    {
        var main = MainThreadDispatcher.CreateForCurrentThread();
        Assert.False(IsDelivered(main, released => _ = main.Invoke(() => released.Wait(HostThread.Bound), HostThread.Bound), main));
    }

    // Shows that the test above would see it.
    [Fact]
    public void ManagedWait_OnAnStaThread_RunsWindowProcedures()
    {
        var main = MainThreadDispatcher.CreateForCurrentThread();
        Assert.True(IsDelivered(main, static released => released.Wait(HostThread.Bound), null));
    }

    private static bool IsDelivered(MainThreadDispatcher main, Action<ManualResetEventSlim> wait, MainThreadDispatcher? pump)
    {
        using var released = new ManualResetEventSlim();
        var window = new TaskCompletionSource<nint>();
        using var waiter = new HostThread(static () => new Win32MainThread(), _ =>
        {
            window.SetResult(new PaintedWindow(static () => { }).Handle);
            wait(released);
        });
        var sent = Task.Run(() =>
        {
            nint result;
            // Half a second is not a limit for anything good: where nothing is delivered it is simply over.
            var delivered = User32.SendMessageTimeoutW(window.Task.Result, User32.User, 0, 0, 0, pump is null ? 60_000u : 500u, &result) != 0;
            released.Set();
            return delivered;
        });
        if (pump is not null)
            Assert.True(main.RunUntil(sent, HostThread.Bound));
        return sent.Result;
    }
}
