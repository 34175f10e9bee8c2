using AuroraView.Engine;
using AuroraView.Threading;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>The beginning of the end: who may close, who is asked, who waits for it and how long. What happens then is in
/// <see cref="ViewEnding"/>. docs/shutdown.md. From any thread.</summary>
internal sealed class ViewClosing(ViewCore core)
{
    // What the host's main thread may be held for a close that it does not give a time.
    private static readonly TimeSpan s_mainBound = TimeSpan.FromMilliseconds(250);

    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<CloseTarget> _closers = [];
    private ShortLock _closersLock;
    private ClosingQuestion? _question;

    /// <summary>Completes when the view is closed.</summary>
    internal Task Closed => _closed.Task;

    /// <summary>Closes the view, after its <c>Closing</c> handlers have agreed or where they are not asked.</summary>
    /// <returns>Whether it is closed; <see langword="false"/> where a handler refused.</returns>
    internal async Task<bool> CloseAsync(bool byUser, bool force, TimeSpan? drain)
    {
        if (CloseOrAsk(byUser, force, drain) is { } question && await question.Refused.ConfigureAwait(false))
            return false;
        await _closed.Task.ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Closes the view and waits for it: on the main thread for a short time unless the caller names another, inside the view's own work
    /// not at all, since the close
    /// would wait for that work.
    /// </summary>
    /// <returns><see langword="false"/> where a handler refused.</returns>
    internal bool CloseSync(bool force, TimeSpan? drain)
    {
        if (_closed.Task.IsCompleted)
            return true;
        LockOrder.BeforeWaiting("close");
        var question = CloseOrAsk(byUser: false, force, drain);
        if (IsInsideOwnWork)
            return question is not { IsRefused: true };

        var target = new CloseTarget(this, core, question);
        _closersLock.Enter();
        _closers.Add(target);
        _closersLock.Exit();
        try
        {
            _ = Waits.Wait(target, "close", Deadline.In(WaitLimit(drain), core.Clock), CancellationToken.None, core.Clock, core.Clock.GetTimestamp());
        }
        catch (DeadlockDetectedException)
        {
            // The close needs what this thread holds up: it goes on without the caller, as inside a handler.
        }
        finally
        {
            _closersLock.Enter();
            _closers.Remove(target);
            _closersLock.Exit();
        }

        return question is not { IsRefused: true };
    }

    /// <summary>The window that the panel lived in is gone. A panel that nobody keeps closes: nobody could see it, and its processes
    /// would stay.</summary>
    internal void OnParentLost(int lost)
    {
        if (!core.View.HasParentLostHandlers)
        {
            CloseOrphan(lost);
            return;
        }

        core.Events.Raise("ParentLost", () =>
        {
            var args = new ParentLostEventArgs();
            try
            {
                core.View.RaiseParentLost(args);
            }
            finally
            {
                if (!args.KeepOpen)
                    CloseOrphan(lost);
            }
        }, () => CloseOrphan(lost));
    }

    private void CloseOrphan(int lost)
    {
        // The host has given it another place meanwhile: the news crossed with the order.
        if (lost != (int)core.Starting.Parent)
            return;
        Log.Information($"{core.Name}: the window that it lived in was destroyed, so it closes.");
        core.Ending.Begin(new ViewLife.Ending(ClosedReason.Requested, null, core.Safety.DrainTimeout));
    }

    private bool IsInsideOwnWork => core.HandlerThread.Queue.IsOwner || core.Events.IsInside || WaitOrigin.Current?.Party == core.Party;

    private TimeSpan WaitLimit(TimeSpan? drain)
    {
        if (core.Dispatcher is { IsMainThread: true })
            return drain == WaitTime.Infinite ? WaitTime.Infinite : drain.GetValueOrDefault() + s_mainBound;
        var limit = drain ?? core.Safety.DrainTimeout;
        return limit == WaitTime.Infinite ? limit : limit + ViewEnding.Bound;
    }

    /// <summary>Begins the close, or asks first.</summary>
    /// <returns>The question that was asked, or is being asked; <see langword="null"/> where there is none.</returns>
    private ClosingQuestion? CloseOrAsk(bool byUser, bool force, TimeSpan? drain)
    {
        var limit = drain ?? core.Safety.DrainTimeout;
        if (force || core.State >= ViewState.Closing || !core.View.HasClosingHandlers)
        {
            core.Ending.Begin(new ViewLife.Ending(ClosedReason.Requested, null, limit));
            return null;
        }

        LockOrder.BeforeForeignCode("a handler of Closing");
        var question = new ClosingQuestion();
        if (Interlocked.CompareExchange(ref _question, question, null) is { } asked)
            return asked;
        var origin = new WaitOrigin(core.Party, "Closing");
        WaitGraph.Open(origin);
        core.Events.Ask("Closing", () => OnAnswered(question, origin, AskHandlers(byUser), limit), error =>
        {
            // The handlers' thread has gone: nobody refused, and a panel that cannot be closed would be worse.
            core.Report($"The handlers of Closing could not be asked: {error.Message}", error);
            OnAnswered(question, origin, refused: false, limit);
        }, origin);
        return question;
    }

    private bool AskHandlers(bool byUser)
    {
        // Closed by force since it was asked.
        if (core.State >= ViewState.Closing)
            return false;
        try
        {
            var args = new PanelClosingEventArgs(byUser);
            core.View.RaiseClosing(args);
            return args.Cancel;
        }
        catch (Exception error)
        {
            // A handler that throws has not refused.
            core.Report($"A handler of Closing threw: {Bridge.ErrorMessage.Of(error)}", error);
            return false;
        }
    }

    // The close begins on this thread: it does not depend on another one, which the host may have busy.
    private void OnAnswered(ClosingQuestion question, WaitOrigin origin, bool refused, TimeSpan drain)
    {
        WaitGraph.Close(origin);
        // The next close asks anew, also one that comes as soon as the answer is known.
        Volatile.Write(ref _question, null);
        if (!refused)
            core.Ending.Begin(new ViewLife.Ending(ClosedReason.Requested, null, drain));
        question.Set(refused && core.State < ViewState.Closing);
        SignalClosers();
    }

    /// <summary>Nothing can refuse the close any more: a question that is still open finds the panel gone, whatever its answer.</summary>
    internal void OnGone() => Volatile.Read(ref _question)?.Set(refused: false);

    /// <summary>The view is closed.</summary>
    internal void OnClosed()
    {
        _closed.TrySetResult();
        SignalClosers();
    }

    private void SignalClosers()
    {
        _closersLock.Enter();
        CloseTarget[] closers = [.. _closers];
        _closersLock.Exit();
        foreach (var closer in closers)
            closer.Check();
    }

    /// <summary>A thread's wait for the close: it depends on whatever the page has asked for and not got.</summary>
    private sealed class CloseTarget(ViewClosing closing, ViewCore core, ClosingQuestion? question) : WaitTarget
    {
        internal override bool IsCompleted => closing._closed.Task.IsCompleted || question is { IsRefused: true };

        internal override void AddSuccessors(ref WaitWalk walk)
        {
            if (!IsCompleted)
                walk.Add(core.Party);
        }

        internal override Description Describe() => $"the end of {core.Name}";

        internal void Check()
        {
            Interlocked.MemoryBarrier();
            SignalWaiter();
        }
    }
}
