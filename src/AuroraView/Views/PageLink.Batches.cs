using AuroraView.Bridge;
using AuroraView.Engine;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

// Batches: made by the sender, answered on the WebView thread. One lock guards both lines, so each batch is in exactly one of them.
internal sealed partial class PageLink
{
    private const int BatchItems = 512;
    private const int BatchBytes = 256 * 1024;

    private readonly PageBatchWriter _writer = new();
    private readonly Dictionary<long, DeliveredBatch> _inFlight = [];
    private readonly Queue<DeliveredBatch> _returned = new();
    private ShortLock _batchLock;

    /// <summary>Events that were not delivered because the page shown may not use the bridge.</summary>
    internal long EventsWithheld { get; private set; }

    private bool HasReturned
    {
        get
        {
            _batchLock.Enter();
            var any = _returned.Count > 0;
            _batchLock.Exit();
            return any;
        }
    }

    private int ReturnedItems
    {
        get
        {
            _batchLock.Enter();
            var count = 0;
            foreach (var batch in _returned)
                count += batch.Items.Count;
            _batchLock.Exit();
            return count;
        }
    }

    private bool IsNothingOnTheWay
    {
        get
        {
            _batchLock.Enter();
            var nothing = _inFlight.Count == 0 && _returned.Count == 0;
            _batchLock.Exit();
            return nothing;
        }
    }

    /// <summary>The engine's answer to a batch. On the WebView thread.</summary>
    /// <returns>Whether the id was a batch's.</returns>
    internal bool OnDelivered(long id, EvaluationStatus status)
    {
        _batchLock.Enter();
        var found = _inFlight.Remove(id, out var batch);
        // The document went before it had read the batch, or has no bridge: the next one gets it.
        if (found && status != EvaluationStatus.Completed)
            _returned.Enqueue(batch!);
        _batchLock.Exit();
        if (!found)
            return false;
        if (status == EvaluationStatus.Completed)
        {
            foreach (var item in batch!.Items)
                item.Recycle();
        }
        else if (status == EvaluationStatus.Failed)
        {
            Documents.OnBridgeMissing(batch!.Document);
        }

        Kick();
        return true;
    }

    /// <summary>Sends what came back, or else the item that is held and those behind it.</summary>
    /// <returns>Whether they went; else an answer to one that is on its way calls the sender again.</returns>
    private bool Deliver()
    {
        var batch = new DeliveredBatch(Documents.Current);
        var id = _nextId();
        _batchLock.Enter();
        // One at a time: the engine gives a batch to whatever document is there by then, so a second one could overtake a first that comes back.
        var canGo = _inFlight.Count == 0;
        DeliveredBatch? again = null;
        if (canGo)
        {
            _ = _returned.TryDequeue(out again);
            // In flight from here on, while it is filled too: it is never neither queued nor on its way.
            _inFlight.Add(id, batch);
        }

        _batchLock.Exit();
        if (!canGo)
            return false;

        _writer.Clear();
        if (again is not null)
        {
            foreach (var item in again.Items)
                Append(item, batch);
        }
        else
        {
            do
            {
                var item = _held;
                Release();
                Append(item, batch);
            }
            while (_writer.Count < BatchItems && _writer.Length < BatchBytes && HoldNext());
        }

        SchedulePoint.Hit("batch filled");
        if (batch.Items.Count > 0)
        {
            _backend.Deliver(id, _writer.Finish());
            // Now, not with the next batch: a large one would stay until then, or until the panel is forgotten.
            _writer.Clear();
            return true;
        }

        _batchLock.Enter();
        _inFlight.Remove(id);
        _batchLock.Exit();
        return true;
    }

    // The view is gone, and with it every answer that could still come. Their arrays are left to the collector: the sender may be filling one.
    private void ForgetBatches()
    {
        _batchLock.Enter();
        _inFlight.Clear();
        _returned.Clear();
        _batchLock.Exit();
    }

    private bool HoldNext()
    {
        if (!_outbox.TryTake(out _held))
            return false;
        Volatile.Write(ref _holds, true);
        return _held.Kind is OutboundKind.Event or OutboundKind.Reply or OutboundKind.ReplyError or OutboundKind.RefusedCalls or OutboundKind.Announce;
    }

    private void Append(in Outbound item, DeliveredBatch batch)
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
            case OutboundKind.Reply when item.Document == batch.Document:
                _writer.AppendReply(batch.Document, item.Id, item.Json);
                break;
            case OutboundKind.RefusedCalls when item.Document == batch.Document:
                var calls = (RefusedCalls)item.Subject!;
                _writer.AppendRefused(batch.Document, calls.First, calls.Seal(), calls.Error);
                break;
            case OutboundKind.ReplyError when item.Document == batch.Document:
                _writer.AppendError(batch.Document, item.Id, (BridgeError)item.Subject!);
                break;
            default:
                item.Recycle();
                return;
        }

        batch.Items.Add(item);
    }
}
