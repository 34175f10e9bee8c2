namespace AuroraView;

/// <summary>Something went wrong that no caller hears of: a handler of an event threw, a listener of the page threw, the page sent rubbish.</summary>
/// <param name="message">What happened.</param>
/// <param name="exception">The exception, if there is one.</param>
public sealed class PanelErrorEventArgs(string message, Exception? exception) : EventArgs
{
    /// <summary>What happened.</summary>
    public string Message { get; } = message;

    /// <summary>The exception, if there is one.</summary>
    public Exception? Exception { get; } = exception;
}
