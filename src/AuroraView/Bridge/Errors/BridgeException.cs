using System.Text.Json;

namespace AuroraView;

/// <summary>
/// An error that crosses the bridge as it is: a handler throws it to choose the <c>code</c>, <c>message</c> and
/// <c>data</c> of the page's <c>AuroraViewError</c>; AuroraView throws it where a message or a value cannot cross.
/// </summary>
public sealed class BridgeException : Exception
{
    /// <summary>An error with one of AuroraView's codes.</summary>
    /// <param name="code">What went wrong.</param>
    /// <param name="message">The text the page sees.</param>
    /// <param name="errorData">What the page finds in the error's <c>data</c>. It must stay valid: clone an element of a document that is disposed.</param>
    /// <param name="innerException">The cause; the page does not see it.</param>
    public BridgeException(BridgeErrorCode code, string message, JsonElement? errorData = null, Exception? innerException = null)
        : this(code.ToString(), message, errorData, innerException) => Code = code;

    /// <summary>An error with a code of the application's own, such as <c>NameTaken</c>.</summary>
    /// <param name="codeName">The code the page sees.</param>
    /// <param name="message">The text the page sees.</param>
    /// <param name="errorData">What the page finds in the error's <c>data</c>.</param>
    /// <param name="innerException">The cause; the page does not see it.</param>
    public BridgeException(string codeName, string message, JsonElement? errorData = null, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentException.ThrowIfNullOrEmpty(codeName);
        CodeName = codeName;
        ErrorData = errorData;
        Code = BridgeErrorCode.HandlerFailed;
    }

    /// <summary>What went wrong; <see cref="BridgeErrorCode.HandlerFailed"/> for a code of the application's own.</summary>
    public BridgeErrorCode Code { get; }

    /// <summary>The code the page sees: <see cref="Code"/>'s name or the application's own.</summary>
    public string CodeName { get; }

    /// <summary>What the page finds in the error's <c>data</c>.</summary>
    public JsonElement? ErrorData { get; }
}
