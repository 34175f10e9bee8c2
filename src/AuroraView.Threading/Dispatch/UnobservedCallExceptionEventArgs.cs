namespace AuroraView.Threading;

/// <summary>An exception that no caller will see.</summary>
/// <param name="exception">What was thrown.</param>
/// <param name="function">The function that threw it.</param>
public sealed class UnobservedCallExceptionEventArgs(Exception exception, string function) : EventArgs
{
    /// <summary>What was thrown.</summary>
    public Exception Exception { get; } = exception;

    /// <summary>The function that threw it.</summary>
    public string Function { get; } = function;
}
