namespace AuroraView.Threading;

/// <summary>The base of what goes wrong between threads. RFC 0002, "Error Handling".</summary>
public class ThreadSafetyException : Exception
{
    /// <summary>Creates the error.</summary>
    public ThreadSafetyException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with its cause.</summary>
    public ThreadSafetyException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
