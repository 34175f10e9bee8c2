namespace AuroraView.Threading;

/// <summary>
/// The base of errors between threads. <see cref="Exception.HelpLink"/> names the page of the documentation that explains the error. RFC 0002, "Error Handling".
/// </summary>
public class ThreadSafetyException : Exception
{
    private const string Page = "docs/threading.md";

    /// <summary>Creates the error.</summary>
    public ThreadSafetyException(string message)
        : this(message, Page)
    {
    }

    /// <summary>Creates the error with its cause.</summary>
    public ThreadSafetyException(string message, Exception? innerException)
        : this(message, Page, innerException)
    {
    }

    private protected ThreadSafetyException(string message, string page, Exception? innerException = null)
        : base(message, innerException) => HelpLink = page;
}
