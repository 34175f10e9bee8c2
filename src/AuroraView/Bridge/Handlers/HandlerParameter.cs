using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AuroraView.Bridge;

/// <summary>One parameter of a handler that the page fills.</summary>
/// <param name="Name">Its name in the code, or <see langword="null"/> where trimming removed it.</param>
/// <param name="Info">How it is read.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="DefaultValue">What it is when left out.</param>
internal sealed record HandlerParameter(string? Name, JsonTypeInfo Info, bool IsOptional = false, object? DefaultValue = null)
{
    /// <summary>Whether a handler with this parameter alone takes what the page sent as it is.</summary>
    public bool IsRaw => Info.Type == typeof(JsonElement);

    /// <summary>Whether a JSON object can be the value itself, so that it is not a set of named parameters.</summary>
    public bool TakesObject => Info.Type == typeof(object) || Info.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary
        || (Info.Kind == JsonTypeInfoKind.None && !JsonTypeName.IsScalar(Info.Type));

    /// <summary>Whether a JSON array can be the value itself.</summary>
    public bool TakesArray => Info.Kind == JsonTypeInfoKind.Enumerable;

    /// <summary>Whether <c>null</c> is a value of the type.</summary>
    public bool TakesNull => IsRaw || !Info.Type.IsValueType || Nullable.GetUnderlyingType(Info.Type) is not null;

    /// <summary>Reads the value. Throws what the converter throws.</summary>
    public object? Read(JsonElement value) => IsRaw ? value : value.Deserialize(Info);
}
