using AuroraView.Threading.Guards;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>What a page can bring about as often as it likes, and what is told of it.</summary>
internal enum RepeatedReport
{
    Garbage,
    MessagesLost,
    ForeignOrigin,
    OriginRefused,
    TooMuchPending,
    ListenerThrew,
    EventsDropped,
    Withheld,
    BatchRefused,
    HandlerThrew,
    Uncaught,
    Refused,
    LoadFailed,
}

/// <summary>
/// Reports of a kind at most once a second: the first is told at once (of a page's own errors the first ten), those that follow within the second are told as
/// one, with their number. What is a number by nature, such as events that are dropped, is told as one when it has stopped for a second, or every ten seconds. A page that floods
/// its host with garbage costs it a few lines.
/// </summary>
/// <remarks>From any thread. The timer is set only while something is held back.</remarks>
internal sealed class RepeatedReports : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    private readonly Entry[] _entries = new Entry[Enum.GetValues<RepeatedReport>().Length];
    private readonly Action<string, Exception?> _report;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private ShortLock _lock;
    private bool _isTimerSet;
    private bool _isOver;

    /// <param name="report">Tells one report.</param>
    /// <param name="clock">The clock of the second.</param>
    internal RepeatedReports(Action<string, Exception?> report, TimeProvider clock)
    {
        _report = report;
        _clock = clock;
        _timer = Background.Timer(clock, static self => self.Tell(), this);
    }

    /// <summary>Tells something, now or with others of its kind.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="message">What is told.</param>
    /// <param name="error">The error, if there is one.</param>
    /// <param name="count">How many it stands for.</param>
    internal void Report(RepeatedReport kind, string message, Exception? error = null, long count = 1)
    {
        var now = _clock.GetTimestamp();
        _lock.Enter();
        ref var entry = ref _entries[(int)kind];
        var isWithin = entry.WasTold && _clock.GetElapsedTime(entry.ToldAt, now) < s_pause;
        var isHeld = !_isOver && (IsNumber(kind) || (isWithin && entry.Told >= MostAtOnce(kind)));
        var sets = isHeld && !_isTimerSet;
        if (isHeld)
        {
            if (entry.Held == 0)
                entry.HeldAt = now;
            entry.Held += count;
            entry.IsNew = true;
            entry.IsNumber = IsNumber(kind);
            entry.Message = message;
            entry.Error = error;
            _isTimerSet = true;
        }
        else if (isWithin)
        {
            entry.Told++;
        }
        else
        {
            entry.ToldAt = now;
            entry.WasTold = true;
            entry.Told = 1;
        }

        _lock.Exit();
        if (sets)
            _timer.Change(s_pause, Timeout.InfiniteTimeSpan);
        if (!isHeld)
            _report(count > 1 ? $"{message} ({count} times)" : message, error);
    }

    // A page that fails in several places at once says something else each time.
    private static int MostAtOnce(RepeatedReport kind) => kind is RepeatedReport.Uncaught or RepeatedReport.Refused ? 10 : 1;

    private static bool IsNumber(RepeatedReport kind) => kind is RepeatedReport.EventsDropped;

    /// <summary>Tells what is held back. Later reports are told at once.</summary>
    public void Dispose()
    {
        _lock.Enter();
        _isOver = true;
        _lock.Exit();
        _timer.Dispose();
        Tell();
    }

    private void Tell()
    {
        var now = _clock.GetTimestamp();
        var due = new List<Entry>(_entries.Length);
        _lock.Enter();
        _isTimerSet = false;
        foreach (ref var entry in _entries.AsSpan())
        {
            if (entry.Held == 0)
                continue;
            if (!_isOver && entry is { IsNumber: true, IsNew: true } && _clock.GetElapsedTime(entry.HeldAt, now) < s_longest)
            {
                entry.IsNew = false;
                _isTimerSet = true;
                continue;
            }

            due.Add(entry);
            entry = new Entry { WasTold = true, ToldAt = now, Told = 1 };
        }

        var sets = _isTimerSet;
        _lock.Exit();
        if (sets)
            _timer.Change(s_pause, Timeout.InfiniteTimeSpan);
        foreach (var entry in due)
            _report(entry.Held == 1 ? entry.Message! : $"{entry.Message} ({entry.Held} times{(entry.IsNumber ? "" : " within a second")})", entry.Error);
    }

    private struct Entry
    {
        internal bool WasTold;
        internal long ToldAt;
        internal int Told;
        internal long Held;
        internal long HeldAt;
        internal bool IsNew;
        internal bool IsNumber;
        internal string? Message;
        internal Exception? Error;
    }
}
