using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AuroraView.Bridge;

/// <summary>
/// Collects operations for the page into one batch: the text of a JSON array inside a JavaScript string literal, which
/// the engine splices into <c>deliver(batch, batch, ...)</c>. Pooled and reused; not thread-safe.
/// </summary>
/// <remarks>
/// A string literal, because the page then reads it with its captured <c>JSON.parse</c>: measured five times
/// faster than literals that the engine compiles, and <c>__proto__</c> stays an ordinary key.
/// </remarks>
internal sealed class PageBatchWriter : IDisposable
{
    private readonly PooledBuffer _json = new();
    private readonly PooledBuffer _literal = new();

    /// <summary>How many operations the batch holds.</summary>
    public int Count { get; private set; }

    /// <summary>The batch's size in bytes so far.</summary>
    public int Length => _json.Length;

    /// <summary>An event with a detail that is JSON already, or without one where it is empty.</summary>
    /// <remarks>The JSON must come from a serialiser, or have passed <see cref="JsonFlaw.Find"/>: a broken one would take the batch with it.</remarks>
    public void AppendEvent(string name, ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            Begin("1,"u8);
            WriteText(name);
            return;
        }

        Begin("0,"u8);
        WriteText(name);
        _json.Write(","u8);
        _json.Write(json);
    }

    /// <summary>An event with a detail.</summary>
    /// <exception cref="BridgeException">The detail cannot be written; the batch is as it was.</exception>
    public void AppendEvent<T>(string name, T detail, JsonTypeInfo<T> info)
    {
        int before = _json.Length;
        Begin("0,"u8);
        WriteText(name);
        _json.Write(","u8);
        try
        {
            ResultWriter.Write(detail, info, _json);
        }
        catch
        {
            _json.Truncate(before);
            Count--;
            throw;
        }
    }

    /// <summary>The answer to a call; an empty result is <c>undefined</c>.</summary>
    public void AppendReply(long document, long callId, ReadOnlySpan<byte> json)
    {
        Begin(json.IsEmpty ? "3,"u8 : "2,"u8);
        WriteCall(document, callId);
        if (json.IsEmpty) return;
        _json.Write(","u8);
        _json.Write(json);
    }

    /// <summary>The error that answers a call.</summary>
    public void AppendError(long document, long callId, BridgeError error)
    {
        Begin("4,"u8);
        WriteCall(document, callId);
        WriteError(error);
    }

    /// <summary>The error that answers each of the calls in a row.</summary>
    public void AppendRefused(long document, long first, long last, BridgeError error)
    {
        Begin("7,"u8);
        WriteCall(document, first);
        _json.Write(","u8);
        WriteNumber(last);
        WriteError(error);
    }

    private void WriteError(BridgeError error)
    {
        _json.Write(",{\"code\":"u8);
        WriteText(error.Code);
        _json.Write(",\"message\":"u8);
        WriteText(error.Message);
        if (error.RemoteType is not null)
        {
            _json.Write(",\"type\":"u8);
            WriteText(error.RemoteType);
        }

        if (error.RemoteStack is not null)
        {
            _json.Write(",\"stack\":"u8);
            WriteText(error.RemoteStack);
        }

        if (error.ErrorData is { ValueKind: not JsonValueKind.Undefined } data)
        {
            _json.Write(",\"data\":"u8);
            ResultWriter.Write(data, BasicJsonContext.Default.JsonElement, _json);
        }

        _json.Write("}"u8);
    }

    /// <summary>The names of the host's handlers. The first one in a document makes <c>whenReady()</c> resolve: send it on every hello.</summary>
    public void AppendMethods(IEnumerable<string> names)
    {
        Begin("5,["u8);
        bool isFirst = true;
        foreach (string name in names)
        {
            if (!isFirst) _json.Write(","u8);
            isFirst = false;
            WriteText(name);
        }

        _json.Write("]"u8);
    }

    /// <summary>The view is closed: the page's pending calls are rejected, and later ones at once.</summary>
    public void AppendClosed() => Begin("6"u8);

    /// <summary>The batch as the text for <c>IWebViewBackend.Deliver</c>, valid until the next change.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        _literal.Clear();
        _literal.Write("'["u8);
        JavaScriptLiteral.WriteEscaped(_json.Written, _literal);
        _literal.Write("]'"u8);
        return _literal.Written;
    }

    /// <summary>Empties the batch. Buffers that grew large are given back.</summary>
    public void Clear()
    {
        Count = 0;
        _json.Clear();
        _literal.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _literal.Dispose();
    }

    private void Begin(ReadOnlySpan<byte> operation)
    {
        if (Count++ > 0) _json.Write(","u8);
        _json.Write(operation);
    }

    private void WriteCall(long document, long callId)
    {
        WriteNumber(document);
        _json.Write(","u8);
        WriteNumber(callId);
    }

    private void WriteNumber(long value)
    {
        Utf8Formatter.TryFormat(value, _json.GetSpan(20), out int written);
        _json.Advance(written);
    }

    private void WriteText(string text) => JsonText.Write(text, _json);
}
