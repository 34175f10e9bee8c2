using System.Collections.Concurrent;
using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests.Guards;

/// <summary>
/// What is not ours, or may take long, runs under none of our locks. Each piece of it has another thread take all of them in turn, and waits for that: under a lock it would
/// wait in vain.
/// </summary>
public sealed class NoLockTests : IDisposable
{
    private readonly List<string> _asked = [];
    private readonly ConcurrentQueue<string> _inVain = new();

    public void Dispose() => Assert.Empty(_inVain);

    [Fact]
    public void Dispatcher_AdapterIsAsked_NoLockIsHeld()
    {
        var adapter = new Nosy(this);
        var dispatcher = new MainThreadDispatcher(adapter);
        adapter.Dispatcher = dispatcher;
        dispatcher.Pump();
        dispatcher.Post(static () => { });
        var other = Worker.Start(() => dispatcher.Invoke(static () => { }, Bound.Generous));
        Worker.Until(() => dispatcher.PendingCalls == 2);
        dispatcher.Pump();
        other.Join();
        dispatcher.Dispose();
        Assert.Equal(
            [nameof(adapter.Attach), nameof(adapter.Detach), nameof(adapter.IsMainThread), nameof(adapter.Name), nameof(adapter.UnreachableBecause), nameof(adapter.Wake)],
            _asked.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Report_NamesAndClocksAreAsked_NoLockIsHeld()
    {
        var clock = new NosyClock(this);
        using var dispatcher = new MainThreadDispatcher(new FakeLoop(), clock: clock);
        clock.Dispatcher = dispatcher;
        dispatcher.Queue.Post(static _ => { }, new NosyWork(this, dispatcher));
        var worker = Worker.Start(() => dispatcher.Queue.Invoke(static _ => 1, new NosyWork(this, dispatcher), Bound.Generous, CancellationToken.None));
        Worker.Until(() => dispatcher.PendingCalls == 2);
        _ = WaitReport.Neighbours(null);
        var report = HangReport.Take();
        Assert.Contains("nosy work", report.ToString(), StringComparison.Ordinal);
        dispatcher.Pump();
        worker.Join();
        Assert.Contains(nameof(NosyWork), _asked);
        Assert.Contains(nameof(NosyClock), _asked);
    }

    [Fact]
    public void Deadlock_NamesAreAsked_NoLockIsHeld()
    {
        using var dispatcher = new MainThreadDispatcher(new FakeLoop());
        // Main waits for the worker in a way that runs no calls.
        ThreadTarget? target = null;
        var worker = Worker.Start(() =>
        {
            Worker.Until(() => dispatcher.Queue.Owner!.Blocked is not null);
            var error = Assert.Throws<DeadlockDetectedException>(
                () => dispatcher.Queue.Invoke(static _ => 1, new NosyWork(this, dispatcher), Bound.Generous, CancellationToken.None));
            Assert.Contains("nosy work", error.Message, StringComparison.Ordinal);
            target!.Set();
        });
        target = new ThreadTarget(worker.Id);
        var clock = TimeProvider.System;
        Assert.Equal(WaitOutcome.Completed, Waits.Wait(target, "a test", Deadline.In(Bound.Generous, clock), CancellationToken.None, clock, clock.GetTimestamp(), canServe: false));
        worker.Join();
    }

    [Fact]
    public void ShortLock_HeldBeforeForeignCode_IsFoundInDebugBuilds()
    {
#if DEBUG
        var held = new ShortLock();
        held.Enter();
        try
        {
            Assert.Throws<InvalidOperationException>(() => LockOrder.BeforeForeignCode("a test"));
            Assert.Throws<InvalidOperationException>(() => FunctionName.Of(static () => { }));
        }
        finally
        {
            held.Exit();
        }
#endif
        LockOrder.BeforeForeignCode("a test");
    }

    private void Ask(string what, MainThreadDispatcher? dispatcher)
    {
        lock (_asked)
        {
            if (_asked.Contains(what))
                return;
            _asked.Add(what);
        }

        var look = Worker.Start(() =>
        {
            _ = HangReport.Take();
            _ = dispatcher?.Queue.OldestAge;
            using var other = MainThreadDispatcher.CreateForCurrentThread();
            other.Post(static () => { });
            Assert.Equal(1, other.Pump());
        });
        // What is thrown here may be caught on the way.
        if (look.JoinErrorOrTimeout() is { } error)
            _inVain.Enqueue($"{what}: {error}");
    }

    /// <summary>Depends on a thread, which says when it has ended.</summary>
    private sealed class ThreadTarget(int thread) : WaitTarget
    {
        private int _set;

        internal override bool IsCompleted => Volatile.Read(ref _set) != 0;

        internal void Set()
        {
            Interlocked.Exchange(ref _set, 1);
            SignalWaiter();
        }

        internal override void AddSuccessors(ref WaitWalk walk)
        {
            if (ThreadNodes.Find(thread) is { } node)
                walk.Add(node);
        }

        internal override Description Describe() => "a worker";
    }

    private sealed class Nosy(NoLockTests test) : IMainThreadAdapter
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;

        public MainThreadDispatcher? Dispatcher { get; set; }

        public string Name => Told(nameof(Name), "nosy");

        public bool IsMainThread => Told(nameof(IsMainThread), Environment.CurrentManagedThreadId == _thread);

        public string? UnreachableBecause => Told<string?>(nameof(UnreachableBecause), null);

        public void Attach(MainThreadDispatcher dispatcher) => Told(nameof(Attach), true);

        public void Wake() => Told(nameof(Wake), true);

        public void Detach() => Told(nameof(Detach), true);

        private T Told<T>(string what, T answer)
        {
            test.Ask(what, Dispatcher);
            return answer;
        }
    }

    private sealed class NosyClock(NoLockTests test) : TimeProvider
    {
        public MainThreadDispatcher? Dispatcher { get; set; }

        public override long GetTimestamp()
        {
            if (Dispatcher is not null)
                test.Ask(nameof(NosyClock), Dispatcher);
            return base.GetTimestamp();
        }
    }

    private sealed class NosyWork(NoLockTests test, MainThreadDispatcher dispatcher) : INamedWork
    {
        public string Name
        {
            get
            {
                test.Ask(nameof(NosyWork), dispatcher);
                return "nosy work";
            }
        }
    }
}
