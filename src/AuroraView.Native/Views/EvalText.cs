using System.Text.Json;
using AuroraView.Bridge;

namespace AuroraView.Native.Views;

/// <summary>A script's result as text for the caller.</summary>
internal static class EvalText
{
    /// <summary>The header's <c>AV_VALUE_*</c>.</summary>
    internal enum Kind
    {
        Json = 0,
        Undefined = 1,
        NonFinite = 2,
        BigInt = 3,
    }

    /// <summary>What kind of text it is.</summary>
    /// <exception cref="JavaScriptException">The script threw, rejected or could not be parsed.</exception>
    /// <exception cref="JavaScriptResultException">The result cannot leave the page.</exception>
    /// <exception cref="BridgeException">The document was replaced, or the result is too large.</exception>
    internal static Kind KindOf(EvalResult result)
    {
        result.ThrowIfFailed();
        switch (result.Kind)
        {
            case EvalKind.Value: return Kind.Json;
            case EvalKind.Undefined: return Kind.Undefined;
            case EvalKind.NonFinite: return Kind.NonFinite;
            case EvalKind.BigInt: return Kind.BigInt;
            case EvalKind.NotJson:
                var what = Describe(result.Json.Span);
                throw new JavaScriptResultException(
                    $"The script gave {what}, which cannot leave the page: let the script end with the part of it that is needed, or with null.",
                    what, typeof(JsonElement));
            default:
                // Throws what says why.
                _ = result.Read(PageJson.Info<JsonElement>(BasicJsonContext.Default.Options));
                throw new BridgeException(BridgeErrorCode.MalformedMessage, "The engine's answer is not one of the bridge's.");
        }
    }

    private static string Describe(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? JsonText.Read(ref reader) : "something that is not JSON";
    }

    /// <summary>The result as <c>{"kind":0,"value":...}</c>, or the error as <c>{"error":{...}}</c>: what an asynchronous evaluation tells.</summary>
    internal static byte[] Message(Func<EvalResult> read)
    {
        try
        {
            var result = read();
            var kind = KindOf(result);
            return JsonBytes.Object(json =>
            {
                json.WriteNumber("kind", (int)kind);
                if (kind == Kind.Undefined)
                    return;
                json.WritePropertyName("value");
                json.WriteRawValue(result.Json.Span, skipInputValidation: true);
            });
        }
        catch (Exception error)
        {
            return JsonBytes.Object(json =>
            {
                json.WritePropertyName("error");
                json.WriteRawValue(Errors.ErrorText.Write(error), skipInputValidation: true);
            });
        }
    }
}
