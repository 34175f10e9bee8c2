using System.Text.Json;
using System.Text.Unicode;

namespace AuroraView.Bridge;

/// <summary>Why a text cannot go to a page. One that is not JSON would take everything in its batch with it, so each is looked at before it is queued.</summary>
/// <param name="Code"><see cref="BridgeErrorCode.TooDeep"/>, or <see cref="BridgeErrorCode.ResultNotSerializable"/> for what is not JSON.</param>
/// <param name="Reason">Completes a sentence: "The result ...".</param>
internal sealed record JsonFlaw(BridgeErrorCode Code, string Reason)
{
    /// <summary>How deep what goes to a page may be nested.</summary>
    public const int MaxDepth = 512;

    /// <summary>Looks for the first flaw; <see langword="null"/> where the text is exactly one JSON value.</summary>
    public static JsonFlaw? Find(ReadOnlySpan<byte> json, int maxDepth = MaxDepth)
    {
        if (!Utf8.IsValid(json)) return NotJson("it is not UTF-8");
        // One level more than allowed, to tell what is too deep from what is broken.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == maxDepth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                    return new JsonFlaw(BridgeErrorCode.TooDeep, $"is nested deeper than {maxDepth} levels, at byte {reader.TokenStartIndex}.");
            }

            return null;
        }
        catch (JsonException error)
        {
            return NotJson(error.Message.TrimEnd('.'));
        }
    }

    private static JsonFlaw NotJson(string why) =>
        new(BridgeErrorCode.ResultNotSerializable, $"is not one JSON value: {why}. NaN and infinities are not JSON.");
}
