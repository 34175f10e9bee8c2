using System.Text.Json;

namespace AuroraView.Bridge;

/// <summary>An error on its way to the page.</summary>
/// <param name="Code">The <c>code</c>: a <see cref="BridgeErrorCode"/>'s name or the application's own.</param>
/// <param name="Message">The <c>message</c>.</param>
/// <param name="RemoteType">The host exception's type name.</param>
/// <param name="RemoteStack">The host exception's stack, in debug only.</param>
/// <param name="ErrorData">The <c>data</c>.</param>
internal sealed record BridgeError(
    string Code, string Message, string? RemoteType = null, string? RemoteStack = null, JsonElement? ErrorData = null)
{
    public BridgeError(BridgeErrorCode code, string message)
        : this(code.ToString(), message)
    {
    }

    /// <summary>About how many bytes it takes in memory.</summary>
    public int Weight => 2 * (Code.Length + Message.Length + (RemoteType?.Length ?? 0) + (RemoteStack?.Length ?? 0));
}
