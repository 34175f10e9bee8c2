using AuroraView.Engine;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>
/// The life of a view as one word: every event is one compare-and-swap by one table, <see cref="Next"/>. From any thread. The same table is in docs/shutdown.md.
/// </summary>
internal sealed class ViewLife
{
    private int _step;
    private Ending? _ending;

    /// <summary>How far the life has got, as the view's threads need to know it.</summary>
    internal enum Step
    {
        /// <summary>Nothing was started.</summary>
        Created,

        /// <summary>One thread hands the engine its start. The engine cannot be asked to end yet.</summary>
        Starting,

        /// <summary>The same, and the engine has said meanwhile that it is ready.</summary>
        StartingReady,

        /// <summary>The engine has its start and is not ready yet.</summary>
        Started,

        /// <summary>The engine runs.</summary>
        Open,

        /// <summary>A close came while the engine was handed its start: it goes on when that is over.</summary>
        ClosingStart,

        /// <summary>The view is closing.</summary>
        Closing,

        /// <summary>The view is gone.</summary>
        Closed,
    }

    /// <summary>What happens to a view.</summary>
    internal enum Event
    {
        /// <summary>Something needs the engine.</summary>
        Start,

        /// <summary>The thread that hands the engine its start is done, with or without success.</summary>
        StartOver,

        /// <summary>The engine is ready.</summary>
        Ready,

        /// <summary>A close that nobody refused, a start that failed, or an engine that is gone.</summary>
        Close,

        /// <summary>Everything of the view has ended.</summary>
        End,
    }

    /// <summary>Why a view ends; the first reason counts.</summary>
    /// <param name="Reason">What <c>Closed</c> says.</param>
    /// <param name="Error">What went wrong, if the end was not asked for.</param>
    /// <param name="Drain">How long accepted work may take.</param>
    /// <param name="Cause">The exception of a start that threw.</param>
    internal sealed record Ending(ClosedReason Reason, BackendError? Error, TimeSpan Drain = default, Exception? Cause = null);

    internal Step Current => (Step)Volatile.Read(ref _step);

    /// <summary>Why the view ends; known before the view is <see cref="ViewState.Closing"/>.</summary>
    internal Ending? Why => Volatile.Read(ref _ending);

    internal ViewState State => Current switch
    {
        Step.Created => ViewState.Created,
        Step.Starting or Step.StartingReady or Step.Started => ViewState.Starting,
        Step.Open => ViewState.Open,
        Step.ClosingStart or Step.Closing => ViewState.Closing,
        _ => ViewState.Closed,
    };

    /// <summary>The table: where an event leads, or <see langword="null"/> where it changes nothing.</summary>
    internal static Step? Next(Step at, Event what) => (at, what) switch
    {
        (Step.Created, Event.Start) => Step.Starting,
        (Step.Created, Event.Close) => Step.Closing,
        (Step.Starting, Event.Ready) => Step.StartingReady,
        (Step.Starting, Event.StartOver) => Step.Started,
        (Step.StartingReady, Event.StartOver) => Step.Open,
        (Step.Started, Event.Ready) => Step.Open,
        (Step.Starting or Step.StartingReady, Event.Close) => Step.ClosingStart,
        (Step.Started or Step.Open, Event.Close) => Step.Closing,
        (Step.ClosingStart, Event.StartOver) => Step.Closing,
        (Step.ClosingStart or Step.Closing, Event.End) => Step.Closed,
        _ => null,
    };

    /// <summary>Something happened.</summary>
    /// <param name="what">What.</param>
    /// <param name="before">The step that it met.</param>
    /// <returns>Whether it changed anything.</returns>
    internal bool Happens(Event what, out Step before)
    {
        while (true)
        {
            before = Current;
            if (Next(before, what) is not { } next)
                return false;
            SchedulePoint.Hit("life");
            if (Interlocked.CompareExchange(ref _step, (int)next, (int)before) == (int)before)
                return true;
        }
    }

    /// <summary>The end begins. The first who says why is believed, see <see cref="Why"/>; the first who moves the life on begins the end, for all of them.</summary>
    /// <param name="why">Why.</param>
    /// <param name="before">The step that it met.</param>
    /// <returns>Whether this thread begins the end.</returns>
    internal bool TryClose(Ending why, out Step before)
    {
        // Why comes first: a thread that is refused because of the state can then say it.
        Interlocked.CompareExchange(ref _ending, why, null);
        SchedulePoint.Hit("life ends");
        return Happens(Event.Close, out before);
    }
}
