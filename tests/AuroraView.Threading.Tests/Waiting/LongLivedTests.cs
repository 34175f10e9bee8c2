using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests.Waiting;

/// <summary>What lives as long as the process keeps nothing of the waits that it took part in.</summary>
[Collection("memory")]
public sealed class LongLivedTests : IDisposable
{
    private const int Many = 100_000;

    // Far below what a registration or a continuation each would keep.
    private const long Level = 2 * 1024 * 1024;

    private readonly CancellationTokenSource _source = new();
    private readonly TaskCompletionSource _never = new();
    private readonly MainThreadDispatcher _dispatcher = MainThreadDispatcher.CreateForCurrentThread();

    public void Dispose()
    {
        _dispatcher.Dispose();
        _source.Dispose();
    }

    [Fact]
    public void WaitForTask_ATaskThatNeverEnds_KeepsNothing() => IsLevel(() =>
    {
        try
        {
            WaitFor.Task(_never.Task, TimeSpan.Zero, _source.Token);
        }
        catch (WaitTimeoutException)
        {
        }
    }, Many / 50);

    [Fact]
    public void RunUntil_ATaskThatNeverEnds_KeepsNothing() => IsLevel(() => _dispatcher.RunUntil(_never.Task, TimeSpan.Zero, _source.Token), Many);

    [Fact]
    public void InvokeAsync_OneToken_KeepsNothing() => IsLevel(() =>
    {
        _ = _dispatcher.InvokeAsync(static () => { }, _source.Token);
        _dispatcher.Pump();
    }, Many);

    [Fact]
    public void Invoke_OneToken_KeepsNothing()
    {
        var worker = Task.Run(() => IsLevel(() => _dispatcher.Invoke(static () => { }, Bound.Generous, _source.Token), Many / 10));
        _dispatcher.RunUntil(worker, Bound.Generous);
    }

    [Fact]
    public void TrackedTask_OneToken_KeepsNothing() => IsLevel(() => _dispatcher.RunUntil(TrackedTask.Run(static () => { }, _source.Token), Bound.Generous), Many / 10);

    private static void IsLevel(Action wait, int times)
    {
        for (var i = 0; i < times / 10; i++)
            wait();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < times; i++)
            wait();
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < Level * times / Many, $"{times} waits keep {grown} bytes.");
    }
}

/// <summary>Tests that look at the memory of the whole process: no other test beside them.</summary>
[CollectionDefinition("memory", DisableParallelization = true)]
public sealed class MemoryCollection;
