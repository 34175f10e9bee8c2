using AuroraView.Bridge;

namespace AuroraView.Views;

// What the page says: hostile input, of which only the shape has been checked. On the WebView thread.
internal sealed partial class ViewCore : IPageMessageSink
{
    // On the WebView thread: the calls refused last, while more can be added.
    private RefusedCalls? _refused;

    void IPageMessageSink.OnHello(long document, string url)
    {
        var isPage = Link.Documents.OnHello(document, _origin);
        Requests.CancelOthers(document);
        Evaluations.OnDocumentGone(document);
        if (!isPage)
            return;
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
            Refuse(document, callId, OriginRefused());
            return;
        }

        var budget = Requests.Budget;
        if (Outbox.Held.Messages > Safety.QueueCapacity + budget.Most)
            Refuse(document, callId, new BridgeError(BridgeErrorCode.TooLarge, "The page does not take its answers; no calls are accepted until it does."));
        else if (!budget.TryTake(parameters.Json.Length))
            Refuse(document, callId, TooMuchPending());
        else if (!Requests.Call(document, callId, method, parameters))
            ReportOften(RepeatedReport.Garbage, $"A call of '{method}' was refused (MalformedMessage): its number {callId} belongs to a call that has no answer yet.");
    }

    private void Refuse(long document, long call, BridgeError error)
    {
        if (_refused is { } row && row.TryAdd(document, call, error))
            return;
        _refused = new RefusedCalls(document, call, error);
        PushAlways(Outbound.RefusedCalls(_refused));
    }

    private BridgeError TooMuchPending() => new(
        BridgeErrorCode.TooLarge,
        $"Too much is pending: at most {Requests.Budget.Most} calls and events and {Requests.Budget.MostBytes} bytes are accepted until some are done.");

    void IPageMessageSink.OnEvent(long document, string name, PageValue detail)
    {
        if (name == FailurePage.RetryEvent && Link.Documents.IsFailure(document, _origin))
            Link.Load(null);
        if (!IsCurrent(document))
            return;
        if (!Link.Documents.IsAllowed)
            ReportOften(RepeatedReport.OriginRefused, $"An event of the page was refused: {OriginRefused().Message}");
        else if (!Requests.Budget.TryTake(detail.Json.Length))
            ReportOften(RepeatedReport.TooMuchPending, $"An event '{name}' of the page was refused. {TooMuchPending().Message}");
        else
            _ = Requests.Event(document, name, detail);
    }

    void IPageMessageSink.OnCancel(long document, long callId, PageCancelReason reason)
    {
        if (IsCurrent(document))
            Requests.Cancel(document, callId);
    }

    void IPageMessageSink.OnEvalSettled(long document, long evalId, EvalOutcome outcome)
    {
        if (IsCurrent(document))
            Evaluations.OnSettled(evalId, outcome);
    }

    void IPageMessageSink.OnPageReport(long document, PageReport report)
    {
        switch (report.Kind)
        {
            case PageReportKind.ListenerFailed:
                ReportOften(RepeatedReport.ListenerThrew, $"A listener of the page to '{report.Subject}' threw: {report.Text}");
                break;
            case PageReportKind.Uncaught:
                ReportOften(RepeatedReport.Uncaught, $"No code of the page caught this {report.Subject}: {report.Text}");
                break;
            case PageReportKind.EventsDropped:
                ReportOften(RepeatedReport.EventsDropped, "An event for the page was dropped: the page has no listener for it, and keeps only a limited number of such events.", null, report.Count);
                break;
            case PageReportKind.Withheld:
                ReportOften(
                    RepeatedReport.Withheld,
                    $"The page sent events faster than its panel takes them: {Requests.Budget.Most} and {Requests.Budget.MostBytes / 2} bytes a second. The rest was dropped.",
                    null,
                    report.Count);
                break;
            case PageReportKind.Garbage:
                ReportOften(RepeatedReport.Garbage, "A message of the page was refused (MalformedMessage): A message without the view's token.", null, report.Count);
                break;
            case PageReportKind.MessagesLost:
                ReportOften(RepeatedReport.MessagesLost, "A message of the page was lost: this process did not read the channel for too long.", null, report.Count);
                break;
            default:
                ReportOften(RepeatedReport.BatchRefused, $"The page could not read a batch: {report.Text}");
                break;
        }
    }

    void IPageMessageSink.OnMalformed(BridgeErrorCode code, string reason) => ReportOften(RepeatedReport.Garbage, $"A message of the page was refused ({code}): {reason}");

    // What a document that is being left still had to say is dropped without a word.
    private bool IsCurrent(long document)
    {
        if (Link.Documents.IsCurrent(document, _origin))
            return true;
        if (document == Link.Documents.Current)
            ReportOften(RepeatedReport.ForeignOrigin, $"A message in the name of the current document was refused: it came from {_origin}.");
        return false;
    }

    private BridgeError OriginRefused() => new(
        BridgeErrorCode.OriginRefused, $"Pages of {_origin} may not use the bridge. Add the origin to WebViewOptions.AllowedOrigins if they should.");
}
