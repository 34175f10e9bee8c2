using AuroraView.Backends;
using AuroraView.Bridge;
using AuroraView.Channel;
using AuroraView.Threading;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

// The end, in two phases. Closing: new work is refused, what was accepted gets a bounded time, what is left fails with one error each. Closed: raised
// once, after window and processes are gone. RFC 0002, "Graceful Shutdown"; docs/shutdown.md.
internal sealed partial class ViewCore
{
    // The backend itself kills what does not go within two seconds; this is for a backend that does not keep its word.
    private static readonly TimeSpan s_backendBound = TimeSpan.FromSeconds(5);

    // A page that runs at all has read its last answers long before.
    private static readonly TimeSpan s_lastWordsBound = TimeSpan.FromSeconds(1);

    private readonly OneShot _backendClosed = new("the end of the engine's process");
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _givenUp = new();
    private Ending? _ending;
    private int _asking;

    /// <summary>Completes when the view is closed.</summary>
    internal Task Closed => _closed.Task;

    /// <summary>Cancelled when accepted work is given up.</summary>
    internal CancellationToken GivenUp => _givenUp.Token;

    /// <summary>Closes the view, after its <c>Closing</c> handlers have agreed or where they are not asked.</summary>
    /// <returns>Whether it is closed; <see langword="false"/> where a handler refused.</returns>
    internal async Task<bool> CloseAsync(bool byUser, bool force, TimeSpan? drain)
    {
        if (!force && State is ViewState.Created or ViewState.Open && View.HasClosingHandlers)
        {
            LockOrder.BeforeForeignCode("a handler of Closing");
            // A second request while the handlers are asked waits for the same answer to take effect.
            if (Interlocked.Exchange(ref _asking, 1) != 0)
                return false;
            var asking = new WaitOrigin(Party, "Closing");
            WaitGraph.Open(asking);
            try
            {
                var args = new PanelClosingEventArgs(byUser);
                var refused = await _events.AskAsync(
                    () =>
                    {
                        View.RaiseClosing(args);
                        return args.Cancel;
                    },
                    asking).ConfigureAwait(false);
                if (refused)
                    return false;
            }
            catch (Exception error)
            {
                // A handler that throws has not refused, and a panel that cannot be closed would be worse.
                Report($"A handler of Closing threw: {ErrorMessage.Of(error)}", error);
            }
            finally
            {
                WaitGraph.Close(asking);
                Volatile.Write(ref _asking, 0);
            }
        }

        BeginClose(ClosedReason.Requested, null, drain ?? Safety.DrainTimeout);
        await _closed.Task.ConfigureAwait(false);
        return true;
    }

    /// <summary>Closes the view and waits for it. Inside one of the view's own handlers it does not wait: the close would wait for the handler.</summary>
    internal bool CloseSync(bool force, TimeSpan? drain)
    {
        if (State == ViewState.Closed)
            return true;
        LockOrder.BeforeWaiting("close");
        var closing = CloseAsync(byUser: false, force, drain);
        if (closing.IsCompleted || IsInsideOwnWork)
            return !closing.IsCompleted || closing.GetAwaiter().GetResult();

        var limit = drain ?? Safety.DrainTimeout;
        var bound = limit == WaitTime.Infinite ? limit : limit + s_backendBound + s_backendBound;
        var target = new CloseTarget(this, closing);
        var outcome = Waits.Wait(target, "close", Deadline.In(bound, _clock), CancellationToken.None, _clock, _clock.GetTimestamp());
        return outcome == WaitOutcome.Completed && closing.GetAwaiter().GetResult();
    }

    private bool IsInsideOwnWork => _viewThread.Queue.IsOwner || WaitOrigin.Current?.Party == Party;

    /// <summary>The engine says that the view is gone. On the WebView thread.</summary>
    private void OnBackendClosed(ClosedReason reason, BackendError? error)
    {
        _backendClosed.Set();
        // Not asked for: the process that owned the view has died, or it never came up.
        BeginClose(reason, error, TimeSpan.Zero);
    }

    private void BeginClose(ClosedReason reason, BackendError? error, TimeSpan drain)
    {
        // Why comes first: whoever is refused because of the state can then say it.
        var ending = new Ending(reason, error);
        if (Interlocked.CompareExchange(ref _ending, ending, null) is not null)
            return;
        int state;
        do
            state = _state;
        while (Interlocked.CompareExchange(ref _state, (int)ViewState.Closing, state) != state);
        if (error is not null)
            Report($"The panel was closed ({error.Code}): {error.Message}", null);
        // A thread of its own: the end must not depend on a pool that the host may have filled.
        using (ExecutionContext.SuppressFlow())
            new Thread(() => End(ending, wasStarted: state == (int)ViewState.Open, drain)) { Name = $"close of {Name}", IsBackground = true }.Start();
    }

    private void End(Ending ending, bool wasStarted, TimeSpan drain)
    {
        _operations.Shutdown();
        _outbox.Shutdown();
        var abandoned = 0;
        try
        {
            if (wasStarted && !_backendClosed.IsCompleted)
                _operations.WaitForDrain(drain);
            abandoned = GiveUp();
            if (wasStarted)
                EndBackend();
        }
        catch (Exception error)
        {
            Report($"The close did not go as it should: {ErrorMessage.Of(error)}", error);
        }

        Link.End();
        WaitParties.Pages.Remove(Party);
        _requests.Stop();
        _reports.Dispose();
        ByteArrays.Trim();
        _handlers.Clear();
        if (_dispatcher is not null)
            _dispatcher.StallChanged -= OnStallChanged;
        var args = new PanelClosedEventArgs(ending.Reason, ending.Error, abandoned);
        Volatile.Write(ref _state, (int)ViewState.Closed);
        _events.Raise(() => View.RaiseClosed(args));
        // Where events are raised on the view's thread, its end is the last of them.
        if (_options.DccMode)
            _viewThread.Stop(Refusal);
        else
            _events.Raise(() => _viewThread.Stop(Refusal));
        _closed.TrySetResult();
    }

    /// <summary>Fails everything that is left, once each.</summary>
    private int GiveUp()
    {
        var abandoned = FailPending();
        var calls = _requests.FailAll(new BridgeError(BridgeErrorCode.Closed, "The panel was closed before the handler had finished."));
        _givenUp.Cancel();
        // What was added between the first look and the word that it is over; what comes after that word sees it.
        abandoned += FailPending();
        // The page shall hear of it before it goes: the order to close overtakes what is queued.
        if (calls > 0 && Link.Documents.IsReachable && !_backendClosed.IsCompleted)
        {
            var told = new OneShot("the page's last answers");
            Link.TellWhenDelivered(told);
            var now = _clock.GetTimestamp();
            _ = Waits.Wait(told, "close", Deadline.In(s_lastWordsBound, _clock, now), CancellationToken.None, _clock, now);
        }

        return abandoned + calls;
    }

    private int FailPending() => Evaluations.FailAll(Refusal) + _captures.FailAll(Refusal);

    private void EndBackend()
    {
        _backend.Close();
        if (WaitForBackend())
            return;
        _backend.Terminate();
        if (!WaitForBackend())
            Report("The engine's process did not confirm its end.", null);
    }

    private bool WaitForBackend()
    {
        var now = _clock.GetTimestamp();
        return Waits.Wait(_backendClosed, "close", Deadline.In(s_backendBound, _clock, now), CancellationToken.None, _clock, now) == WaitOutcome.Completed;
    }

    internal ShutdownInProgressException Refusal() => Volatile.Read(ref _ending)?.Error is { } error ? new(Name, error.Message) : new(Name);

    private sealed record Ending(ClosedReason Reason, BackendError? Error);

    /// <summary>A thread's wait for the close: it depends on whatever the page has asked for and not got.</summary>
    private sealed class CloseTarget : WaitTarget
    {
        private readonly ViewCore _view;
        private readonly Task _closing;

        internal CloseTarget(ViewCore view, Task closing)
        {
            _view = view;
            _closing = closing;
            _ = closing.ContinueWith(
                static (_, state) => ((CloseTarget)state!).Signal(), this,
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        internal override bool IsCompleted => _closing.IsCompleted;

        internal override void AddSuccessors(ref WaitWalk walk)
        {
            if (!IsCompleted)
                walk.Add(_view.Party);
        }

        internal override string Describe() => $"the end of {_view.Name}";

        private void Signal()
        {
            Interlocked.MemoryBarrier();
            SignalWaiter();
        }
    }
}
