using System.Globalization;
using System.Text;

namespace AuroraView.Threading.Reports;

/// <summary>A report for a person.</summary>
internal static class HangReportText
{
    internal static string Write(HangReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Hang report of process {report.ProcessId}, {report.TakenAt:yyyy-MM-dd HH:mm:ss.fff}Z");
        foreach (var thread in report.Threads)
        {
            foreach (var wait in thread.Waits)
            {
                Line(text, $"{thread.Name} (id {thread.Id}) waits in {wait.Operation} for {wait.Target}, {Ms(wait.For)}{(wait.IsSuspended ? "; it runs a call nested in that wait" : "")}");
            }

            foreach (var taken in thread.Locks)
                Line(text, $"{thread.Name} (id {thread.Id}) holds {taken}");
        }

        foreach (var dispatcher in report.Dispatchers)
        {
            var runs = dispatcher.Running is { } running ? $"runs '{running.Function}', {Ms(running.Age)}" : "runs none of its calls";
            var taken = dispatcher.LastTaken is { } last ? $"took a call {Ms(last)} ago" : "has never taken a call";
            var oldest = dispatcher.OldestCallAge is { } age ? $", the oldest {Ms(age)}" : "";
            Line(text, $"{dispatcher.Name} {runs}, {taken}; queued: {dispatcher.QueuedCalls}{oldest}");
            foreach (var call in dispatcher.Calls)
                Line(text, $"  '{call.Function}', {Ms(call.Age)}{(call.Producer is { } producer ? $", from {producer}" : "")}");
        }

        foreach (var page in report.Pages)
        {
            Line(text, $"{page.Name}: {page.State ?? "its state is not known."} Open requests: {page.OpenRequests}");
            foreach (var request in page.Requests)
                Line(text, $"  '{request.Handler}', {Ms(request.Age)}");
        }

        foreach (var queue in report.Queues)
            Line(text, $"{queue.Name}: {queue.Depth} of {queue.Capacity} messages, {queue.InFlight} in flight, {queue.State}");
        foreach (var levelled in report.Locks.Where(static one => one.Waiters.Count > 0))
            Line(text, $"'{levelled.Name}' is wanted by {string.Join(", ", levelled.Waiters)}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append("\n  ").Append(line.ToString(CultureInfo.InvariantCulture));

    private static string Ms(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
}
