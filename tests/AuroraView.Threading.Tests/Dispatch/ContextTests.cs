using System.Collections.Concurrent;
using Xunit;

namespace AuroraView.Threading.Tests;

/// <summary>Dispatchers of threads that have a synchronisation context, and of those that have none.</summary>
public class ContextTests
{
    [Fact]
    public void CreateForCurrentThread_ThreadHasALoop_RunsCallsThereWithOneWake()
    {
        var loop = new LoopContext();
        MainThreadDispatcher dispatcher = null!;
        using var created = new ManualResetEventSlim();
        var ran = 0;
        var main = Worker.Start(() =>
        {
            SynchronizationContext.SetSynchronizationContext(loop);
            dispatcher = MainThreadDispatcher.CreateForCurrentThread();
            created.Set();
            loop.Run();
        });
        Assert.True(created.Wait(Bound.Generous));
        Assert.Equal(nameof(LoopContext), dispatcher.Name);
        using (loop.Hold())
        {
            for (var i = 0; i < 100; i++)
                dispatcher.Post(() => ran++);
            Assert.Equal(1, loop.Posted - 1);
        }

        Assert.Equal(main.Id, dispatcher.Invoke(() => Environment.CurrentManagedThreadId, Bound.Generous));
        Assert.Equal(100, ran);
        dispatcher.Dispose();
        loop.End();
        main.Join();
    }

    [Fact]
    public void CreateForCurrentThread_ContextIsTheBaseClass_PumpsByItself()
    {
        using var restored = new Restored(new SynchronizationContext());
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        Assert.Equal(new ExplicitPump().Name, dispatcher.Name);
        Assert.Throws<ArgumentException>(() => new SynchronizationContextAdapter(new SynchronizationContext()));
        Assert.Throws<InvalidOperationException>(SynchronizationContextAdapter.ForCurrentThread);
        dispatcher.Post(static () => { });
        Assert.Equal(1, dispatcher.Pump());
    }

    [Fact]
    public void CreateForCurrentThread_ContextLeadsElsewhere_CallsAreRefusedByItsName()
    {
        using var restored = new Restored(new PoolContext());
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var told = new ConcurrentQueue<Exception>();
        dispatcher.UnobservedException += (_, args) => told.Enqueue(args.Exception);
        var ran = 0;
        dispatcher.Post(() => ran++);
        Worker.Until(() => !told.IsEmpty);
        Assert.IsType<MainThreadUnavailableException>(told.Single());
        var error = Worker.Start(() => dispatcher.Invoke(() => ran++, Bound.Generous)).JoinError();
        Assert.Contains(nameof(PoolContext), Assert.IsType<MainThreadUnavailableException>(error).Message, StringComparison.Ordinal);
        Assert.Equal(0, dispatcher.Pump());
        var later = Worker.Start(() => dispatcher.Invoke(() => ran++, Bound.Generous));
        Worker.Until(() => dispatcher.PendingCalls == 1);
        dispatcher.Pump();
        later.Join();
        Assert.Equal(1, ran);
    }

    [Fact]
    public void CreateForCurrentThread_InACallOfAnotherDispatcher_ThatOnePumpsIt()
    {
        using var outer = MainThreadDispatcher.CreateForCurrentThread();
        MainThreadDispatcher inner = null!;
        outer.Post(() => inner = MainThreadDispatcher.CreateForCurrentThread());
        Assert.Equal(1, outer.Pump());
        var worker = Task.Run(() => inner.Invoke(() => Environment.CurrentManagedThreadId, Bound.Generous));
        Assert.True(outer.RunUntil(worker, Bound.Generous));
        Assert.Equal(Environment.CurrentManagedThreadId, worker.Result);
        inner.Dispose();
    }

    private sealed class Restored : IDisposable
    {
        private readonly SynchronizationContext? _before = SynchronizationContext.Current;

        internal Restored(SynchronizationContext now) => SynchronizationContext.SetSynchronizationContext(now);

        public void Dispose() => SynchronizationContext.SetSynchronizationContext(_before);
    }

    private sealed class PoolContext : SynchronizationContext;

    /// <summary>A loop as desktop hosts have one.</summary>
    private sealed class LoopContext : SynchronizationContext
    {
        private readonly BlockingCollection<Action> _work = [];
        private int _posted;

        internal int Posted => Volatile.Read(ref _posted);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posted);
            _work.Add(() => d(state));
        }

        internal void Run()
        {
            foreach (var work in _work.GetConsumingEnumerable())
                work();
        }

        internal void End() => _work.CompleteAdding();

        /// <summary>Holds the loop up until the disposal.</summary>
        internal IDisposable Hold()
        {
            var hold = new Held();
            Post(static state => ((Held)state!).Wait(), hold);
            return hold;
        }

        private sealed class Held : IDisposable
        {
            private readonly ManualResetEventSlim _over = new();

            public void Dispose() => _over.Set();

            internal void Wait() => Assert.True(_over.Wait(Bound.Generous));
        }
    }
}
