using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AuroraView.Threading;

namespace AuroraView.Bridge;

/// <summary>How a script ended, to be read as the type that the caller wants. Immutable.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>JSON</term><description>read with the type's metadata; NaN and infinities inside an object are <c>null</c>, as JSON has it</description></item>
/// <item><term>undefined</term><description>null, an undefined <c>JsonElement</c>, or an error for a type without null</description></item>
/// <item><term>NaN, ±Infinity</term><description>that number for floating-point types, <c>null</c> for <c>JsonElement</c> and <c>object</c>, else an error</description></item>
/// <item><term>BigInt</term><description>a number of any type that holds it exactly, its digits for <c>string</c>, else an error</description></item>
/// <item><term>Date, Map, Set, bytes, Error and other kinds</term><description>the JSON that docs/bridge.md says</description></item>
/// <item><term>function, symbol, DOM node, cyclic object, or one inside an object</term><description>an error that names it, unless no result is wanted</description></item>
/// <item><term>promise, thenable</term><description>awaited</description></item>
/// <item><term>above the view's limit</term><description>an error with the size</description></item>
/// </list>
/// </remarks>
internal sealed class EvalResult
{
    private readonly EvalOutcome _outcome;
    private readonly ScriptError? _error;
    private readonly string _script;
    private readonly EvalProgram _program;

    public EvalResult(EvalOutcome outcome, string script, EvalProgram program)
    {
        _outcome = outcome;
        _script = script;
        _program = program;
        if (outcome.Kind == EvalKind.Error) _error = ScriptError.FromPage(outcome.Json.Span);
    }

    public EvalResult(ScriptError error, string script, EvalProgram program)
    {
        _outcome = new EvalOutcome(EvalKind.Error, default);
        _error = error;
        _script = script;
        _program = program;
    }

    public EvalKind Kind => _outcome.Kind;

    /// <summary>The result's JSON, as the page sent it.</summary>
    public ReadOnlyMemory<byte> Json => _outcome.Json;

    /// <summary>Throws where the script did not run to its end; any result is fine.</summary>
    /// <exception cref="JavaScriptException">It threw, rejected or could not be parsed.</exception>
    /// <exception cref="BridgeException">The document was replaced, or has no bridge.</exception>
    public void ThrowIfFailed()
    {
        switch (Kind)
        {
            case EvalKind.Error: throw _error!.ToException(_script, _program);
            case EvalKind.OtherDocument:
                throw new BridgeException(BridgeErrorCode.CancelledByNavigation, "The document was replaced or its process ended before the script was done.");
            case EvalKind.NoBridge:
                throw new BridgeException("BridgeMissing", "The script did not run: the document has no AuroraView bridge, "
                    + "because its page script did not run there (an error page, or a document that is not the view's own).");
            case EvalKind.Value or EvalKind.Undefined or EvalKind.NonFinite or EvalKind.BigInt or EvalKind.NotJson or EvalKind.TooLarge: return;
            default: throw new BridgeException(BridgeErrorCode.MalformedMessage, "The engine's answer is not one of the bridge's.");
        }
    }

    /// <summary>The result as a <typeparamref name="T"/>.</summary>
    /// <exception cref="JavaScriptException">The script threw, rejected or could not be parsed.</exception>
    /// <exception cref="JavaScriptResultException">The result is not a <typeparamref name="T"/>.</exception>
    /// <exception cref="BridgeException">The document was replaced or has no bridge, or the result is too large.</exception>
    public T? Read<T>(JsonTypeInfo<T> info)
    {
        ThrowIfFailed();
        switch (Kind)
        {
            case EvalKind.Value: return FromJson(_outcome.Json.Span, info);
            case EvalKind.Undefined:
                return default(T) is null || typeof(T) == typeof(JsonElement) ? default : throw Mismatch<T>("undefined", info, null);
            case EvalKind.NonFinite: return FromNonFinite(info);
            case EvalKind.BigInt: return FromBigInt(info);
            case EvalKind.NotJson:
                string what = Text();
                throw Mismatch<T>(what, info, "It cannot leave the page; return the part of it that is needed.");
            default:
                throw new BridgeException(BridgeErrorCode.TooLarge,
                    $"The script's result has {Encoding.UTF8.GetString(_outcome.Json.Span)} characters, more than the view's message limit.");
        }
    }

    private T? FromJson<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> info)
    {
        if (json.SequenceEqual("null"u8) && default(T) is not null && typeof(T) != typeof(JsonElement)) throw Mismatch<T>("null", info, null);
        try
        {
            return JsonSerializer.Deserialize(json, info);
        }
        catch (Exception error) when (error is not (BridgeException or ThreadSafetyException))
        {
            throw Mismatch<T>(Describe(json), info, ErrorMessage.Of(error), error);
        }
    }

    private T? FromNonFinite<T>(JsonTypeInfo<T> info)
    {
        string text = Text();
        double number = text switch { "Infinity" => double.PositiveInfinity, "-Infinity" => double.NegativeInfinity, _ => double.NaN };
        Type type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (type == typeof(double)) return (T)(object)number;
        if (type == typeof(float)) return (T)(object)(float)number;
        if (type == typeof(Half)) return (T)(object)(Half)number;
        return typeof(T) == typeof(JsonElement) || typeof(T) == typeof(object) ? FromJson("null"u8, info) : throw Mismatch<T>(text, info, null);
    }

    private T? FromBigInt<T>(JsonTypeInfo<T> info)
    {
        string digits = Text();
        Type type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger number))
            throw Mismatch<T>("a BigInt that cannot be read", info, null);
        if (type == typeof(BigInteger)) return (T)(object)number;
        if (type == typeof(string)) return (T)(object)digits;

        // A floating-point number would round silently what BigInt was chosen to keep.
        if ((type == typeof(double) && (BigInteger)(double)number != number) || (type == typeof(float) && (BigInteger)(float)number != number))
            throw Mismatch<T>($"the BigInt {JavaScriptException.Excerpt(digits)}", info, "It would lose digits.");
        return FromJson(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)), info);
    }

    // The payload of the kinds that hold a JSON string. The page may have sent anything else.
    private string Text()
    {
        try
        {
            var reader = new Utf8JsonReader(_outcome.Json.Span);
            return reader.Read() && reader.TokenType == JsonTokenType.String ? JsonText.Read(ref reader) : "";
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private static string Describe(ReadOnlySpan<byte> json) => json.IsEmpty ? "nothing" : json[0] switch
    {
        (byte)'{' => "an object",
        (byte)'[' => "an array",
        (byte)'"' => $"the string {Shown(json)}",
        (byte)'t' or (byte)'f' => $"the boolean {Shown(json)}",
        (byte)'n' => "null",
        _ => $"the number {Shown(json)}",
    };

    private static string Shown(ReadOnlySpan<byte> json) => JavaScriptException.Excerpt(Encoding.UTF8.GetString(json.Length > 400 ? json[..400] : json))!;

    private JavaScriptResultException Mismatch<T>(string what, JsonTypeInfo info, string? detail, Exception? cause = null) =>
        new($"The script gave {what}, which is not {JsonTypeName.Of(info)}.{(detail is null ? "" : " " + detail)}\nScript: {JavaScriptException.Excerpt(_script)}",
            what, typeof(T), cause);
}
