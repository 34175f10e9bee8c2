using System.Diagnostics;
using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading;

/// <summary>
/// Runs calls on a host's main thread. The host wakes up through its <see cref="IMainThreadAdapter"/> and calls <see cref="Pump()"/>; everything else, the queue, results,
/// exceptions, timeouts and cancellation, is here. RFC 0002, "Main Thread Dispatch Timeout".
/// </summary>
/// <remarks>
/// <para>Calls of one thread run in the order in which they were made. A sync call ends: with its result, with what the work threw, with a
/// timeout, a deadlock or a shutdown error. No call ever runs on another thread than the main thread, and none runs after its caller was told that it
/// will not.</para>
/// <para>Members may be used from any thread unless they say otherwise.</para>
/// </remarks>
[DebuggerDisplay("{Name}: {PendingCalls} pending")]
public sealed partial class MainThreadDispatcher : ICallQueueOwner
{
    private static MainThreadDispatcher? s_default;

    private readonly IMainThreadAdapter _adapter;
    private readonly CallQueue _queue;
    private bool _hasPumped;

    /// <summary>Creates a dispatcher for a host.</summary>
    /// <param name="adapter">How the host runs code on its main thread.</param>
    /// <param name="options">Settings, or <see langword="null"/> for the defaults.</param>
    /// <param name="clock">The clock of every timeout, or <see langword="null"/> for the system's.</param>
    /// <exception cref="LockOrderException">The calling thread holds an ordered lock; see <see cref="Locking.LockOrder"/>.</exception>
    /// <remarks>Create it on the main thread. If you create it on another thread, it learns its thread from the first pump; until then no thread counts as the main thread.</remarks>
    public MainThreadDispatcher(IMainThreadAdapter adapter, ThreadSafetyOptions? options = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        _adapter = adapter;
        Options = options ?? ThreadSafetyOptions.Default;
        LockOrder.Require(Options.LockOrder);
        _queue = new CallQueue($"main thread ({Name})", this, GuardedClock.Of(clock))
        {
            RekickAfter = Options.RekickAfter,
            StallAfter = Options.StallAfter,
            StallChanged = OnStallChanged,
            DefaultTimeout = Options.MainThreadTimeout,
        };
        LockOrder.BeforeForeignCode("the attaching of the host's adapter");
        adapter.Attach(this);
        if (IsMainThread)
            BindToThisThread();
        Interlocked.CompareExchange(ref s_default, this, null);
    }

    /// <summary>
    /// A call whose caller does not wait, or waits no longer, threw; or the rest of an <c>async void</c> function came back after the shutdown. Raised on the main thread, after
    /// the shutdown on any thread.
    /// </summary>
    public event EventHandler<UnobservedCallExceptionEventArgs>? UnobservedException;

    /// <summary>The main thread has not taken a call for <see cref="ThreadSafetyOptions.StallAfter"/> though some are pending, or it does again. Raised on a thread-pool thread.</summary>
    public event EventHandler<MainThreadStallEventArgs>? StallChanged;

    /// <summary>The dispatcher that is used if none is named: the first one made, unless set.</summary>
    public static MainThreadDispatcher? Default
    {
        get => Volatile.Read(ref s_default);
        set => Volatile.Write(ref s_default, value);
    }

    /// <summary>The adapter's name.</summary>
    public string Name => Ask(static adapter => adapter.Name, static _ => "a host whose adapter fails");

    /// <summary>The settings.</summary>
    public ThreadSafetyOptions Options { get; }

    /// <summary>Whether the calling thread is the main thread.</summary>
    public bool IsMainThread => _queue.Owner is null ? Ask(static adapter => adapter.IsMainThread, static _ => false) : _queue.IsOwner;

    /// <summary>How many calls wait to be run.</summary>
    public int PendingCalls => _queue.Count;

    /// <summary>Whether anybody has pumped yet.</summary>
    public bool HasPumped => Volatile.Read(ref _hasPumped);

    /// <summary>A context whose <c>Post</c> comes to the main thread; it is the current one while a call runs, so that <c>await</c> comes back.</summary>
    public SynchronizationContext SynchronizationContext => _queue.Context;

    /// <summary>Why calls are refused, or <see langword="null"/> if the main thread can be reached.</summary>
    public string? UnreachableBecause => Ask(static adapter => adapter.UnreachableBecause, static error => $"The host's adapter failed: {LogText.Of(error, static error => ((Exception)error).Message)}");

    internal CallQueue Queue => _queue;

    private const string MainThreadRole = "main thread";

    /// <summary>
    /// Creates a dispatcher for the calling thread. A thread with a <see cref="System.Threading.SynchronizationContext"/> is woken through it
    /// (<see cref="SynchronizationContextAdapter"/>). A thread without one promises to pump (<see cref="ExplicitPump"/>): a console program, a script, a test.
    /// </summary>
    /// <remarks><see cref="Name"/> says which it is. A thread with a context may pump by itself too.</remarks>
    public static MainThreadDispatcher CreateForCurrentThread(ThreadSafetyOptions? options = null, TimeProvider? clock = null) =>
        new(SynchronizationContextAdapter.TryForCurrentThread() ?? (IMainThreadAdapter)new ExplicitPump(), options, clock);

    /// <summary>Says that the calling thread is the main thread. Call it once, if you made the dispatcher on another thread.</summary>
    internal void BindToThisThread()
    {
        _queue.Bind(MainThreadRole);
        _queue.Owner!.IsHostMain = true;
    }

    bool ICallQueueOwner.AwaitsFirstPump => !HasPumped && Ask(static adapter => adapter.AwaitsFirstPump, static _ => false);

    bool ICallQueueOwner.IsWokenByForeignCode => true;

    void ICallQueueOwner.Wake()
    {
        ShortLock.MustNotBeHeld("the adapter is asked to wake the host");
        try
        {
            _adapter.Wake();
        }
        catch (Exception error)
        {
            // The call stays queued and the wake is sent again while it is pending, so nothing is lost; but somebody should know.
            OnUnobserved(error, $"{Name}: wake");
        }
    }

    void ICallQueueOwner.OnUnobserved(Exception error, string function) => OnUnobserved(error, function);

    // The adapter is the host's code.
    private T Ask<T>(Func<IMainThreadAdapter, T> question, Func<Exception, T> otherwise)
    {
        ShortLock.MustNotBeHeld("the adapter is asked");
        try
        {
            return question(_adapter);
        }
        catch (Exception error)
        {
            return otherwise(error);
        }
    }

    private void OnUnobserved(Exception error, string function)
    {
        var handlers = UnobservedException;
        if (handlers is null)
        {
            Log.Error($"'{function}' threw and no caller waits for it: {error}");
            return;
        }

        void OnFailed(Exception second) => Log.Error($"a handler of UnobservedException threw: {second}\nIt was called because '{function}' threw: {error}");
        try
        {
            LockOrder.BeforeForeignCode("a handler of UnobservedException");
            Handlers.Raise(handlers, this, new UnobservedCallExceptionEventArgs(error, function), OnFailed);
        }
        catch (LockOrderException second)
        {
            OnFailed(second);
        }
    }

    private void OnStallChanged(TimeSpan time, bool stalled)
    {
        var (runs, runsFor, waits) = _queue.Doing;
        var args = new MainThreadStallEventArgs(stalled, time, _queue.Count, HangReport.Take()) { Runs = runs, RunsFor = runsFor, Waits = waits };
        if (stalled)
            Log.Warning($"{args}\n{args.Report}");
        else
            Log.Information($"{args}");
        LockOrder.BeforeForeignCode("a handler of StallChanged");
        Handlers.Raise(StallChanged, this, args, static error => Log.Error($"a handler of StallChanged threw: {error}"));
    }
}
