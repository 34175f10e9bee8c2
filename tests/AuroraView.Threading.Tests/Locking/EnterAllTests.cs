using AuroraView.Threading.Locking;
using Xunit;

namespace AuroraView.Threading.Tests.Locking;

[Collection(LockOrderCollection.Name)]
public sealed class EnterAllTests
{
    private static readonly OrderedLock s_registry = new("all: registry", LockLevel.Registry);
    private static readonly OrderedLock[] s_resources = [.. Enumerable.Range(0, 4).Select(_ => new OrderedLock("all: resource", LockLevel.Resource))];

    [Fact]
    public void EnterAll_SameLevel_IsAllowedAndReleasesAll()
    {
        using var mode = new ModeScope(LockOrderMode.Throw);
        using (OrderedLock.EnterAll(s_resources[2], s_registry, s_resources[0]))
        {
            Assert.True(s_registry.IsHeldByCurrentThread && s_resources[0].IsHeldByCurrentThread && s_resources[2].IsHeldByCurrentThread);
            Assert.Throws<LockOrderException>(() => s_resources[1].Enter().Dispose());
        }

        Assert.False(LockOrder.HoldsAny);
        Assert.DoesNotContain(s_resources, resource => resource.IsHeldByCurrentThread);
    }

    [Fact]
    public void EnterAll_UnderAHigherLevel_Throws()
    {
        using var mode = new ModeScope(LockOrderMode.Throw);
        using (s_resources[0].Enter())
            Assert.Throws<LockOrderException>(() => OrderedLock.EnterAll(s_registry).Dispose());
    }

    [Fact]
    public void EnterAll_LockNamedTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => OrderedLock.EnterAll(s_resources[0], s_resources[1], s_resources[0]).Dispose());

    [Fact]
    public void TryEnterAll_OneIsTaken_TakesNone()
    {
        using var mode = new ModeScope(LockOrderMode.Throw);
        using var taken = new ManualResetEventSlim();
        using var done = new ManualResetEventSlim();
        var holder = Worker.Start(() =>
        {
            using (s_resources[3].Enter())
            {
                taken.Set();
                done.Wait(Bound.Generous);
            }
        });
        Assert.True(taken.Wait(Bound.Generous));
        Assert.False(OrderedLock.TryEnterAll(TimeSpan.FromMilliseconds(5), out _, s_resources));
        Assert.False(LockOrder.HoldsAny);
        Assert.True(s_resources[0].TryEnter(TimeSpan.Zero, out var scope));
        scope.Dispose();
        done.Set();
        holder.Join();
    }

    [Fact]
    public void EnterAll_ManyThreadsInAnyOrder_NeverDeadlock()
    {
        using var mode = new ModeScope(LockOrderMode.Throw);
        var counter = 0;
        var workers = Enumerable.Range(0, 4).Select(seed => Worker.Start(() =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 2000; i++)
            {
                var order = s_resources.ToArray();
                random.Shuffle(order);
                using (OrderedLock.EnterAll(order.AsSpan(0, 2 + random.Next(3))))
                    Interlocked.Increment(ref counter);
            }
        })).ToArray();
        Array.ForEach(workers, worker => worker.Join());
        Assert.Equal(8000, counter);
    }
}
