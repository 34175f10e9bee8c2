using System.Text.Json;

namespace AuroraView;

/// <summary>
/// An error that crosses the bridge unchanged. A handler throws it to choose the <c>code</c>, <c>message</c> and <c>data</c> of the page's
/// <c>AuroraViewError</c>. AuroraView throws it if a message or a value cannot cross.
/// </summary>
public sealed class BridgeException : Exception
{
    /// <summary>An error with one of AuroraView's codes.</summary>
    /// <param name="code">What went wrong.</param>
    /// <param name="message">The text the page sees.</param>
    /// <param name="errorData">What the page finds in the error's <c>data</c>. It must stay valid: clone an element if its document is disposed.</param>
    /// <param name="innerException">The cause; the page does not see it.</param>
    public BridgeException(BridgeErrorCode code, string message, JsonElement? errorData = null, Exception? innerException = null)
        : this(code.ToString(), message, errorData, innerException) => Code = code;

    /// <summary>An error with your own code, such as <c>NameTaken</c>.</summary>
    /// <param name="codeName">The code the page sees.</param>
    /// <param name="message">The text the page sees.</param>
    /// <param name="errorData">What the page finds in the error's <c>data</c>.</param>
    /// <param name="innerException">The cause; the page does not see it.</param>
    public BridgeException(string codeName, string message, JsonElement? errorData = null, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentException.ThrowIfNullOrEmpty(codeName);
        HelpLink = "docs/bridge.md";
        CodeName = codeName;
        ErrorData = errorData;
        Code = BridgeErrorCode.HandlerFailed;
    }

    /// <summary>What went wrong; <see cref="BridgeErrorCode.HandlerFailed"/> if you chose your own code.</summary>
    public BridgeErrorCode Code { get; }

    /// <summary>The code the page sees: <see cref="Code"/>'s name, or your own.</summary>
    public string CodeName { get; }

    /// <summary>What the page finds in the error's <c>data</c>.</summary>
    public JsonElement? ErrorData { get; }
}
