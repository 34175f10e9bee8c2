using System.Text.Json;
using AuroraView.Threading;

namespace AuroraView.Bridge;

/// <summary>
/// Fits what the page sent to a handler's parameters: nothing is no argument, an array is positional, an object
/// named, <c>null</c> one null, anything else one argument.
/// </summary>
/// <remarks>
/// A handler with one parameter may also take the whole: a <c>JsonElement</c> always does; an object does where the
/// parameter is an object type; an array does where the parameter is an array type, unless its one element is
/// itself an array (<c>api.select(["a", "b"])</c> sends that).
/// </remarks>
internal static class ArgumentBinder
{
    public static object?[] Bind(
        string method, IReadOnlyList<HandlerParameter> parameters, ReadOnlyMemory<byte>? json, bool isEvent, int maxDepth)
    {
        if (parameters.Count == 0 && isEvent) return [];
        var arguments = new object?[parameters.Count];
        if (json is not { IsEmpty: false } present)
        {
            if (parameters is [{ IsRaw: true }]) arguments[0] = default(JsonElement);
            else FillDefaults(method, parameters, arguments, 0);
            return arguments;
        }

        JsonElement value = Parse(method, present, maxDepth);
        if (parameters.Count == 1 && TakesWhole(parameters[0], value))
            arguments[0] = Read(method, parameters, 0, value);
        else if (value.ValueKind == JsonValueKind.Array)
            BindPositional(method, parameters, arguments, value);
        else if (value.ValueKind == JsonValueKind.Object)
            BindNamed(method, parameters, arguments, value);
        else
            BindOne(method, parameters, arguments, value);
        return arguments;
    }

    private static bool TakesWhole(HandlerParameter parameter, JsonElement value) => value.ValueKind switch
    {
        _ when parameter.IsRaw => true,
        JsonValueKind.Object => parameter.TakesObject,
        JsonValueKind.Array => parameter.TakesArray
            && !(value.GetArrayLength() == 1 && value[0].ValueKind == JsonValueKind.Array),
        _ => false,
    };

    private static void BindOne(string method, IReadOnlyList<HandlerParameter> parameters, object?[] arguments, JsonElement value)
    {
        if (parameters.Count == 0) throw WrongCount(method, parameters, 1);
        arguments[0] = Read(method, parameters, 0, value);
        FillDefaults(method, parameters, arguments, 1);
    }

    private static void BindPositional(string method, IReadOnlyList<HandlerParameter> parameters, object?[] arguments, JsonElement array)
    {
        int count = array.GetArrayLength();
        if (count > parameters.Count) throw WrongCount(method, parameters, count);
        int index = 0;
        foreach (JsonElement item in array.EnumerateArray())
        {
            arguments[index] = Read(method, parameters, index, item);
            index++;
        }

        FillDefaults(method, parameters, arguments, count);
    }

    private static void BindNamed(string method, IReadOnlyList<HandlerParameter> parameters, object?[] arguments, JsonElement named)
    {
        var given = new bool[parameters.Count];
        foreach (JsonProperty property in named.EnumerateObject())
        {
            int index = IndexOf(parameters, property.Name);
            if (index < 0)
                throw Invalid($"{method} has no parameter '{property.Name}'. {Signature(method, parameters)}");
            arguments[index] = Read(method, parameters, index, property.Value);
            given[index] = true;
        }

        for (int index = 0; index < parameters.Count; index++)
            if (!given[index]) FillDefault(method, parameters, arguments, index);
    }

    private static int IndexOf(IReadOnlyList<HandlerParameter> parameters, string name)
    {
        for (int index = 0; index < parameters.Count; index++)
            if (string.Equals(parameters[index].Name, name, StringComparison.Ordinal)) return index;
        for (int index = 0; index < parameters.Count; index++)
            if (string.Equals(parameters[index].Name, name, StringComparison.OrdinalIgnoreCase)) return index;
        return -1;
    }

    private static void FillDefaults(string method, IReadOnlyList<HandlerParameter> parameters, object?[] arguments, int from)
    {
        for (int index = from; index < parameters.Count; index++) FillDefault(method, parameters, arguments, index);
    }

    private static void FillDefault(string method, IReadOnlyList<HandlerParameter> parameters, object?[] arguments, int index)
    {
        HandlerParameter parameter = parameters[index];
        if (!parameter.IsOptional)
            throw Invalid($"{method}: {Place(parameters, index)} is missing. {Signature(method, parameters)}");
        arguments[index] = parameter.DefaultValue;
    }

    private static object? Read(string method, IReadOnlyList<HandlerParameter> parameters, int index, JsonElement value)
    {
        HandlerParameter parameter = parameters[index];
        if (value.ValueKind == JsonValueKind.Null && !parameter.TakesNull)
            throw Invalid($"{method}: {Place(parameters, index)} must be {JsonTypeName.Of(parameter.Info)}, but is null.");
        try
        {
            return parameter.Read(value);
        }
        catch (Exception error) when (error is not (BridgeException or ThreadSafetyException))
        {
            string where = error is JsonException { Path: { Length: > 1 } path } ? $" At {path}: {ErrorMessage.Of(error)}" : "";
            throw Invalid(
                $"{method}: {Place(parameters, index)} must be {JsonTypeName.Of(parameter.Info)}, but is {JsonTypeName.Of(value.ValueKind)}"
                + $"{(where.Length == 0 ? $". {ErrorMessage.Of(error)}" : $" that does not fit.{where}")}",
                error);
        }
    }

    private static JsonElement Parse(string method, ReadOnlyMemory<byte> json, int maxDepth)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = maxDepth });
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException error)
        {
            throw Invalid($"{method}: the parameters are not JSON. {error.Message}", error);
        }
    }

    private static string Place(IReadOnlyList<HandlerParameter> parameters, int index) =>
        $"parameter {(parameters[index].Name is { } name ? $"'{name}'" : "")} ({index + 1} of {parameters.Count})".Replace("  ", " ", StringComparison.Ordinal);

    private static string Signature(string method, IReadOnlyList<HandlerParameter> parameters) => parameters.Count == 0
        ? $"{method} takes no parameters."
        : $"It takes ({string.Join(", ", parameters.Select(p => $"{p.Name ?? "_"}{(p.IsOptional ? "?" : "")}: {JsonTypeName.Of(p.Info)}"))}).";

    private static BridgeException WrongCount(string method, IReadOnlyList<HandlerParameter> parameters, int count) =>
        Invalid($"{method} was given {count} argument{(count == 1 ? "" : "s")}. {Signature(method, parameters)}");

    private static BridgeException Invalid(string message, Exception? cause = null) =>
        new(BridgeErrorCode.InvalidArguments, message, null, cause);
}
