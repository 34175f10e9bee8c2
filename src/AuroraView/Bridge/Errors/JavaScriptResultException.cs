namespace AuroraView;

/// <summary>A script ran, but its result does not fit the type that the caller asked for.</summary>
public sealed class JavaScriptResultException : Exception
{
    /// <summary>A result that does not fit.</summary>
    /// <param name="message">The result, and the type that was asked for.</param>
    /// <param name="resultKind">What the script gave, in words.</param>
    /// <param name="targetType">The type that was asked for.</param>
    /// <param name="innerException">The JSON error, if there was one.</param>
    public JavaScriptResultException(string message, string resultKind, Type targetType, Exception? innerException = null)
        : base(message, innerException)
    {
        HelpLink = "docs/scripts.md";
        ResultKind = resultKind;
        TargetType = targetType;
    }

    /// <summary>What the script gave, such as <c>undefined</c>, <c>function</c> or <c>string</c>.</summary>
    public string ResultKind { get; }

    /// <summary>The type that was asked for.</summary>
    public Type TargetType { get; }
}
