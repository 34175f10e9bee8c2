namespace AuroraView.Engine;

/// <summary>Carries a <see cref="BackendError"/> up to where it becomes <see cref="IWebViewBackendEvents.OnClosed"/>.</summary>
internal sealed class BackendFailureException(BackendError error) : Exception(error.Message)
{
    public BackendFailureException(string code, string message) : this(new BackendError(code, message))
    {
    }

    /// <summary>What the user is told.</summary>
    public BackendError Error { get; } = error;
}
