using AuroraView.Bridge;
using AuroraView.Engine;
using AuroraView.Threading;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

// The end, in two phases. Closing: new work is refused, what was accepted gets a bounded time, what is left fails with one error each. Closed: raised
// once, after window and processes are gone. RFC 0002, "Graceful Shutdown"; docs/shutdown.md.
internal sealed partial class ViewCore
{
    // The backend itself kills what does not go within two seconds; this is for a backend that does not keep its word.
    private static readonly TimeSpan s_backendBound = TimeSpan.FromSeconds(5);

    // What a page that runs needs to answer a script that does not wait for anything.
    private static readonly TimeSpan s_pageBound = TimeSpan.FromMilliseconds(250);

    // A page that runs at all has read its last answers long before.
    private static readonly TimeSpan s_lastWordsBound = TimeSpan.FromSeconds(1);

    // Everything above after the drain: the start, the last words, the close and the kill.
    private static readonly TimeSpan s_endBound = s_backendBound + s_lastWordsBound + s_backendBound + s_backendBound;

    private readonly OneShot _backendClosed = new("the end of the engine's process");

    /// <summary>The engine says that the view is gone. On the WebView thread.</summary>
    private void OnBackendClosed(ClosedReason reason, BackendError? error)
    {
        _backendClosed.Set();
        // Not asked for: the process that owned the view has died, or it never came up.
        BeginClose(new ViewLife.Ending(reason, error));
    }

    private void BeginClose(ViewLife.Ending asked)
    {
        if (!_life.TryClose(asked, out var before))
            return;
        var why = _life.Why!;
        if (why.Error is { } error)
            Report($"The panel was closed ({error.Code}): {error.Message}", why.Cause);
        void Run() => End(why, before);
        if (_options.StartCloseThread is { } start)
        {
            start(Run);
            return;
        }

        // A thread of its own, if there is one: the end must not depend on a pool that the host may have filled.
        using (ExecutionContext.SuppressFlow())
            Background.Always($"close of {Name}", Run);
    }

    private void End(ViewLife.Ending why, ViewLife.Step before)
    {
        _operations.Shutdown();
        _outbox.Shutdown();
        var abandoned = 0;
        if (before is ViewLife.Step.Starting or ViewLife.Step.StartingReady && !Await(_startOver, s_backendBound))
            Report("The start of the engine did not come back.", null);
        // Each step for itself: one that fails must not leave an engine's processes behind, or a caller without an answer.
        var hasEngine = before != ViewLife.Step.Created && !_backendClosed.IsCompleted;
        if (hasEngine)
        {
            Try(Hide);
            Try(() => abandoned = Drain(why.Drain));
        }

        Try(() => abandoned += GiveUp());
        if (hasEngine)
            Try(EndBackend);

        Link.End();
        WaitParties.Pages.Remove(Party);
        _requests.Stop();
        _reports.Dispose();
        _handlers.Clear();
        if (_dispatcher is not null)
            _dispatcher.StallChanged -= OnStallChanged;
        _ = _life.Happens(ViewLife.Event.End, out _);
        // A question that is still open finds the panel gone, whatever its answer.
        Volatile.Read(ref _question)?.Set(refused: false);
        var args = new PanelClosedEventArgs(why.Reason, why.Error, abandoned);
        _events.Raise("Closed", () => View.RaiseClosed(args));
        // Where events are raised on the view's thread, its end is the last of them.
        if (_options.DccMode)
            _viewThread.Stop(Refusal);
        else
            _events.Raise("the end of the panel's thread", () => _viewThread.Stop(Refusal));
        _closed.TrySetResult();
        SignalClosers();
        ByteArrays.Trim();
    }

    /// <summary>Gives accepted work its time. The time is for the host's handlers: what only waits for the page does not hold them up.</summary>
    /// <returns>How many evaluations and pictures were given up.</returns>
    private int Drain(TimeSpan limit)
    {
        var begun = _clock.GetTimestamp();
        // Nobody settles a promise of a page that is going, and its caller may be what a handler waits for.
        var settled = Evaluations.FailWaiting(Refusal);
        var first = limit != Timeout.InfiniteTimeSpan && limit < s_pageBound ? limit : s_pageBound;
        if (_operations.WaitForDrain(first) == 0)
            return settled;
        settled += FailPending();
        var left = limit == Timeout.InfiniteTimeSpan ? limit : limit - _clock.GetElapsedTime(begun);
        if (left != TimeSpan.Zero)
            _operations.WaitForDrain(left < TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : left);
        return settled;
    }

    /// <summary>Fails everything that is left, once each.</summary>
    private int GiveUp()
    {
        var abandoned = _requests.FailAll(new BridgeError(BridgeErrorCode.Closed, "The panel was closed before the handler had finished."));
        _givenUp.Cancel();
        // The page shall hear its answers before it goes: the order to close overtakes what is queued.
        if (Link.Documents.IsReachable && !_backendClosed.IsCompleted)
        {
            var told = new OneShot("the page's last answers");
            Link.TellWhenDelivered(told);
            _ = Await(told, s_lastWordsBound);
        }

        // Evaluations come last: the page has answered what it could. What is added after the word that it is over sees that word.
        return abandoned + FailPending();
    }

    private int FailPending() => Evaluations.FailAll(Refusal) + _captures.FailAll(Refusal);

    private void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception error)
        {
            Report($"The close did not go as it should: {error.Message}", error);
        }
    }

    // The user sees the panel go at once, however long the rest takes. An engine that does not read any more is ended soon.
    private void Hide()
    {
        try
        {
            _backend.SetWindow(new WindowCommand(WindowAction.Hide));
        }
        catch (QueueFullException)
        {
        }
    }

    private void EndBackend()
    {
        _backend.Close();
        if (Await(_backendClosed, s_backendBound))
            return;
        _backend.Terminate();
        if (!Await(_backendClosed, s_backendBound))
            Report("The engine's process did not confirm its end.", null);
    }

    private bool Await(OneShot what, TimeSpan limit)
    {
        var now = _clock.GetTimestamp();
        return Waits.Wait(what, "close", Deadline.In(limit, _clock, now), CancellationToken.None, _clock, now) == WaitOutcome.Completed;
    }
}
