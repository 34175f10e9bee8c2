namespace AuroraView.Threading;

/// <summary>The work was refused, or given up unstarted, because what it was for is closing. RFC 0002, "Graceful Shutdown".</summary>
public sealed class ShutdownInProgressException : ThreadSafetyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="what">What is closing, such as <c>the panel 'Assets'</c>.</param>
    public ShutdownInProgressException(string what)
        : base($"{what} is closing or closed: the operation was not carried out.") => What = what;

    /// <summary>Creates the error for something that nobody asked to close.</summary>
    /// <param name="what">What is closing.</param>
    /// <param name="because">Why, and what to do about it.</param>
    /// <param name="innerException">What was thrown, if something was.</param>
    public ShutdownInProgressException(string what, string because, Exception? innerException = null)
        : base($"{what} is closed: {because}", innerException) => What = what;

    /// <summary>What is closing.</summary>
    public string What { get; }
}
