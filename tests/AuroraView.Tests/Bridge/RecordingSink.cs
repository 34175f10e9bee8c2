using System.Text;
using AuroraView.Bridge;

namespace AuroraView.Tests.Bridge;

/// <summary>Writes down what a page's message said.</summary>
internal sealed class RecordingSink : IPageMessageSink
{
    public List<string> Items { get; } = [];

    public BridgeErrorCode? Refusal { get; private set; }

    public string Reason { get; private set; } = "";

    public int Refusals { get; private set; }

    public void OnHello(long document, string url) => Items.Add($"hello {document} {url}");

    public void OnCall(long document, long callId, string method, PageValue parameters) =>
        Items.Add($"call {document} {callId} {method} {Text(parameters)}");

    public void OnEvent(long document, string name, PageValue detail) => Items.Add($"event {document} {name} {Text(detail)}");

    public void OnCancel(long document, long callId, PageCancelReason reason) => Items.Add($"cancel {document} {callId} {reason}");

    public void OnEvalSettled(long document, long evalId, EvalOutcome outcome) =>
        Items.Add($"eval {document} {evalId} {outcome.Kind} {Encoding.UTF8.GetString(outcome.Json.Span)}");

    public void OnPageReport(long document, PageReport report) =>
        Items.Add($"report {document} {report.Kind} {report.Subject} {report.Text} {report.Count}");

    public void OnMalformed(BridgeErrorCode code, string reason)
    {
        Refusals++;
        Refusal = code;
        Reason = reason;
    }

    private static string Text(PageValue value) => value.IsPresent ? Encoding.UTF8.GetString(value.Json) : "absent";
}
