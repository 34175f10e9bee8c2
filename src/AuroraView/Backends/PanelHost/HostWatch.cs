namespace AuroraView.Backends.PanelHost;

/// <summary>
/// Notices a panel host that takes nothing any more, such as a stopped one: it is asked for a sign, and has so long to give it. Looks only while something is
/// sent: a panel at rest wakes no thread.
/// </summary>
/// <remarks><see cref="OnSent"/> may be called from any thread, everything else on the reader's.</remarks>
internal sealed class HostWatch(TimeSpan pingTimeout)
{
    // GTK and the engine are loaded in this time, on a machine that is busy too.
    private const int StartPeriod = 30_000;
    private const int LeastPeriod = 2000;
    private const long Never = long.MaxValue;
    private readonly int _period = (int)Math.Clamp(pingTimeout.TotalMilliseconds / 2, LeastPeriod, int.MaxValue);
    private long _deadline = Never;
    private int _sent;
    private int _armed;
    private bool _asked;
    private bool _heard;

    /// <summary>What the reader has to do.</summary>
    public enum Step
    {
        /// <summary>Nothing.</summary>
        Wait,

        /// <summary>Ask the panel host for a sign.</summary>
        Ask,

        /// <summary>Give it up: it was asked and gave none.</summary>
        GiveUp,
    }

    /// <summary>Whether the view exists: until then the panel host may take its time.</summary>
    public bool IsReady { private get; set; }

    /// <summary>How long it may take to give a sign, in milliseconds.</summary>
    public int Period => IsReady ? _period : Math.Max(_period, StartPeriod);

    /// <summary>Something was sent.</summary>
    /// <returns>Whether the reader has to be woken: it has not been watching.</returns>
    public bool OnSent()
    {
        if (Volatile.Read(ref _sent) == 0)
            Interlocked.Exchange(ref _sent, 1);
        return Volatile.Read(ref _armed) == 0 && Interlocked.Exchange(ref _armed, 1) == 0;
    }

    /// <summary>The panel host said something.</summary>
    public void OnHeard() => _heard = true;

    /// <summary>The time until the next <see cref="Look"/> in milliseconds, or -1 while there is nothing to watch.</summary>
    public int TimeLeft()
    {
        if (Volatile.Read(ref _armed) == 0)
            return -1;
        long now = Environment.TickCount64;
        if (_deadline == Never)
            _deadline = now + Period;
        return (int)Math.Clamp(_deadline - now, 0, int.MaxValue);
    }

    /// <summary>Looks whether the time is over, after what has come was read.</summary>
    public Step Look()
    {
        long now = Environment.TickCount64;
        if (now < _deadline)
            return Step.Wait;
        if (_asked && !_heard)
            return Step.GiveUp;
        _heard = false;
        _asked = Interlocked.Exchange(ref _sent, 0) != 0;
        _deadline = _asked ? now + Period : Never;
        if (_asked)
            return Step.Ask;
        Interlocked.Exchange(ref _armed, 0);
        // What was sent in between has seen that the reader watches.
        if (Volatile.Read(ref _sent) != 0)
            Interlocked.Exchange(ref _armed, 1);
        return Step.Wait;
    }
}
