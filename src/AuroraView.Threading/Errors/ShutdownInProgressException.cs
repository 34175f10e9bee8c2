namespace AuroraView.Threading;

/// <summary>The work was refused, or given up before it started, because its target is closing. RFC 0002, "Graceful Shutdown".</summary>
public sealed class ShutdownInProgressException : ThreadSafetyException
{
    private const string Page = "docs/shutdown.md";

    /// <summary>Creates the error.</summary>
    /// <param name="what">What is closing, such as <c>the panel 'Assets'</c>.</param>
    public ShutdownInProgressException(string what)
        : base($"{what} is closing or closed, so the operation did not run. See {Page}.", Page) => What = what;

    /// <summary>Creates the error for something that closed without a request.</summary>
    /// <param name="what">What is closing.</param>
    /// <param name="because">Why, and what to do about it.</param>
    /// <param name="innerException">The cause, if an exception was thrown.</param>
    public ShutdownInProgressException(string what, string because, Exception? innerException = null)
        : base($"{what} is closed: {because}", Page, innerException) => What = what;

    /// <summary>What is closing.</summary>
    public string What { get; }
}
