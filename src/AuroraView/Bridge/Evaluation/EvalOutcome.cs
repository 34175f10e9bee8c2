namespace AuroraView.Bridge;

/// <summary>What an evaluation gave. The letters are the page script's.</summary>
internal enum EvalKind : byte
{
    /// <summary>JSON.</summary>
    Value = (byte)'v',

    /// <summary>No value.</summary>
    Undefined = (byte)'u',

    /// <summary>A number that JSON lacks: <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    NonFinite = (byte)'n',

    /// <summary>A BigInt: its digits as a JSON string.</summary>
    BigInt = (byte)'b',

    /// <summary>Something that is not JSON (function, symbol, DOM node, cyclic object): a description as a JSON string.</summary>
    NotJson = (byte)'x',

    /// <summary>A value above the limit: its size as a JSON number.</summary>
    TooLarge = (byte)'l',

    /// <summary>The script threw or rejected: an object with name, message, stack, line, column, source.</summary>
    Error = (byte)'e',

    /// <summary>A promise: the outcome comes later as an item.</summary>
    Pending = (byte)'p',

    /// <summary>An earlier variant of the script had started: its failure stands. A JSON number: the attempt.</summary>
    Started = (byte)'s',

    /// <summary>No variant of the script had begun.</summary>
    Refused = (byte)'q',

    /// <summary>Another document is there now; nothing ran.</summary>
    OtherDocument = (byte)'g',

    /// <summary>The bridge is not in this document; nothing ran.</summary>
    NoBridge = (byte)'a',
}

/// <summary>An outcome and its JSON, owned.</summary>
/// <param name="Kind">What came.</param>
/// <param name="Json">UTF-8 JSON, empty where the kind says it all.</param>
internal readonly record struct EvalOutcome(EvalKind Kind, ReadOnlyMemory<byte> Json);
