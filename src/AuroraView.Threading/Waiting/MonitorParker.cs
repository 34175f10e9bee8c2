namespace AuroraView.Threading.Waiting;

/// <summary>A parker for systems without a futex or an address wait.</summary>
internal sealed class MonitorParker : Parker
{
    private readonly object _monitor = new();
    private bool _token;

    internal override void Park(TimeSpan timeout)
    {
        lock (_monitor)
        {
            if (!_token)
                Monitor.Wait(_monitor, timeout == Timeout.InfiniteTimeSpan ? timeout : Clamp(timeout));
            _token = false;
        }
    }

    internal override void Unpark()
    {
        lock (_monitor)
        {
            _token = true;
            Monitor.Pulse(_monitor);
        }
    }

    private static TimeSpan Clamp(TimeSpan timeout) =>
        timeout < TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(timeout.TotalMilliseconds), int.MaxValue));
}
