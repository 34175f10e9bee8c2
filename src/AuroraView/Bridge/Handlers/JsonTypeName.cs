using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AuroraView.Bridge;

/// <summary>Names types as a page's author would.</summary>
internal static class JsonTypeName
{
    /// <summary>What JSON a type wants, such as <c>integer (Int32)</c>.</summary>
    public static string Of(JsonTypeInfo info)
    {
        Type type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        string orNull = type == info.Type ? "" : " or null";
        string name = type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name;
        string json = type == typeof(string) ? "string"
            : type == typeof(bool) ? "boolean"
            : IsInteger(type) ? $"integer ({name})"
            : type == typeof(double) || type == typeof(float) || type == typeof(decimal) || type == typeof(Half) ? $"number ({name})"
            : info.Kind == JsonTypeInfoKind.Enumerable ? $"array ({name})"
            : info.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary ? $"object ({name})"
            : name;
        return json + orNull;
    }

    /// <summary>What a JSON value is.</summary>
    public static string Of(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Undefined => "undefined",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Whether values of the type are never JSON objects, whatever the page sends.</summary>
    public static bool IsScalar(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime)
            || type == typeof(DateTimeOffset) || type == typeof(TimeSpan) || type == typeof(Guid) || type == typeof(Uri)
            || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(Half) || type == typeof(Int128)
            || type == typeof(UInt128) || type == typeof(Version) || type == typeof(byte[]);
    }

    private static bool IsInteger(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) || type == typeof(uint)
        || type == typeof(ulong) || type == typeof(ushort) || type == typeof(sbyte) || type == typeof(Int128) || type == typeof(UInt128);
}
