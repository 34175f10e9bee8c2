using System.Text.Json;
using AuroraView.Threading;

namespace AuroraView.Native.Errors;

/// <summary>What an error knows besides its message, as the member <c>data</c> of its JSON.</summary>
internal static class ErrorData
{
    internal static void Write(Utf8JsonWriter json, Exception error)
    {
        switch (error)
        {
            case ThreadDispatchTimeoutException timeout:
                Begin(json);
                WriteSnapshot(json, timeout.Snapshot);
                break;
            case DeadlockDetectedException deadlock:
                Begin(json);
                WriteCycle(json, deadlock);
                break;
            case ShutdownInProgressException shutdown:
                Begin(json);
                json.WriteString("what", shutdown.What);
                break;
            case QueueFullException full:
                Begin(json);
                json.WriteString("queue", full.Queue);
                json.WriteNumber("capacity", full.Capacity);
                json.WriteNumber("retries", full.Retries);
                break;
            case JavaScriptException script:
                Begin(json);
                WriteScript(json, script);
                break;
            case JavaScriptResultException result:
                Begin(json);
                json.WriteString("result_kind", result.ResultKind);
                break;
            default:
                return;
        }

        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json) => json.WriteStartObject("data");

    private static void WriteSnapshot(Utf8JsonWriter json, DispatchSnapshot snapshot)
    {
        json.WriteString("function", snapshot.Function);
        json.WriteString("target", snapshot.Target);
        json.WriteBoolean("still_running", snapshot.StillRunning);
        WriteTime(json, "running_for_ms", snapshot.RunningFor);
        WriteTime(json, "timeout_ms", snapshot.Timeout);
        json.WriteNumber("queue_depth", snapshot.QueueDepth);
        WriteTime(json, "oldest_call_age_ms", snapshot.OldestCallAge);
        json.WriteString("target_runs", snapshot.TargetRuns);
        WriteTime(json, "target_runs_for_ms", snapshot.TargetRunsFor);
        json.WriteString("target_waits", snapshot.TargetWaits);
        WriteTime(json, "last_drained_ms", snapshot.LastDrained);
        json.WriteString("note", snapshot.Note);
        json.WriteStartArray("waits");
        foreach (var wait in snapshot.Waits)
            json.WriteStringValue(wait);
        json.WriteEndArray();
    }

    private static void WriteCycle(Utf8JsonWriter json, DeadlockDetectedException deadlock)
    {
        json.WriteStartArray("cycle");
        foreach (var member in deadlock.Cycle.Members)
        {
            json.WriteStartObject();
            json.WriteString("name", member.Name);
            json.WriteString("waits_for", member.WaitsFor);
            WriteTime(json, "since_ms", member.Since);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteScript(Utf8JsonWriter json, JavaScriptException script)
    {
        json.WriteString("js_message", script.JsMessage);
        json.WriteString("js_stack", script.JsStack);
        json.WriteString("source", script.SourceName);
        json.WriteString("script", script.Script);
        WriteNumber(json, "line", script.Line);
        WriteNumber(json, "column", script.Column);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, TimeSpan? time)
    {
        if (time is { } given)
            json.WriteNumber(name, Math.Round(given.TotalMilliseconds, 3));
        else
            json.WriteNull(name);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } given)
            json.WriteNumber(name, given);
        else
            json.WriteNull(name);
    }
}
