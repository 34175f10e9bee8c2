using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AuroraView.Threading;

namespace AuroraView.Bridge;

/// <summary>Writes a value as JSON, or says clearly why it cannot be written.</summary>
internal static class ResultWriter
{
    // What the page reads with JSON.parse needs no HTML-safe escapes. The depth is the serialiser's affair.
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _cached;

    /// <remarks>A converter may write what is no JSON: what comes of it is looked at by <see cref="JsonFlaw"/> before it goes to a page.</remarks>
    /// <exception cref="BridgeException"><see cref="BridgeErrorCode.ResultNotSerializable"/>, naming the property.</exception>
    public static void Write<T>(T value, JsonTypeInfo<T> info, IBufferWriter<byte> output)
    {
        if (value is JsonElement element)
        {
            WriteElement(element, output);
            return;
        }

        // Taken away while in use: a converter may come back here on the same thread.
        Utf8JsonWriter writer = _cached ?? new Utf8JsonWriter(output, _options);
        _cached = null;
        writer.Reset(output);
        try
        {
            JsonSerializer.Serialize(writer, value, info);
            writer.Flush();
        }
        catch (Exception error) when (error is not (BridgeException or ThreadSafetyException))
        {
            throw Refusal(value, info, error);
        }
        finally
        {
            // Not left on the caller's buffer, which has a life of its own.
            writer.Reset(Nowhere.Instance);
            _cached = writer;
        }
    }

    /// <summary>The same for a type known only at run time.</summary>
    public static void WriteUntyped(object? value, JsonTypeInfo info, IBufferWriter<byte> output)
    {
        if (value is JsonElement element)
        {
            WriteElement(element, output);
            return;
        }

        using var writer = new Utf8JsonWriter(output, _options);
        try
        {
            JsonSerializer.Serialize(writer, value, info);
        }
        catch (Exception error) when (error is not (BridgeException or ThreadSafetyException))
        {
            throw Refusal(value, info, error);
        }
    }

    // As it came, byte for byte: the serialiser refuses half a surrogate pair. An undefined one is no result.
    private static void WriteElement(JsonElement element, IBufferWriter<byte> output)
    {
        try
        {
            if (element.ValueKind != JsonValueKind.Undefined) Encoding.UTF8.GetBytes(element.GetRawText().AsSpan(), output);
        }
        catch (ObjectDisposedException error)
        {
            throw new BridgeException(BridgeErrorCode.ResultNotSerializable, "The value belongs to a JsonDocument that was disposed: clone it.", null, error);
        }
    }

    private static BridgeException Refusal(object? value, JsonTypeInfo info, Exception error)
    {
        string why = UnwritableValue.Find(value, info) ?? (error is JsonException ? "" : $"{error.GetType()}: ") + ErrorMessage.Of(error);
        string message = $"The value ({info.Type.Name}) cannot be written as JSON. {why}";
        return new BridgeException(BridgeErrorCode.ResultNotSerializable, message, null, error);
    }

    private sealed class Nowhere : IBufferWriter<byte>
    {
        public static Nowhere Instance { get; } = new();

        public void Advance(int count)
        {
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => new byte[Math.Max(sizeHint, 1)];

        public Span<byte> GetSpan(int sizeHint = 0) => new byte[Math.Max(sizeHint, 1)];
    }
}
