using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests.Locking;

/// <summary>Waits for verified locks are edges of the wait graph. In report mode, so that the rules do not refuse the set-up first.</summary>
[Collection(LockOrderCollection.Name)]
public sealed class LockDeadlockTests
{
    [Fact]
    public void LockInversion_BothThreadsHoldOneAndWantTheOther_OneIsRefusedAtOnce()
    {
        foreach (var mode in new[] { LockOrderMode.Off, LockOrderMode.Report })
        {
            using var scope = new ModeScope(mode);
            var a = new OrderedLock("abba: a", LockLevel.None);
            var b = new OrderedLock("abba: b", LockLevel.None);
            using var both = new Barrier(2);
            var one = Worker.Start(() => Take(a, b), "thread A");
            var two = Worker.Start(() => Take(b, a), "thread B");
            var errors = new[] { one.JoinError(), two.JoinError() };
            var error = Assert.IsType<DeadlockDetectedException>(Assert.Single(errors, error => error is not null));
            Assert.Contains("the lock 'abba: a', held by", error.Message, StringComparison.Ordinal);
            Assert.Contains("the lock 'abba: b', held by", error.Message, StringComparison.Ordinal);
            Assert.Equal(2, error.Cycle.Members.Count(member => member.ThreadId is not null));

            void Take(OrderedLock first, OrderedLock second)
            {
                using (first.Enter())
                {
                    both.SignalAndWait(Bound.Generous);
                    second.Enter().Dispose();
                }
            }
        }
    }

    [Fact]
    public void ThreadInvokesOnThreadThatWaitsForItsLock_IsRefusedAtOnce()
    {
        using var mode = new ModeScope(LockOrderMode.Report);
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var guard = new OrderedLock("invoke under lock", LockLevel.State);
        using var taken = new ManualResetEventSlim();
        var worker = Worker.Start(() =>
        {
            using (guard.Enter())
            {
                taken.Set();
                dispatcher.Invoke(() => { }, WaitTime.Infinite);
            }
        }, "worker");
        Assert.True(taken.Wait(Bound.Generous));
        DeadlockDetectedException? here = null;
        try
        {
            guard.Enter().Dispose();
        }
        catch (DeadlockDetectedException error)
        {
            here = error;
        }

        var there = here is null ? worker.JoinError() : null;
        if (here is not null)
        {
            // The worker was first: its call is still queued.
            dispatcher.Pump();
            worker.Join();
        }

        var found = Assert.IsType<DeadlockDetectedException>(here ?? there);
        Assert.Contains("the lock 'invoke under lock', held by worker", found.Message, StringComparison.Ordinal);
        Assert.Contains("sync dispatch", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MainWaitsForAPageWhoseHandlerWaitsForALockThatMainHolds_IsRefusedAtOnce()
    {
        using var mode = new ModeScope(LockOrderMode.Report);
        var guard = new OrderedLock("held by main", LockLevel.State);
        var page = new WaitParty("the page of 'Assets'");
        var origin = new WaitOrigin(page, "save");
        MainThreadDispatcher handlers = null!;
        using var ready = new ManualResetEventSlim();
        var stop = false;
        Exception? handlerError = null;
        var handlerThread = Worker.Start(() =>
        {
            handlers = MainThreadDispatcher.CreateForCurrentThread();
            ready.Set();
            handlers.RunUntil(() => stop, Bound.Generous);
        }, "handler thread");
        Assert.True(ready.Wait(Bound.Generous));

        DeadlockDetectedException? here = null;
        var evaluation = new PageAnswer(page);
        using (guard.Enter())
        {
            WaitGraph.Open(origin);
            handlers.Queue.PostFor(origin, null, _ =>
            {
                try
                {
                    guard.Enter().Dispose();
                }
                catch (DeadlockDetectedException error)
                {
                    handlerError = error;
                }

                WaitGraph.Close(origin);
                evaluation.Complete();
            }, 0);
            try
            {
                var deadline = Deadline.In(WaitTime.Infinite, TimeProvider.System);
                Waits.Wait(evaluation, "sync eval", deadline, CancellationToken.None, TimeProvider.System, TimeProvider.System.GetTimestamp());
            }
            catch (DeadlockDetectedException error)
            {
                here = error;
            }
        }

        handlers.Post(() => stop = true);
        handlerThread.Join();
        var found = Assert.IsType<DeadlockDetectedException>((Exception?)here ?? handlerError);
        Assert.Contains("'save', requested by the page of 'Assets'", found.Message, StringComparison.Ordinal);
        Assert.Contains("the lock 'held by main'", found.Message, StringComparison.Ordinal);
        Assert.True(here is null || handlerError is null);
    }

    [Fact]
    public void ReaderUpgradesWhileAnotherReaderDoesToo_IsRefusedAtOnce()
    {
        using var mode = new ModeScope(LockOrderMode.Report);
        var one = new OrderedReaderWriterLock("upgrade: one", LockLevel.None);
        var two = new OrderedReaderWriterLock("upgrade: two", LockLevel.None);
        using var both = new Barrier(2);
        var workers = new[] { Worker.Start(() => Take(one, two)), Worker.Start(() => Take(two, one)) };
        var error = Assert.Single(workers.Select(worker => worker.JoinError()), error => error is not null);
        Assert.IsType<DeadlockDetectedException>(error);

        void Take(OrderedReaderWriterLock read, OrderedReaderWriterLock write)
        {
            using (read.EnterRead())
            {
                both.SignalAndWait(Bound.Generous);
                write.EnterWrite().Dispose();
            }
        }
    }

    [Fact]
    public void OrderedLock_NotFreeInTime_SaysWhoHoldsIt()
    {
        using var mode = new ModeScope(LockOrderMode.Throw);
        var guard = new OrderedLock("slow", LockLevel.State);
        using (guard.Enter())
        {
            Worker.Start(() => Assert.False(guard.TryEnter(TimeSpan.FromMilliseconds(5), out _))).Join();
            Assert.Contains("the lock 'slow', held by", guard.Describe(), StringComparison.Ordinal);
        }
    }

    /// <summary>Stands for an evaluation that the page has to answer.</summary>
    private sealed class PageAnswer(WaitParty page) : PartyTarget(page)
    {
        private int _done;

        internal override bool IsCompleted => Volatile.Read(ref _done) != 0;

        internal void Complete()
        {
            Interlocked.Exchange(ref _done, 1);
            SignalWaiter();
        }

        internal override Description Describe() => $"an answer of {Party.Describe()}";
    }
}
