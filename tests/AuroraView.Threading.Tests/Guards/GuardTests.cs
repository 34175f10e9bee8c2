using System.Diagnostics;
using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Guards;
using Xunit;

namespace AuroraView.Threading.Tests.Guards;

/// <summary>The host's own code behind the product, each piece of which throws: trace listeners, clocks, adapters, what threads are given.</summary>
[Collection("trace listeners")]
public sealed class GuardTests : IDisposable
{
    private readonly FullDisk _listener = new();

    public GuardTests() => Trace.Listeners.Add(_listener);

    public void Dispose() => Trace.Listeners.Remove(_listener);

    [Fact]
    public void Log_ListenerThrows_ReportIsGivenUp()
    {
        Log.Error($"x");
        Log.Warning($"x");
        Log.Information($"x");
        Assert.True(_listener.Asked > 0);
    }

    [Fact]
    public void Background_BodiesThrow_ReportsAreMadeAndTheProcessLives()
    {
        Background.Start("a thread of a test", static () => throw new InvalidTimeZoneException("x"));
        Background.Run(static _ => throw new InvalidTimeZoneException("x"), 0);
        using var timer = Background.Timer(TimeProvider.System, static _ => throw new InvalidTimeZoneException("x"), 0, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        Worker.Until(() => _listener.Asked >= 3);
    }

    [Fact]
    public void SerialThread_CallThrowsAndSoDoesTheListener_NextCallRuns()
    {
        var thread = new SerialThread("handlers", ThreadSafetyOptions.Default, TimeProvider.System);
        thread.Queue.Post(static _ => throw new InvalidTimeZoneException("x"), 0);
        Assert.Equal(7, thread.Queue.Invoke(static number => number, 7, Bound.Generous, CancellationToken.None));
        thread.Stop(static () => new ShutdownInProgressException("the test"));
    }

    [Fact]
    public void SerialThread_ItsStartThrows_IsAskedAgainAndTheCallRuns()
    {
        var asked = 0;
        var thread = new SerialThread("lent", ThreadSafetyOptions.Default, TimeProvider.System, thread =>
        {
            if (++asked == 1)
                throw new InvalidTimeZoneException("x");
            Worker.Start(thread.Run);
        });
        Assert.Equal(7, thread.Queue.Invoke(static number => number, 7, Bound.Generous, CancellationToken.None));
        Assert.Equal(2, asked);
        thread.Stop(static () => new ShutdownInProgressException("the test"));
    }

    [Fact]
    public void Dispatcher_AdapterThrowsEverywhere_CallsAreRefusedByNameAndTheEndIsTheEnd()
    {
        var dispatcher = new MainThreadDispatcher(new BrokenAdapter());
        Assert.Contains("x", Assert.Throws<MainThreadUnavailableException>(() => dispatcher.Post(static () => { })).Message, StringComparison.Ordinal);
        Assert.False(dispatcher.IsMainThread);
        Assert.NotEmpty(dispatcher.Name);
        Assert.Equal(0, dispatcher.Shutdown(TimeSpan.Zero));
        Assert.Throws<ShutdownInProgressException>(() => dispatcher.Queue.Enqueue(new Nothing()));
    }

    [Fact]
    public void Dispatcher_ClockThrows_TheSystemsIsUsed()
    {
        var dispatcher = new MainThreadDispatcher(new FakeLoop(), clock: new BrokenClock());
        var task = dispatcher.InvokeAsync(static () => 7);
        Assert.False(dispatcher.RunUntil(static () => false, TimeSpan.FromMilliseconds(1)));
        dispatcher.Pump();
        Assert.Equal(7, task.Result);
    }

    [Fact]
    public void Dispatcher_CallThrowsWhatCannotBeRead_ReportIsMadeAndThePumpGoesOn()
    {
        using var dispatcher = new MainThreadDispatcher(new FakeLoop());
        var ran = 0;
        dispatcher.Post(static () => throw new HostileException());
        dispatcher.Post(() => ran++);
        Assert.Equal(2, dispatcher.Pump());
        Assert.Equal(1, ran);
        Background.Start("a thread of a test", static () => throw new HostileException());
        Worker.Until(() => _listener.Asked >= 2);
    }

    [Fact]
    public void Dispatcher_OneHandlerThrows_TheOthersAreCalled()
    {
        using var dispatcher = new MainThreadDispatcher(new FakeLoop());
        var told = 0;
        dispatcher.UnobservedException += (_, _) => throw new HostileException();
        dispatcher.UnobservedException += (_, _) => told++;
        dispatcher.Post(static () => throw new InvalidTimeZoneException("x"));
        dispatcher.Pump();
        Assert.Equal(1, told);
    }

    [Fact]
    public void Handlers_AsyncVoidThrowsLaterOnAThreadWithoutAContext_IsReported()
    {
        EventHandler handlers = async (_, _) =>
        {
            await Task.Delay(1);
            throw new InvalidTimeZoneException("x");
        };
        Worker.Start(() => Handlers.Raise(handlers, null, static _ => { })).Join();
        Worker.Until(() => _listener.Asked > 0);
    }

    [Fact]
    public void Dispatcher_AdapterThrowsWhatCannotBeRead_CallsAreRefused()
    {
        var dispatcher = new MainThreadDispatcher(new HostileAdapter());
        Assert.Contains(nameof(HostileException), Assert.Throws<MainThreadUnavailableException>(() => dispatcher.Post(static () => { })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_ListenerReportsInTurn_Ends()
    {
        var echo = new Echo();
        Trace.Listeners.Remove(_listener);
        Trace.Listeners.Add(echo);
        try
        {
            Log.Error($"x");
        }
        finally
        {
            Trace.Listeners.Remove(echo);
        }

        Assert.InRange(echo.Asked, 2, 10);
    }

    [Fact]
    public void Dispatcher_ClocksTimersThrow_TheSystemsAreUsed()
    {
        using var dispatcher = new MainThreadDispatcher(new FakeLoop(), new ThreadSafetyOptions { StallAfter = TimeSpan.FromMilliseconds(1), RekickAfter = TimeSpan.FromMilliseconds(1) }, new ClockOfBrokenTimers());
        using var told = new ManualResetEventSlim();
        dispatcher.StallChanged += (_, _) => told.Set();
        dispatcher.Post(static () => { });
        Assert.True(told.Wait(Bound.Generous));
        dispatcher.Pump();
    }

    private sealed class HostileException : Exception
    {
        public override string Message => throw new InvalidTimeZoneException("x");

        public override string StackTrace => throw new InvalidTimeZoneException("x");

        public override string ToString() => throw new InvalidTimeZoneException("x");
    }

    private sealed class Echo : TraceListener
    {
        internal int Asked { get; private set; }

        public override void Write(string? message)
        {
        }

        public override void WriteLine(string? message)
        {
            Asked++;
            Log.Error($"echo");
        }
    }

    private sealed class HostileAdapter : IMainThreadAdapter
    {
        public string Name => "hostile";

        public bool IsMainThread => false;

        public string? UnreachableBecause => throw new HostileException();

        public void Attach(MainThreadDispatcher dispatcher)
        {
        }

        public void Wake()
        {
        }
    }

    private sealed class ClockOfBrokenTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new BrokenTimer();

        private sealed class BrokenTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => throw new InvalidTimeZoneException("x");

            public void Dispose() => throw new InvalidTimeZoneException("x");

            public ValueTask DisposeAsync() => throw new InvalidTimeZoneException("x");
        }
    }

    private sealed class Nothing : Call
    {
        internal override object Work => "nothing";

        internal override void Execute()
        {
        }

        internal override bool Finish(Exception? error) => TryComplete();

        internal override bool Refuse(Exception error) => TryCancel();
    }

    private sealed class FullDisk : TraceListener
    {
        private int _asked;

        internal int Asked => Volatile.Read(ref _asked);

        public override void Write(string? message) => WriteLine(message);

        public override void WriteLine(string? message)
        {
            Interlocked.Increment(ref _asked);
            throw new IOException("No space left on device");
        }
    }

    private sealed class BrokenAdapter : IMainThreadAdapter
    {
        private bool _attached;

        public string Name => _attached ? throw new InvalidTimeZoneException("x") : "broken";

        public bool IsMainThread => throw new InvalidTimeZoneException("x");

        public string? UnreachableBecause => throw new InvalidTimeZoneException("x");

        public void Attach(MainThreadDispatcher dispatcher) => _attached = true;

        public void Wake() => throw new InvalidTimeZoneException("x");

        public void Detach() => throw new InvalidTimeZoneException("x");
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override long TimestampFrequency => throw new InvalidTimeZoneException("x");

        public override long GetTimestamp() => throw new InvalidTimeZoneException("x");

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => throw new InvalidTimeZoneException("x");
    }
}

/// <summary>Tests with trace listeners that throw: no other test beside them.</summary>
[CollectionDefinition("trace listeners", DisableParallelization = true)]
public sealed class TraceListenersCollection;
