using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AuroraView.Threading.Locking;

namespace AuroraView.Threading.Reports;

/// <summary>A report as JSON. Written by hand: no reflection, so it survives trimming, and the shape is what this file says.</summary>
internal static class HangReportJson
{
    // The default encoder would also encode what is dangerous inside HTML only, apostrophes among it, and make names hard to read.
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(HangReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("takenAt", report.TakenAt);
            json.WriteNumber("processId", report.ProcessId);
            json.WriteString("lockOrder", report.LockOrder.ToString());
            Array(json, "threads", report.Threads, Thread);
            Array(json, "dispatchers", report.Dispatchers, Dispatcher);
            Array(json, "locks", report.Locks, Lock);
            Array(json, "pages", report.Pages, Page);
            Array(json, "queues", report.Queues, Queue);
            Array(json, "nodes", report.Nodes, Node);
            Array(json, "edges", report.Edges, Edge);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Thread(Utf8JsonWriter json, ReportedThread thread)
    {
        json.WriteNumber("id", thread.Id);
        json.WriteString("name", thread.Name);
        json.WriteString("role", thread.Role);
        json.WriteBoolean("isHostMain", thread.IsHostMain);
        Array(json, "waits", thread.Waits, Wait);
        Array(json, "locks", thread.Locks, Acquisition);
    }

    private static void Wait(Utf8JsonWriter json, ReportedWait wait)
    {
        json.WriteString("operation", wait.Operation);
        json.WriteString("target", wait.Target);
        Ms(json, "forMs", wait.For);
        json.WriteBoolean("isSuspended", wait.IsSuspended);
    }

    private static void Acquisition(Utf8JsonWriter json, LockAcquisition taken)
    {
        json.WriteString("lock", taken.Lock);
        json.WriteString("level", taken.Level.ToString());
        json.WriteBoolean("shared", taken.Shared);
        json.WriteString("thread", taken.Thread);
        json.WriteString("member", taken.Member);
        json.WriteNumber("line", taken.Line);
    }

    private static void Dispatcher(Utf8JsonWriter json, ReportedDispatcher dispatcher)
    {
        json.WriteString("name", dispatcher.Name);
        if (dispatcher.ThreadId is { } id)
            json.WriteNumber("threadId", id);
        else
            json.WriteNull("threadId");
        json.WriteNumber("queuedCalls", dispatcher.QueuedCalls);
        Ms(json, "oldestCallAgeMs", dispatcher.OldestCallAge);
        Ms(json, "lastTakenMs", dispatcher.LastTaken);
        if (dispatcher.Running is { } running)
        {
            json.WriteStartObject("running");
            Call(json, running);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("running");
        }

        Array(json, "calls", dispatcher.Calls, Call);
    }

    private static void Call(Utf8JsonWriter json, ReportedCall call)
    {
        json.WriteString("function", call.Function);
        Ms(json, "ageMs", call.Age);
        json.WriteString("producer", call.Producer);
    }

    private static void Lock(Utf8JsonWriter json, ReportedLock levelled)
    {
        json.WriteString("name", levelled.Name);
        json.WriteString("level", levelled.Level.ToString());
        Array(json, "holders", levelled.Holders, Acquisition);
        Strings(json, "waiters", levelled.Waiters);
    }

    private static void Page(Utf8JsonWriter json, ReportedPage page)
    {
        json.WriteString("name", page.Name);
        json.WriteString("state", page.State);
        json.WriteNumber("openRequests", page.OpenRequests);
        Array(json, "requests", page.Requests, static (writer, request) =>
        {
            writer.WriteString("handler", request.Handler);
            Ms(writer, "ageMs", request.Age);
        });
    }

    private static void Queue(Utf8JsonWriter json, ReportedQueue queue)
    {
        json.WriteString("name", queue.Name);
        json.WriteString("state", queue.State);
        json.WriteNumber("capacity", queue.Capacity);
        json.WriteNumber("depth", queue.Depth);
        json.WriteNumber("inFlight", queue.InFlight);
        json.WriteNumber("peak", queue.Peak);
    }

    private static void Node(Utf8JsonWriter json, ReportedNode node)
    {
        json.WriteString("id", node.Id);
        json.WriteString("kind", node.Kind.ToString());
        json.WriteString("text", node.Text);
    }

    private static void Edge(Utf8JsonWriter json, ReportedEdge edge)
    {
        json.WriteString("from", edge.From);
        json.WriteString("to", edge.To);
        json.WriteString("operation", edge.Operation);
        Ms(json, "forMs", edge.For);
        json.WriteBoolean("isSuspended", edge.IsSuspended);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private static void Ms(Utf8JsonWriter json, string name, TimeSpan? time)
    {
        if (time is { } known)
            json.WriteNumber(name, Math.Round(known.TotalMilliseconds, 3));
        else
            json.WriteNull(name);
    }
}
