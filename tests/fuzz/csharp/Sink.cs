using System.Text.Json;
using AuroraView.Bridge;

namespace AuroraView.Fuzz;

/// <summary>Takes what a page's message is read into. A value that is handed over must be one JSON value.</summary>
internal sealed class Sink : IPageMessageSink
{
    public void OnHello(long document, string url)
    {
    }

    public void OnCall(long document, long callId, string method, PageValue parameters) => Check(parameters);

    public void OnEvent(long document, string name, PageValue detail) => Check(detail);

    public void OnCancel(long document, long callId, PageCancelReason reason)
    {
    }

    public void OnEvalSettled(long document, long evalId, EvalOutcome outcome)
    {
        var attempt = new EvalAttempt(evalId, document, "1");
        attempt.Settle(outcome);
        Targets.ReadAs(attempt.Result!);
    }

    public void OnPageReport(long document, PageReport report)
    {
    }

    public void OnMalformed(BridgeErrorCode code, string reason)
    {
    }

    private static void Check(PageValue value)
    {
        if (!value.IsPresent)
            return;
        var reader = new Utf8JsonReader(value.Json, new JsonReaderOptions { MaxDepth = 512 });
        using var document = JsonDocument.ParseValue(ref reader);
    }
}
