using System.Diagnostics;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>A background thread that runs the calls of one queue, in order. It starts with the first call and ends with <see cref="Stop"/>.</summary>
/// <remarks>The thread is the runtime's own, unless somebody else provides it: code of another language runs best on a thread that it made itself.</remarks>
internal sealed class SerialThread : ICallQueueOwner
{
    private readonly string _name;
    private readonly Action<SerialThread>? _start;
    private int _started;
    private volatile bool _stopping;

    /// <param name="name">The thread's name.</param>
    /// <param name="options">Timeouts.</param>
    /// <param name="clock">The clock of every timeout.</param>
    /// <param name="start">Sees to it that some thread calls <see cref="Run"/>; called once, with the first call that is queued, on whatever thread queued it.</param>
    internal SerialThread(string name, ThreadSafetyOptions options, TimeProvider clock, Action<SerialThread>? start = null)
    {
        _name = name;
        _start = start;
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

    bool ICallQueueOwner.IsWokenByForeignCode => false;

    void ICallQueueOwner.Wake()
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            Queue.Owner?.Parker.Unpark();
            return;
        }

        if (_start is not null)
        {
            _start(this);
            return;
        }

        // The thread belongs to nobody's request: no caller's context may flow into it.
        using (ExecutionContext.SuppressFlow())
            new Thread(Run) { Name = _name, IsBackground = true }.Start();
    }

    void ICallQueueOwner.OnUnobserved(Exception error, string function)
    {
        if (Unobserved is { } handler)
            handler(error, function);
        else
            Trace.TraceError($"AuroraView: '{function}' threw on the {_name} and nobody waits for it: {error}");
    }

    /// <summary>Refuses new calls, fails those that have not started, and lets the thread end after the call it runs. From any thread.</summary>
    internal int Stop(Func<Exception> error)
    {
        Queue.Close();
        var abandoned = Queue.FailAll(error);
        _stopping = true;
        Queue.Owner?.Parker.Unpark();
        return abandoned;
    }

    /// <summary>The thread's whole life: runs calls until <see cref="Stop"/>. On the thread itself, once.</summary>
    internal void Run()
    {
        Queue.Bind(_name);
        var parker = ThreadNode.Current.Parker;
        Queue.EnterLocalPump();
        while (true)
        {
            if (Queue.RunOneLocally())
                continue;
            if (_stopping)
                return;
            parker.Park(Timeout.InfiniteTimeSpan);
        }
    }
}
