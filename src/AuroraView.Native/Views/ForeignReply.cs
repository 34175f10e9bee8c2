using System.Text;
using System.Text.Json;
using AuroraView.Bridge;
using AuroraView.Native.Abi;
using AuroraView.Threading.Waiting;

namespace AuroraView.Native.Views;

/// <summary>What a client's handler answers to one call of the page: inside the handler, or later from any thread.</summary>
internal sealed class ForeignReply
{
    private const int MaxShown = 1000;

    private ShortLock _lock;
    private byte[]? _result;
    private Exception? _error;
    private TaskCompletionSource? _later;
    private bool _answered;

    internal long Handle { get; private set; }

    internal static ForeignReply Open()
    {
        var reply = new ForeignReply();
        reply.Handle = Handles.Add(reply);
        return reply;
    }

    /// <summary>Answers with a result. One that cannot travel answers too, with an error that says why: the page is not left without its answer.</summary>
    /// <exception cref="ArgumentException">It is not one JSON value, or nested too deep.</exception>
    internal void Succeed(ReadOnlySpan<byte> json)
    {
        if (!json.IsEmpty && JsonFlaw.Find(json) is { } flaw)
            Refuse(new BridgeException(BridgeErrorCode.ResultNotSerializable, $"The handler's result {flaw.Reason}"));
        Answer(json.ToArray(), null);
    }

    /// <summary>Answers with an error: an object with <c>code</c>, <c>message</c>, <c>name</c>, <c>stack</c>, <c>data</c>, of which only the message must be there.</summary>
    /// <exception cref="ArgumentException">It is not such an object; the page has been told what it was.</exception>
    internal void Fail(ReadOnlySpan<byte> json)
    {
        var reason = JsonFlaw.Find(json)?.Reason;
        var error = default(JsonElement);
        if (reason is null)
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonFlaw.MaxDepth });
            error = JsonElement.ParseValue(ref reader);
            if (error.ValueKind != JsonValueKind.Object || Text(error, "message") is null)
                reason = "needs to be an object with a message.";
        }

        if (reason is not null)
        {
            var shown = Encoding.UTF8.GetString(json.Length > MaxShown ? json[..MaxShown] : json);
            Refuse(new BridgeException(BridgeErrorCode.HandlerFailed, $"The handler failed, and its error {reason} It was: {shown}"));
        }

        JsonElement? data = error.TryGetProperty("data", out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
        Answer(null, new ForeignHandlerException(new BridgeError(
            Text(error, "code") ?? nameof(BridgeErrorCode.HandlerFailed), Text(error, "message")!, Text(error, "name"), Text(error, "stack"), data)));
    }

    /// <summary>The handler threw before it could answer, or the client is gone.</summary>
    internal void Abandon() => Handles.Remove(Handle);

    /// <summary>The handler has returned: what it answered, or a task for what it will.</summary>
    internal Task<byte[]> Take(bool later)
    {
        TaskCompletionSource? awaited = null;
        _lock.Enter();
        var answered = _answered;
        if (!answered && later)
            _later = awaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _lock.Exit();

        if (awaited is not null)
            return FinishAsync(awaited.Task);
        if (!answered)
        {
            Handles.Remove(Handle);
            throw new BridgeException(BridgeErrorCode.HandlerFailed, "The handler returned without an answer.");
        }

        return _error is null ? Task.FromResult(_result!) : Task.FromException<byte[]>(_error);
    }

    private async Task<byte[]> FinishAsync(Task answered)
    {
        await answered.ConfigureAwait(false);
        return _error is null ? _result! : throw _error;
    }

    private void Answer(byte[]? result, Exception? error)
    {
        Handles.Remove(Handle);
        _lock.Enter();
        var isFirst = !_answered;
        if (isFirst)
        {
            _answered = true;
            _result = result;
            _error = error;
        }

        var later = _later;
        _lock.Exit();
        if (!isFirst)
            throw new ArgumentException("The call already has its answer.");
        later?.SetResult();
    }

    private void Refuse(BridgeException error)
    {
        Answer(null, error);
        throw new ArgumentException(error.Message);
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : null;
}
