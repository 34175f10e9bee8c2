using AuroraView.Threading.Guards;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>
/// The loads that were asked for and not given to the engine yet. Each has its place among the work for the page, and keeps it while that work gets
/// on; a page that does not come, or does not answer, holds no load back.
/// </summary>
internal sealed class LoadLane : IDisposable
{
    // A page that works takes what is queued for it long before. What is slower than this gets its work in the next page.
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Queue<WaitingLoad> _waiting = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private ShortLock _lock;

    internal LoadLane(TimeProvider clock, Action overdue)
    {
        _clock = clock;
        _timer = Background.Timer(clock, static overdue => overdue(), overdue);
    }

    /// <summary>Whether a load waits. From any thread.</summary>
    internal bool HasWaiting => TryPeek(out _);

    internal void Add(WaitingLoad load)
    {
        _lock.Enter();
        _waiting.Enqueue(load);
        _lock.Exit();
    }

    /// <summary>The first load, if it is not to wait any longer. By the sender, when the work before it cannot go.</summary>
    /// <param name="worksOn">Whether the page may still take that work by itself. Then the load waits a little, and the sender is called again when that is over.</param>
    /// <param name="load">The load.</param>
    internal bool TryOvertake(bool worksOn, out WaitingLoad load)
    {
        if (!TryPeek(out load))
            return false;
        var left = worksOn ? Patience - _clock.GetElapsedTime(load.AskedAt) : TimeSpan.Zero;
        if (left <= TimeSpan.Zero)
            return true;
        _timer.Change(left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left, Timeout.InfiniteTimeSpan);
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private bool TryPeek(out WaitingLoad load)
    {
        _lock.Enter();
        while (_waiting.TryPeek(out load!) && load.IsIssued)
            _waiting.Dequeue();
        _lock.Exit();
        return load is not null;
    }
}
