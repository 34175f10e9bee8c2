namespace AuroraView.Bridge;

/// <summary>A handler in another language failed; what the page is told was written there.</summary>
internal sealed class ForeignHandlerException(BridgeError error) : Exception(error.Message)
{
    /// <summary>What the page is told. Its stack goes to the page in debug only.</summary>
    public BridgeError Error { get; } = error;
}
