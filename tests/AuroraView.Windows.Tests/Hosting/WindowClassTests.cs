using AuroraView.Hosting;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Hosting;

/// <summary>Alone: the class of the message windows belongs to the process.</summary>
[Collection(EngineCollection.Name)]
public unsafe class WindowClassTests
{
    [Fact]
    public void LastWindow_Goes_TakesItsClassAlong()
    {
        var name = OpenAndClose();
        var other = OpenAndClose();
        Assert.Equal(name, other);
        Worker.Until(() => !IsRegistered(name));
    }

    [Fact]
    public void Windows_ComeAndGoOnManyThreads_EachGetsOne()
    {
        var threads = Enumerable.Range(0, 4).Select(static _ => Task.Factory.StartNew(
            static () =>
            {
                for (var i = 0; i < 50; i++)
                    OpenAndClose();
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Assert.True(Task.WaitAll(threads, HostThread.Bound));
    }

    private static string OpenAndClose()
    {
        Win32MainThread adapter = null!;
        using var host = new HostThread(() => adapter = new Win32MainThread());
        var name = stackalloc char[128];
        var length = User32.GetClassNameW(adapter.Window, name, 128);
        return new string(name, 0, length);
    }

    private static bool IsRegistered(string name)
    {
        var information = stackalloc byte[80];
        *(int*)information = 80;
        return User32.GetClassInfoExW(User32.GetModuleHandleW(null), name, information) != 0;
    }
}
