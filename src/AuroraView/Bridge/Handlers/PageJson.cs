using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AuroraView.Bridge;

/// <summary>How values cross the bridge.</summary>
internal static class PageJson
{
    /// <summary>
    /// The options for a view: the application's own resolver first, then the types that AuroraView knows itself (numbers, strings,
    /// JSON), then reflection where the application has not switched it off.
    /// </summary>
    /// <param name="own">The application's options, such as those of its <c>JsonSerializerContext</c>; copied, not changed.</param>
    public static JsonSerializerOptions CreateOptions(JsonSerializerOptions? own = null)
    {
        JsonSerializerOptions options = own is null
            ? new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                PropertyNameCaseInsensitive = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
            : new JsonSerializerOptions(own);
        options.TypeInfoResolverChain.Add(BasicJsonContext.Default);
        if (JsonSerializer.IsReflectionEnabledByDefault) options.TypeInfoResolverChain.Add(Reflection());
        // The serialiser recurses: deeper than this a cyclic object would take the host's stack with it.
        options.MaxDepth = Math.Min(options.MaxDepth, JsonFlaw.MaxDepth);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The metadata of a type, or an error that says how to register it.</summary>
    public static JsonTypeInfo<T> Info<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)Info(typeof(T), options);

    /// <inheritdoc cref="Info{T}"/>
    public static JsonTypeInfo Info(Type type, JsonSerializerOptions options) =>
        options.TryGetTypeInfo(type, out JsonTypeInfo? info)
            ? info
            : throw new NotSupportedException(
                $"There is no JSON metadata for {type}, and reflection is switched off in this application. "
                + $"Add [JsonSerializable(typeof({type.Name}))] to a JsonSerializerContext and give it to the view's JSON options, or pass a JsonTypeInfo.");

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only reached where the application left reflection-based JSON on.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only reached where the application left reflection-based JSON on.")]
    private static DefaultJsonTypeInfoResolver Reflection() => new();
}

/// <summary>What every view can read and write without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonElement?))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonNode))]
[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(byte))]
[JsonSerializable(typeof(short))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(long?))]
[JsonSerializable(typeof(uint))]
[JsonSerializable(typeof(ulong))]
[JsonSerializable(typeof(float))]
[JsonSerializable(typeof(float?))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(double?))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(DateTime))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(bool[]))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(float[]))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(JsonElement[]))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(List<int>))]
[JsonSerializable(typeof(List<double>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, int>))]
[JsonSerializable(typeof(Dictionary<string, double>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class BasicJsonContext : JsonSerializerContext;
