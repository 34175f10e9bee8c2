using AuroraView.Engine;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>
/// The way to the page: takes what is queued, in order, and gives it to the engine when there is a document to receive it. Events and answers
/// that are queued together travel as one batch.
/// </summary>
/// <remarks>
/// <para>Whoever queues something, or learns that the page can be reached again, calls <see cref="Kick"/>. One of them at a time
/// is the sender; the others leave it word and go. The engine's calls do not block, so neither does a sender.</para>
/// <para>The sender alone takes, and acts on what it has taken. What cannot go yet it keeps; batches that come back from a document that is gone
/// are a line of their own, which goes before it.</para>
/// </remarks>
internal sealed partial class PageLink
{
    private const int Idle = 0;
    private const int Sending = 1;
    private const int SendAgain = 2;

    private readonly IWebViewBackend _backend;
    private readonly Outbox _outbox;
    private readonly LoadLane _loads;
    private readonly Action<PendingEval> _evaluate;
    private readonly Func<long> _nextId;
    private readonly TimeProvider _clock;
    private readonly Action<Exception> _onBroken;
    private int _sender;
    private volatile bool _started;
    private volatile bool _closed;
    private long _issuedLoad;
    private OneShot? _told;
    private Failure? _failure;

    // The sender's own.
    private PageSource? _lastSource;
    private Outbound _held;
    private bool _holds;

    internal PageLink(IWebViewBackend backend, Outbox outbox, DocumentTracker documents, Func<long> nextId, Action<PendingEval> evaluate, TimeProvider clock, Action<Exception> onBroken)
    {
        _backend = backend;
        _outbox = outbox;
        Documents = documents;
        _nextId = nextId;
        _evaluate = evaluate;
        _clock = clock;
        _onBroken = onBroken;
        _loads = new LoadLane(clock, Kick);
    }

    internal DocumentTracker Documents { get; }

    /// <summary>The load that was given to the engine last; 0 before the first.</summary>
    internal long IssuedLoad => Volatile.Read(ref _issuedLoad);

    /// <summary>How much waits for the page.</summary>
    internal int Depth => _outbox.Count + (Volatile.Read(ref _holds) ? 1 : 0) + ReturnedItems;

    /// <summary>The engine has been started: loads may go.</summary>
    internal void Start()
    {
        _started = true;
        Kick();
    }

    /// <summary>Nothing goes to the page any more.</summary>
    internal void Close() => _closed = true;

    /// <summary>Queues a load, or a reload where <paramref name="source"/> is <see langword="null"/>. From any thread.</summary>
    internal void Load(PageSource? source, NavigationCommand command = NavigationCommand.Reload)
    {
        var load = new WaitingLoad(_nextId(), source, command, _clock.GetTimestamp());
        _loads.Add(load);
        if (_outbox.PushAlways(Outbound.Load(load)))
            Kick();
    }

    /// <summary>Shows a page that tells of a failure, unless there is something else to show by then. From any thread.</summary>
    internal void Show(string failurePage)
    {
        Volatile.Write(ref _failure, new Failure(IssuedLoad, failurePage));
        Kick();
    }

    /// <summary>Sends what can be sent. From any thread; never blocks.</summary>
    internal void Kick()
    {
        SchedulePoint.Hit("kick");
        if (Interlocked.Exchange(ref _sender, SendAgain) != Idle)
            return;
        do
        {
            Volatile.Write(ref _sender, Sending);
            SchedulePoint.Hit("sending");
            try
            {
                while (_started && !_closed && SendNext())
                {
                }
            }
            catch (Exception error)
            {
                // The back end's, and no affair of the caller's, whose turn it is to send.
                _closed = true;
                _onBroken(error);
            }

            TellIfDelivered();
            SchedulePoint.Hit("sent");
        }
        while (Interlocked.CompareExchange(ref _sender, Idle, Sending) != Sending);
    }

    /// <summary>Completes a target once nothing is queued or on its way to the page. One at a time.</summary>
    internal void TellWhenDelivered(OneShot told)
    {
        Volatile.Write(ref _told, told);
        Kick();
    }

    /// <summary>The view is gone: what is queued is given back.</summary>
    internal void End()
    {
        Close();
        _loads.Dispose();
        ForgetBatches();
        _outbox.Close();
    }

    // By the sender, who alone takes: what it does not hold is in one of the lines, or with the engine.
    private void TellIfDelivered()
    {
        if (Volatile.Read(ref _told) is { } told && !_holds && _outbox.Count == 0 && IsNothingOnTheWay)
            told.Set();
    }

    /// <summary>Sends one thing.</summary>
    /// <returns>Whether there may be another that can go.</returns>
    private bool SendNext()
    {
        if (!_holds && _outbox.TryTake(out _held))
            Volatile.Write(ref _holds, true);
        SchedulePoint.Hit("taken");
        if (_holds && _held.Kind == OutboundKind.Load)
        {
            var load = (WaitingLoad)_held.Subject!;
            Release();
            Issue(load);
            return true;
        }

        if (!_holds && !HasReturned)
            return ShowFailure();
        // Work for a page in a view that was never given one: an empty page serves, unless a load is queued behind.
        while (IssuedLoad == 0)
        {
            if (_loads.TryOvertake(worksOn: false, out var first))
                Issue(first);
            else
                Give(_nextId(), new PageSource(PageSourceKind.Html, "<!doctype html><title></title>"));
        }

        if (Documents.IsReachable && (HasReturned ? Deliver() : SendHeld()))
            return true;
        if (!_loads.TryOvertake(Documents.WorksOn, out var next))
            return ShowFailure();
        Issue(next);
        return true;
    }

    private bool SendHeld()
    {
        switch (_held.Kind)
        {
            case OutboundKind.Evaluate:
                var evaluation = (PendingEval)_held.Subject!;
                Release();
                _evaluate(evaluation);
                return true;
            case OutboundKind.Capture:
                var capture = _held.Id;
                Release();
                _backend.CaptureScreenshot(capture);
                return true;
            default:
                return Deliver();
        }
    }

    private void Release()
    {
        _held = default;
        Volatile.Write(ref _holds, false);
    }

    // Nothing of the host's can go, and no load is queued.
    private bool ShowFailure()
    {
        if (Interlocked.Exchange(ref _failure, null) is not { } failure || failure.Load != IssuedLoad || Documents.Current != 0 || _loads.HasWaiting)
            return false;
        var id = _nextId();
        Volatile.Write(ref _issuedLoad, id);
        Documents.OnFailureIssued(id);
        _backend.Load(id, new PageSource(PageSourceKind.Html, failure.Page));
        return true;
    }

    private void Issue(WaitingLoad load)
    {
        // It went already, before work that could not go.
        if (load.IsIssued)
            return;
        load.IsIssued = true;
        if (load.Source is { } source)
        {
            Give(load.Id, source);
        }
        else if (_lastSource is { } last && (Documents.IsLoadUnderWay || Documents.IsFailureShown))
        {
            // Nothing is there to be reloaded: the load is begun anew, and what came before it does not count.
            Give(load.Id, last);
        }
        else if (IssuedLoad != 0)
        {
            Documents.OnReloadIssued();
            _backend.Navigate(load.Command);
        }
    }

    private void Give(long id, PageSource source)
    {
        Volatile.Write(ref _issuedLoad, id);
        _lastSource = source;
        Documents.OnLoadIssued(id, source);
        _backend.Load(id, source);
    }

    private sealed record Failure(long Load, string Page);
}
