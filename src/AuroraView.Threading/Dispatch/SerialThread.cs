using AuroraView.Threading.Guards;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>A background thread that runs the calls of one queue, in order. It starts with the first call and ends with <see cref="Stop"/>.</summary>
/// <remarks>The thread is the runtime's own, unless somebody else provides it: code of another language runs best on a thread that it made itself.</remarks>
internal sealed class SerialThread : ICallQueueOwner
{
    private readonly string _name;
    private readonly Action<SerialThread>? _start;
    private readonly LateRests _late;
    private int _started;
    private bool _stopping;

    /// <param name="name">The thread's name.</param>
    /// <param name="options">Timeouts.</param>
    /// <param name="clock">The clock of every timeout.</param>
    /// <param name="start">Sees to it that some thread calls <see cref="Run"/>; called once, with the first call that is queued, on whatever thread queued it.</param>
    internal SerialThread(string name, ThreadSafetyOptions options, TimeProvider clock, Action<SerialThread>? start = null)
    {
        _name = name;
        _start = start;
        _late = new LateRests(OnUnobserved);
        Queue = new CallQueue(name, this, clock)
        {
            RekickAfter = options.RekickAfter,
            StallAfter = options.StallAfter,
            DefaultTimeout = options.MainThreadTimeout,
        };
    }

    internal event Action<Exception, string>? Unobserved;

    internal CallQueue Queue { get; }

    internal string Name => _name;

    string? ICallQueueOwner.UnreachableBecause => null;

    bool ICallQueueOwner.AwaitsFirstPump => false;

    bool ICallQueueOwner.IsWokenByForeignCode => false;

    void ICallQueueOwner.Wake()
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            Queue.Owner?.Parker.Unpark();
            return;
        }

        try
        {
            if (_start is not null)
                _start(this);
            else
                Background.Start(_name, Run);
        }
        catch (Exception error)
        {
            // The calls stay queued, and the watch over them asks again.
            Volatile.Write(ref _started, 0);
            OnUnobserved(error, $"the start of the {_name}");
        }
    }

    // What runs here may run on any thread but the main one; only one at a time.
    void ICallQueueOwner.OnRestCameLate(in Rest rest) => _late.Add(rest);

    void ICallQueueOwner.OnUnobserved(Exception error, string function) => OnUnobserved(error, function);

    private void OnUnobserved(Exception error, string function)
    {
        try
        {
            if (Unobserved is { } handler)
            {
                handler(error, function);
                return;
            }
        }
        catch (Exception second)
        {
            Log.Error($"a report failed, that '{function}' threw: {second}");
        }

        Log.Error($"'{function}' threw on the {_name} and no caller waits for it: {error}");
    }

    /// <summary>
    /// Refuses new calls, fails those that have not started, and lets the thread end after what it has begun. From any thread. What an async function still has to do after that
    /// is done on the thread pool.
    /// </summary>
    internal int Stop(Func<Exception> error)
    {
        Volatile.Write(ref _stopping, true);
        Queue.Close();
        var abandoned = Queue.FailAll(error);
        // The word first, then the look for the thread; the thread makes itself known first, and then looks for the word: one of them sees the other.
        Interlocked.MemoryBarrier();
        Queue.Owner?.Parker.Unpark();
        return abandoned;
    }

    /// <summary>The thread's whole life: runs calls until <see cref="Stop"/>. On the thread itself, once.</summary>
    internal void Run()
    {
        Queue.Bind(_name);
        var parker = ThreadNode.Current.Parker;
        Queue.EnterLocalPump();
        Interlocked.MemoryBarrier();
        while (true)
        {
            if (Queue.RunOneLocally())
                continue;
            if (Volatile.Read(ref _stopping) && Queue.TryEnd())
                return;
            parker.Park(Timeout.InfiniteTimeSpan);
        }
    }
}
