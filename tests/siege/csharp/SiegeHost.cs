using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using AuroraView.Threading;
using Microsoft.Win32.SafeHandles;

namespace AuroraView.Siege;

/// <summary>
/// A host application: its main loop ticks every 10 ms or when it is woken, and pumps. Each call into AuroraView that does not wait is measured: the time from call to return,
/// without the time that the thread was ready to run and the machine ran something else.
/// </summary>
internal sealed class SiegeHost : IMainThreadAdapter, IDisposable
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_onOurAccount = TimeSpan.FromMilliseconds(50);

    private readonly AutoResetEvent _woken = new(false);
    private readonly ConcurrentQueue<Action> _work = [];
    private readonly Thread _main = Thread.CurrentThread;
    private readonly SafeFileHandle _schedule = File.OpenHandle("/proc/thread-self/schedstat");
    private readonly byte[] _read = new byte[100];
    private (TimeSpan Own, string What) _worst;
    private TimeSpan _askedFor;

    public SiegeHost(ControlThread control)
    {
        Control = control;
        Dispatcher = new MainThreadDispatcher(this, new ThreadSafetyOptions { JsEvalTimeout = TimeSpan.FromSeconds(2), MainThreadTimeout = TimeSpan.FromSeconds(2) });
    }

    public ControlThread Control { get; }

    public MainThreadDispatcher Dispatcher { get; }

    public string Name => "siege";

    public bool IsMainThread => Thread.CurrentThread == _main;

    /// <summary>What a limit of time is lengthened by where the machine is busy.</summary>
    public TimeSpan Allowance => TimeSpan.FromSeconds(2) + (20 * Control.Worst);

    /// <summary>The worst call of the round, for the round's line.</summary>
    public string Lateness =>
        string.Create(CultureInfo.InvariantCulture, $"main held {_worst.Own.TotalMilliseconds:0} ms by {_worst.What ?? "nothing"} (control late {Control.Worst.TotalMilliseconds:0} ms)");

    public void Attach(MainThreadDispatcher dispatcher)
    {
    }

    public void Wake() => _woken.Set();

    /// <summary>Something for the main thread to do outside its pump, as a menu entry would.</summary>
    public void Do(Action work)
    {
        _work.Enqueue(work);
        _woken.Set();
    }

    public void BeginRound()
    {
        Control.Reset();
        _worst = default;
    }

    /// <summary>The main loop.</summary>
    /// <returns>Whether the condition holds; <see langword="false"/> where the time is over.</returns>
    public bool Tick(Func<bool> until, TimeSpan limit)
    {
        var start = Stopwatch.GetTimestamp();
        while (!until())
        {
            if (Stopwatch.GetElapsedTime(start) > limit)
                return false;
            if (_work.TryDequeue(out var work))
                work();
            Timed("Pump", () => Dispatcher.Pump());
            _woken.WaitOne(s_tick);
        }

        return true;
    }

    /// <summary>On the main thread: a call into AuroraView that must not hold it.</summary>
    public void Timed(string what, Action call)
    {
        var (start, waited, asked) = (Stopwatch.GetTimestamp(), NotScheduled(), _askedFor);
        try
        {
            call();
        }
        finally
        {
            var own = Stopwatch.GetElapsedTime(start) - (NotScheduled() - waited) - (_askedFor - asked);
            if (own > _worst.Own)
                _worst = (own, what);
        }
    }

    /// <summary>A handler on the main thread called something that waits: the host asked for that time, and it has a limit of its own.</summary>
    public void AskedFor(TimeSpan time)
    {
        if (IsMainThread)
            _askedFor += time;
    }

    /// <summary>What is wrong with the round's worst call, if anything. The pump's budget is its own; what the control thread suffered, several threads of ours may have.</summary>
    public string? CheckLateness()
    {
        var limit = s_onOurAccount + Dispatcher.Options.PumpBudget + (4 * Control.Worst);
        return _worst.Own > limit ? $"{Lateness}: more than {limit.TotalMilliseconds:0} ms" : null;
    }

    public void Dispose()
    {
        Dispatcher.Dispose();
        _schedule.Dispose();
        _woken.Dispose();
    }

    // The second number: how long this thread waited for a processor, in ns. No more than an open file is needed to read it.
    private TimeSpan NotScheduled()
    {
        var length = RandomAccess.Read(_schedule, _read, 0);
        var parts = Encoding.ASCII.GetString(_read, 0, length).Split(' ');
        return TimeSpan.FromTicks(long.Parse(parts[1], CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick);
    }
}
