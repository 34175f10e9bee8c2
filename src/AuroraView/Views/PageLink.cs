using System.Collections.Concurrent;
using AuroraView.Backends;
using AuroraView.Bridge;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>
/// The way to the page: takes what is queued, in order, and gives it to the engine when there is a document to receive it. Events and answers
/// that are queued together travel as one batch.
/// </summary>
/// <remarks>
/// Whoever queues something, or learns that the page can be reached again, calls <see cref="Kick"/>. One of them at a time
/// is the sender; the others leave it word and go. The engine's calls do not block, so neither does a sender.
/// </remarks>
internal sealed class PageLink
{
    private const int BatchItems = 512;
    private const int BatchBytes = 256 * 1024;

    // Two, so that the engine has the next batch while the answer to the last one is on its way.
    private const int BatchesInFlight = 2;

    private const int Idle = 0;
    private const int Sending = 1;
    private const int SendAgain = 2;

    private readonly IWebViewBackend _backend;
    private readonly Outbox _outbox;
    private readonly PageBatchWriter _writer = new();
    private readonly ConcurrentDictionary<long, DeliveredBatch> _inFlight = new();
    private readonly Queue<Outbound> _resend = new();
    private readonly Action<PendingEval> _evaluate;
    private readonly Func<long> _nextId;
    private ShortLock _resendLock;
    private int _sender;
    private int _inFlightCount;
    private volatile bool _started;
    private volatile bool _closed;
    private long _issuedLoad;

    private OneShot? _told;

    // The sender's own.
    private PageSource? _lastSource;

    internal PageLink(IWebViewBackend backend, Outbox outbox, DocumentTracker documents, Func<long> nextId, Action<PendingEval> evaluate)
    {
        _backend = backend;
        _outbox = outbox;
        Documents = documents;
        _nextId = nextId;
        _evaluate = evaluate;
    }

    internal DocumentTracker Documents { get; }

    /// <summary>Events that were not delivered because the page shown may not use the bridge.</summary>
    internal long EventsWithheld { get; private set; }

    /// <summary>The load that was given to the engine last; 0 before the first.</summary>
    internal long IssuedLoad => Volatile.Read(ref _issuedLoad);

    /// <summary>The engine has been started: loads may go.</summary>
    internal void Start()
    {
        _started = true;
        Kick();
    }

    /// <summary>Nothing goes to the page any more.</summary>
    internal void Close() => _closed = true;

    /// <summary>Sends what can be sent. From any thread; never blocks.</summary>
    internal void Kick()
    {
        if (Interlocked.Exchange(ref _sender, SendAgain) != Idle)
            return;
        do
        {
            Volatile.Write(ref _sender, Sending);
            SendSome();
        }
        while (Interlocked.CompareExchange(ref _sender, Idle, Sending) != Sending);
    }

    /// <summary>The engine's answer to a batch. On the WebView thread.</summary>
    /// <returns>Whether the id was a batch's.</returns>
    internal bool OnDelivered(long id, EvaluationStatus status)
    {
        if (!_inFlight.TryRemove(id, out var batch))
            return false;
        if (status == EvaluationStatus.Completed)
        {
            foreach (var item in batch.Items)
                item.Recycle();
        }
        else
        {
            // The document went before it had read the batch, or has no bridge: the next one gets it.
            _resendLock.Enter();
            foreach (var item in batch.Items)
                _resend.Enqueue(item);
            _resendLock.Exit();
            if (status == EvaluationStatus.Failed)
                Documents.OnBridgeMissing(batch.Document);
        }

        Interlocked.Decrement(ref _inFlightCount);
        Kick();
        TellIfDelivered();
        return true;
    }

    /// <summary>Completes a target once nothing is queued or on its way to the page. One at a time.</summary>
    internal void TellWhenDelivered(OneShot told)
    {
        Volatile.Write(ref _told, told);
        TellIfDelivered();
    }

    private void TellIfDelivered()
    {
        if (Volatile.Read(ref _told) is { } told && Volatile.Read(ref _inFlightCount) == 0 && !HasQueued())
            told.Set();
    }

    /// <summary>The view is gone: what is queued is given back.</summary>
    internal void End()
    {
        Close();
        _outbox.Close();
    }

    private void SendSome()
    {
        while (_started && !_closed && TryPeek(out var next))
        {
            switch (next.Kind)
            {
                case OutboundKind.Load:
                    _ = TryTake(out _);
                    Load(next.Id, (PageSource)next.Subject!);
                    continue;
                case OutboundKind.Reload:
                    _ = TryTake(out _);
                    if (Documents.IsLoadUnderWay)
                    {
                        // Nothing is there to be reloaded: the load is begun anew, and what came before it does not count.
                        Load(_nextId(), _lastSource!);
                    }
                    else if (IssuedLoad != 0)
                    {
                        Documents.OnReloadIssued();
                        _backend.Navigate((NavigationCommand)next.Subject!);
                    }

                    continue;
            }

            // Work for a page in a view that was never given one: an empty page serves.
            if (IssuedLoad == 0)
                Load(_nextId(), new PageSource(PageSourceKind.Html, "<!doctype html><title></title>"));
            if (!Documents.IsReachable)
                return;

            switch (next.Kind)
            {
                case OutboundKind.Evaluate:
                    _ = TryTake(out _);
                    _evaluate((PendingEval)next.Subject!);
                    break;
                case OutboundKind.Capture:
                    _ = TryTake(out _);
                    _backend.CaptureScreenshot(next.Id);
                    break;
                default:
                    if (!DeliverBatch())
                        return;
                    break;
            }
        }
    }

    private void Load(long id, PageSource source)
    {
        Volatile.Write(ref _issuedLoad, id);
        _lastSource = source;
        Documents.OnLoadIssued(id, source);
        _backend.Load(id, source);
    }

    private bool DeliverBatch()
    {
        if (Volatile.Read(ref _inFlightCount) >= BatchesInFlight)
            return false;
        var document = Documents.Current;
        foreach (var older in _inFlight.Values)
        {
            // What went to a document that is gone comes back first: the order is kept.
            if (older.Document != document)
                return false;
        }

        var batch = new DeliveredBatch(document);
        _writer.Clear();
        while (_writer.Count < BatchItems && _writer.Length < BatchBytes && TryPeek(out var item) && IsForBatch(item.Kind))
        {
            _ = TryTake(out item);
            Append(item, document, batch);
        }

        if (_writer.Count == 0)
            return true;
        var id = _nextId();
        Interlocked.Increment(ref _inFlightCount);
        _inFlight[id] = batch;
        _backend.Deliver(id, _writer.Finish());
        return true;
    }

    private static bool IsForBatch(OutboundKind kind) =>
        kind is OutboundKind.Event or OutboundKind.Reply or OutboundKind.ReplyError or OutboundKind.RefusedCalls or OutboundKind.Announce;

    private void Append(in Outbound item, long document, DeliveredBatch batch)
    {
        switch (item.Kind)
        {
            case OutboundKind.Announce when Documents.IsAllowed:
                _writer.AppendMethods((string[])item.Subject!);
                break;
            case OutboundKind.Event when Documents.IsAllowed:
                _writer.AppendEvent(item.Name!, item.Json);
                break;
            case OutboundKind.Event:
                // The host's events are not for a page that it did not allow.
                EventsWithheld++;
                item.Recycle();
                return;
            case OutboundKind.Reply when item.Document == document:
                _writer.AppendReply(document, item.Id, item.Json);
                break;
            case OutboundKind.RefusedCalls when item.Document == document:
                var calls = (RefusedCalls)item.Subject!;
                _writer.AppendRefused(document, calls.First, calls.Seal(), calls.Error);
                break;
            case OutboundKind.ReplyError when item.Document == document:
                _writer.AppendError(document, item.Id, (BridgeError)item.Subject!);
                break;
            default:
                item.Recycle();
                return;
        }

        batch.Items.Add(item);
    }

    // From any thread, unlike the looks of the sender.
    private bool HasQueued()
    {
        _resendLock.Enter();
        var any = _resend.Count > 0;
        _resendLock.Exit();
        return any || _outbox.Count > 0;
    }

    private bool TryPeek(out Outbound item)
    {
        _resendLock.Enter();
        var any = _resend.TryPeek(out item);
        _resendLock.Exit();
        return any || _outbox.TryPeek(out item);
    }

    private bool TryTake(out Outbound item)
    {
        _resendLock.Enter();
        var any = _resend.TryDequeue(out item);
        _resendLock.Exit();
        return any || _outbox.TryTake(out item);
    }

    private sealed class DeliveredBatch(long document)
    {
        internal long Document { get; } = document;

        internal List<Outbound> Items { get; } = [];
    }
}
