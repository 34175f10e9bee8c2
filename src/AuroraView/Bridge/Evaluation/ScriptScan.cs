namespace AuroraView.Bridge;

/// <summary>What a look over a script's tokens found. A guess about its statements, a certainty about its brackets.</summary>
internal readonly record struct ScriptScan
{
    /// <summary>Whether every bracket, string, template and comment is closed: only then may the text be put into a wrapper.</summary>
    public bool IsBalanced { get; init; }

    /// <summary>Whether there is nothing but white space and comments.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Where the last statement begins.</summary>
    public int TailStart { get; init; }

    /// <summary>Where the last statement ends, without its semicolon and what follows.</summary>
    public int TailEnd { get; init; }

    /// <summary>Whether the last statement is the only one.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether the last statement can be an expression.</summary>
    public bool TailIsExpression { get; init; }

    /// <summary>Whether the script asks for strict mode.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether <c>await</c> stands outside all braces.</summary>
    public bool HasTopLevelAwait { get; init; }

    /// <summary>Whether <c>await</c> stands inside braces.</summary>
    public bool HasInnerAwait { get; init; }

    /// <summary>Whether <c>async</c> stands anywhere.</summary>
    public bool HasAsync { get; init; }

    /// <summary>Whether a <c>return</c> stands outside every function's braces, as far as can be told.</summary>
    public bool HasReturn { get; init; }
}
