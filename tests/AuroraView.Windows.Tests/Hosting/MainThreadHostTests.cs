using AuroraView.Hosting;
using AuroraView.Threading;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Hosting;

public class MainThreadHostTests
{
    [Fact]
    public void ForCurrentThread_ContextOfAToolkit_IsUsed()
    {
        var context = new ToolkitContext();
        using var host = new HostThread(() => On(context));
        Assert.Equal(nameof(ToolkitContext), host.Dispatcher.Name);
        host.Dispatcher.Post(static () => { });
        Assert.Equal(1, context.Posts);
    }

    [Fact]
    public void ForCurrentThread_NoContext_IsTheMessageLoop()
    {
        using var host = new HostThread(static () => On(null));
        Assert.Equal(host.Id, host.Dispatcher.Invoke(User32.GetCurrentThreadId));
    }

    // The base class posts to the pool: taking it for the main thread would pump there.
    [Fact]
    public void ForCurrentThread_PlainContext_IsTheMessageLoop()
    {
        using var host = new HostThread(static () => On(new SynchronizationContext()));
        Assert.Equal(host.Id, host.Dispatcher.Invoke(User32.GetCurrentThreadId));
    }

    private static IMainThreadAdapter On(SynchronizationContext? context)
    {
        SynchronizationContext.SetSynchronizationContext(context);
        return MainThreadHost.ForCurrentThread();
    }

    private sealed class ToolkitContext : SynchronizationContext
    {
        internal int Posts { get; private set; }

        public override void Post(SendOrPostCallback d, object? state) => Posts++;
    }
}
