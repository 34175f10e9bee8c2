using System.Diagnostics;

namespace AuroraView.Siege;

/// <summary>
/// Sleeps 5 ms at a time and notes how late it wakes up. It has nothing to do with AuroraView, so its lateness is the machine's and the runtime's: what else is
/// late is compared with it.
/// </summary>
internal sealed class ControlThread : IDisposable
{
    private static readonly TimeSpan s_nap = TimeSpan.FromMilliseconds(5);

    private readonly Thread _thread;
    private long _worst;
    private volatile bool _ended;

    public ControlThread()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "control" };
        _thread.Start();
    }

    /// <summary>The worst lateness since <see cref="Reset"/>.</summary>
    public TimeSpan Worst => new(Interlocked.Read(ref _worst));

    public void Reset() => Interlocked.Exchange(ref _worst, 0);

    public void Dispose()
    {
        _ended = true;
        _thread.Join();
    }

    private void Run()
    {
        while (!_ended)
        {
            var start = Stopwatch.GetTimestamp();
            Thread.Sleep(s_nap);
            var late = (Stopwatch.GetElapsedTime(start) - s_nap).Ticks;
            if (late > Interlocked.Read(ref _worst))
                Interlocked.Exchange(ref _worst, late);
        }
    }
}
