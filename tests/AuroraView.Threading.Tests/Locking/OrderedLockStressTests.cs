using AuroraView.Threading.Locking;
using Xunit;

namespace AuroraView.Threading.Tests.Locking;

[Collection(LockOrderCollection.Name)]
public sealed class OrderedLockStressTests
{
    private const int Rounds = 20_000;

    [Theory]
    [InlineData(LockOrderMode.Off)]
    [InlineData(LockOrderMode.Throw)]
    public void OrderedLock_ManyThreads_ExcludeEachOther(LockOrderMode mode)
    {
        using var scope = new ModeScope(mode);
        var guard = new OrderedLock("stress: guard", LockLevel.State);
        var counter = 0L;
        Run(4, _ =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                using (guard.Enter())
                {
                    var seen = counter;
                    if (i % 1000 == 0)
                        Thread.Yield();
                    counter = seen + 1;
                }
            }
        });
        Assert.Equal(4 * Rounds, counter);
    }

    [Theory]
    [InlineData(LockOrderMode.Off)]
    [InlineData(LockOrderMode.Throw)]
    public void OrderedLock_EntersThatTimeOut_LoseNoWakeUp(LockOrderMode mode)
    {
        using var scope = new ModeScope(mode);
        var guard = new OrderedLock("stress: timeouts", LockLevel.State);
        var counter = 0L;
        var taken = 0L;
        Run(4, seed =>
        {
            var random = new Random(seed);
            for (var i = 0; i < Rounds / 20; i++)
            {
                var limit = random.Next(3) == 0 ? Bound.Generous : TimeSpan.FromTicks(random.Next(5000));
                var entered = guard.TryEnter(limit, out var held);
                Assert.True(entered || limit != Bound.Generous);
                if (!entered)
                    continue;
                counter++;
                if (random.Next(4) == 0)
                    Thread.Yield();
                Interlocked.Increment(ref taken);
                held.Dispose();
            }
        });
        Assert.Equal(taken, counter);
    }

    [Theory]
    [InlineData(LockOrderMode.Off)]
    [InlineData(LockOrderMode.Throw)]
    public void OrderedReaderWriterLock_ManyThreads_WritersAloneReadersTogether(LockOrderMode mode)
    {
        using var scope = new ModeScope(mode);
        var guard = new OrderedReaderWriterLock("stress: shared", LockLevel.State);
        int readers = 0, writers = 0;
        var broken = 0;
        Run(4, seed =>
        {
            var random = new Random(seed);
            for (var i = 0; i < Rounds / 4; i++)
            {
                if (random.Next(4) == 0)
                {
                    using (guard.EnterWrite())
                    {
                        if (Interlocked.Increment(ref writers) != 1 || Volatile.Read(ref readers) != 0)
                            Interlocked.Increment(ref broken);
                        Interlocked.Decrement(ref writers);
                    }
                }
                else
                {
                    using (guard.EnterRead())
                    {
                        Interlocked.Increment(ref readers);
                        if (Volatile.Read(ref writers) != 0)
                            Interlocked.Increment(ref broken);
                        if (i % 500 == 0)
                            Thread.Yield();
                        Interlocked.Decrement(ref readers);
                    }
                }
            }
        });
        Assert.Equal(0, broken);
    }

    [Fact]
    public void OrderedReaderWriterLock_ReaderComesWhileWriterWaits_StandsBehindIt()
    {
        using var scope = new ModeScope(LockOrderMode.Throw);
        var guard = new OrderedReaderWriterLock("fair: shared", LockLevel.State);
        var order = new List<string>();
        Worker writer, reader;
        using (guard.EnterRead())
        {
            writer = Worker.Start(() =>
            {
                using (guard.EnterWrite())
                    order.Add("writer");
            });
            Worker.Until(() => !Worker.Run(() => TryRead(guard)));
            reader = Worker.Start(() =>
            {
                using (guard.EnterRead())
                    order.Add("reader");
            });
        }

        writer.Join();
        reader.Join();
        Assert.Equal(["writer", "reader"], order);

        static bool TryRead(OrderedReaderWriterLock guard)
        {
            if (!guard.TryEnterRead(TimeSpan.Zero, out var read))
                return false;
            read.Dispose();
            return true;
        }
    }

    [Fact]
    public void OrderedReaderWriterLock_WaitingWriterGivesUp_LetsReadersIn()
    {
        using var scope = new ModeScope(LockOrderMode.Throw);
        var guard = new OrderedReaderWriterLock("gives up: shared", LockLevel.State);
        using (guard.EnterRead())
        {
            var writer = Worker.Start(() => Assert.False(guard.TryEnterWrite(TimeSpan.FromMilliseconds(30), out _)));
            var reader = Worker.Start(() => guard.EnterRead().Dispose());
            writer.Join();
            reader.Join();
        }
    }

    [Fact]
    public void OrderedLock_ReleasedByAnotherThread_Throws()
    {
        using var scope = new ModeScope(LockOrderMode.Off);
        var guard = new OrderedLock("foreign release", LockLevel.State);
        using (guard.Enter())
            Assert.IsType<SynchronizationLockException>(Worker.Start(() => guard.Exit(verified: false)).JoinError());
        var again = guard.Enter();
        again.Dispose();
        again.Dispose();
        Assert.Throws<SynchronizationLockException>(() => guard.Exit(verified: false));
    }

    private static void Run(int threads, Action<int> work)
    {
        var workers = Enumerable.Range(0, threads).Select(seed => Worker.Start(() => work(seed))).ToArray();
        Array.ForEach(workers, worker => worker.Join());
    }
}
