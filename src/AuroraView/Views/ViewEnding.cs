using AuroraView.Bridge;
using AuroraView.Engine;
using AuroraView.Threading;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>
/// The end, in two phases. Closing: new work is refused, what was accepted gets a bounded time, what is left fails with one error each.
/// Closed: raised
/// once, after window and processes are gone. RFC 0002, "Graceful Shutdown"; docs/shutdown.md.
/// </summary>
internal sealed class ViewEnding(ViewCore core)
{
    // The backend itself kills what does not go within two seconds; this is for a backend that does not keep its word.
    private static readonly TimeSpan s_backendBound = TimeSpan.FromSeconds(5);

    // What a page that runs needs to answer a script that does not wait for anything.
    private static readonly TimeSpan s_pageBound = TimeSpan.FromMilliseconds(250);

    // A page that runs at all has read its last answers long before.
    private static readonly TimeSpan s_lastWordsBound = TimeSpan.FromSeconds(1);

    // Everything above after the drain: the start, the last words, the close and the kill.
    internal static readonly TimeSpan Bound = s_backendBound + s_lastWordsBound + s_backendBound + s_backendBound;

    private readonly OneShot _backendClosed = new("the end of the engine's process");
    private readonly CancellationTokenSource _givenUp = new();

    /// <summary>Cancelled when accepted work is given up.</summary>
    internal CancellationToken GivenUp => _givenUp.Token;

    /// <summary>There is no engine that could end.</summary>
    internal void OnEngineGone() => _backendClosed.Set();

    /// <summary>The engine says that the view is gone. On the WebView thread.</summary>
    internal void OnEngineClosed(ClosedReason reason, BackendError? error)
    {
        _backendClosed.Set();
        // Not asked for: the process that owned the view has died, or it never came up.
        Begin(new ViewLife.Ending(reason, error));
    }

    /// <summary>A member of the back end threw, which none may: what it has been given is not known any more.</summary>
    internal void OnBackendBroken(Exception error) =>
        Begin(new ViewLife.Ending(ClosedReason.HostDied, new BackendError("Died", $"The engine failed: {ErrorMessage.Of(error)}"), Cause: error));

    internal void Begin(ViewLife.Ending asked)
    {
        if (!core.Life.TryClose(asked, out var before))
            return;
        var why = core.Life.Why!;
        if (why.Error is { } error)
            core.Report($"The panel was closed ({error.Code}): {error.Message}", why.Cause);
        void Run() => End(why, before);
        if (core.Options.StartCloseThread is { } start)
        {
            start(Run);
            return;
        }

        // A thread of its own, if there is one: the end must not depend on a pool that the host may have filled.
        Background.Always($"close of {core.Name}", Run);
    }

    private void End(ViewLife.Ending why, ViewLife.Step before)
    {
        core.Operations.Shutdown();
        core.Outbox.Shutdown();
        var abandoned = 0;
        if (before is ViewLife.Step.Starting or ViewLife.Step.StartingReady && !Await(core.Starting.Over, s_backendBound))
            core.Report("The engine's start has not returned.", null);
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

        core.Stop();
        _ = core.Life.Happens(ViewLife.Event.End, out _);
        core.Closing.OnGone();
        var args = new PanelClosedEventArgs(why.Reason, why.Error, abandoned);
        core.Events.Raise("Closed", () => core.View.RaiseClosed(args));
        // Where events are raised on the view's thread, its end is the last of them.
        if (core.Options.DccMode)
            core.HandlerThread.Stop(core.Refusal);
        else
            core.Events.Raise("the end of the panel's thread", () => core.HandlerThread.Stop(core.Refusal));
        core.Closing.OnClosed();
        ByteArrays.Trim();
    }

    /// <summary>Gives accepted work its time. The time is for the host's handlers: what only waits for the page does not hold them
    /// up.</summary>
    /// <returns>How many evaluations and pictures were given up.</returns>
    private int Drain(TimeSpan limit)
    {
        var begun = core.Clock.GetTimestamp();
        // Nobody settles a promise of a page that is going, and its caller may be what a handler waits for.
        var settled = core.Evaluations.FailWaiting(core.Refusal);
        var first = limit != Timeout.InfiniteTimeSpan && limit < s_pageBound ? limit : s_pageBound;
        if (core.Operations.WaitForDrain(first) == 0)
            return settled;
        settled += FailPending();
        var left = limit == Timeout.InfiniteTimeSpan ? limit : limit - core.Clock.GetElapsedTime(begun);
        if (left != TimeSpan.Zero)
            core.Operations.WaitForDrain(left < TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : left);
        return settled;
    }

    /// <summary>Fails everything that is left, once each.</summary>
    private int GiveUp()
    {
        var abandoned = core.Requests.FailAll(new BridgeError(BridgeErrorCode.Closed, "The panel was closed before the handler had finished."));
        _givenUp.Cancel();
        // The page shall hear its answers before it goes: the order to close overtakes what is queued.
        if (core.Link.Documents.IsReachable && !_backendClosed.IsCompleted)
        {
            var told = new OneShot("the page's last answers");
            core.Link.TellWhenDelivered(told);
            _ = Await(told, s_lastWordsBound);
        }

        // Evaluations come last: the page has answered what it could. What is added after the word that it is over sees that word.
        return abandoned + FailPending();
    }

    private int FailPending() => core.Evaluations.FailAll(core.Refusal) + core.Captures.FailAll(core.Refusal);

    private void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception error)
        {
            core.Report($"A step of the close failed: {ErrorMessage.Of(error)}", error);
        }
    }

    // The user sees the panel go at once, however long the rest takes. An engine that does not read any more is ended soon.
    private void Hide()
    {
        try
        {
            core.Backend.SetWindow(new WindowCommand(WindowAction.Hide));
        }
        catch (QueueFullException)
        {
        }
    }

    private void EndBackend()
    {
        core.Backend.Close();
        if (Await(_backendClosed, s_backendBound))
            return;
        core.Backend.Terminate();
        if (!Await(_backendClosed, s_backendBound))
            core.Report("The engine's process did not confirm its end.", null);
    }

    private bool Await(OneShot what, TimeSpan limit)
    {
        var now = core.Clock.GetTimestamp();
        return Waits.Wait(what, "close", Deadline.In(limit, core.Clock, now), CancellationToken.None, core.Clock, now) == WaitOutcome.Completed;
    }
}
