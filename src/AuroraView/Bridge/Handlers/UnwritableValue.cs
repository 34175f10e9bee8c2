using System.Collections;
using System.Text.Json.Serialization.Metadata;

namespace AuroraView.Bridge;

/// <summary>Finds what in a value cannot be written as JSON, to name it in an error.</summary>
internal static class UnwritableValue
{
    private const int MaxDepth = 64;

    /// <summary>The first NaN, infinity or getter that throws, with its path, such as <c>$.camera.fov</c>; <see langword="null"/> where none is found.</summary>
    public static string? Find(object? value, JsonTypeInfo info)
    {
        try
        {
            return Find(value, info, "$", 0);
        }
        catch (Exception)
        {
            // Only a better text is lost: an enumerator of the application's failed a second time.
            return null;
        }
    }

    private static string? Find(object? value, JsonTypeInfo info, string path, int depth)
    {
        switch (value)
        {
            case null: return null;
            case double number: return double.IsFinite(number) ? null : NotFinite(path);
            case float number: return float.IsFinite(number) ? null : NotFinite(path);
            case Half number: return Half.IsFinite(number) ? null : NotFinite(path);
        }

        if (depth == MaxDepth) return null;
        if (info.Type != value.GetType() && info.Options.TryGetTypeInfo(value.GetType(), out JsonTypeInfo? actual)) info = actual;
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => InProperties(value, info, path, depth),
            JsonTypeInfoKind.Enumerable when value is IEnumerable items => InItems(items, info, path, depth),
            JsonTypeInfoKind.Dictionary when value is IDictionary entries => InEntries(entries, info, path, depth),
            _ => null,
        };
    }

    private static string? InProperties(object value, JsonTypeInfo info, string path, int depth)
    {
        foreach (JsonPropertyInfo property in info.Properties)
        {
            if (property.Get is not { } get || !info.Options.TryGetTypeInfo(property.PropertyType, out JsonTypeInfo? inner)) continue;
            string at = $"{path}.{property.Name}";
            object? read;
            try
            {
                read = get(value);
            }
            catch (Exception error)
            {
                return $"{at} cannot be read: its getter threw {error.GetType()}: {ErrorMessage.Of(error)}";
            }

            if (Find(read, inner, at, depth + 1) is { } found) return found;
        }

        return null;
    }

    private static string NotFinite(string path) =>
        $"{path} is NaN or infinite. Send null instead, or allow named literals with JsonNumberHandling.";

    private static string? InItems(IEnumerable items, JsonTypeInfo info, string path, int depth)
    {
        int index = 0;
        foreach (object? item in items)
        {
            if (item is not null && info.Options.TryGetTypeInfo(item.GetType(), out JsonTypeInfo? inner)
                && Find(item, inner, $"{path}[{index}]", depth + 1) is { } found) return found;
            index++;
        }

        return null;
    }

    private static string? InEntries(IDictionary entries, JsonTypeInfo info, string path, int depth)
    {
        foreach (DictionaryEntry entry in entries)
        {
            if (entry.Value is not null && info.Options.TryGetTypeInfo(entry.Value.GetType(), out JsonTypeInfo? inner)
                && Find(entry.Value, inner, $"{path}.{entry.Key}", depth + 1) is { } found) return found;
        }

        return null;
    }
}
