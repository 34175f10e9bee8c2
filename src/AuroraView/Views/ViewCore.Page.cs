using AuroraView.Bridge;

namespace AuroraView.Views;

// What the page says: hostile input, of which only the shape has been checked. On the WebView thread.
internal sealed partial class ViewCore : IPageMessageSink
{
    private const int MaxPendingCalls = 100_000;

    void IPageMessageSink.OnHello(long document, string url)
    {
        Link.Documents.OnHello(document, _origin);
        _requests.CancelOthers(document);
        Evaluations.OnDocumentGone(document);
        PushAlways(Outbound.Announce(_handlers.Names));
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _hostIsBusy) != 0)
            TellWhetherHostIsBusy(true);
    }

    void IPageMessageSink.OnCall(long document, long callId, string method, PageValue parameters)
    {
        if (!IsCurrent(document))
            return;
        if (!Link.Documents.IsAllowed)
        {
            Answer(Outbound.ReplyError(document, callId, OriginRefused()));
            return;
        }

        if (_requests.Count >= MaxPendingCalls)
        {
            Answer(Outbound.ReplyError(document, callId, new BridgeError(
                BridgeErrorCode.TooLarge, $"{MaxPendingCalls} calls are pending; no more are accepted until some are answered.")));
            return;
        }

        if (!_requests.Call(document, callId, method, parameters.ToArray()))
            Report($"A call of '{method}' was refused (MalformedMessage): its number {callId} belongs to a call that has no answer yet.", null);
    }

    void IPageMessageSink.OnEvent(long document, string name, PageValue detail)
    {
        if (!IsCurrent(document))
            return;
        if (!Link.Documents.IsAllowed)
            Report($"An event of the page was refused: {OriginRefused().Message}", null);
        else if (_requests.Count >= MaxPendingCalls)
            Report($"An event '{name}' of the page was refused: {MaxPendingCalls} are pending.", null);
        else
            _ = _requests.Event(document, name, detail.ToArray());
    }

    void IPageMessageSink.OnCancel(long document, long callId, PageCancelReason reason)
    {
        if (IsCurrent(document))
            _requests.Cancel(document, callId);
    }

    void IPageMessageSink.OnEvalSettled(long document, long evalId, EvalOutcome outcome)
    {
        if (IsCurrent(document))
            Evaluations.OnSettled(evalId, outcome);
    }

    void IPageMessageSink.OnPageReport(long document, PageReport report) => Report(report.Kind switch
    {
        PageReportKind.ListenerFailed => $"A listener of the page to '{report.Subject}' threw: {report.Text}",
        PageReportKind.EventsDropped => $"The page kept no more than its bound of events without a listener; {report.Count} were dropped.",
        _ => $"The page could not read a batch: {report.Text}",
    }, null);

    void IPageMessageSink.OnMalformed(BridgeErrorCode code, string reason) => Report($"A message of the page was refused ({code}): {reason}", null);

    // What a document that is being left still had to say is dropped without a word.
    private bool IsCurrent(long document)
    {
        if (Link.Documents.IsCurrent(document, _origin))
            return true;
        if (document == Link.Documents.Current)
            Report($"A message in the name of the current document was refused: it came from {_origin}.", null);
        return false;
    }

    private BridgeError OriginRefused() => new(
        BridgeErrorCode.OriginRefused, $"Pages of {_origin} may not use the bridge. Add the origin to WebViewOptions.AllowedOrigins if they should.");
}
