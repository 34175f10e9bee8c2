namespace AuroraView;

/// <summary>
/// What went wrong between a page and the host: the <c>code</c> of the page's <c>AuroraViewError</c>. The names
/// are stable; the page sees the member's name as a string.
/// </summary>
public enum BridgeErrorCode
{
    /// <summary>No handler of that name is registered.</summary>
    UnknownMethod,

    /// <summary>The parameters have the wrong number, names or types, or are not JSON.</summary>
    InvalidArguments,

    /// <summary>The handler threw. Its own timeout or cancellation counts too.</summary>
    HandlerFailed,

    /// <summary>The handler's result could not be written as JSON.</summary>
    ResultNotSerializable,

    /// <summary>A message or a result is larger than the view's limit.</summary>
    TooLarge,

    /// <summary>A message is nested deeper than the view's limit.</summary>
    TooDeep,

    /// <summary>The page's origin may not talk to the host; see the view's allowed origins.</summary>
    OriginRefused,

    /// <summary>The view is closed.</summary>
    Closed,

    /// <summary>The document that made the call was replaced.</summary>
    CancelledByNavigation,

    /// <summary>The call was cancelled by its abort signal.</summary>
    Cancelled,

    /// <summary>The call, or an AuroraView wait in its handler, took longer than allowed.</summary>
    Timeout,

    /// <summary>The call would have waited for something that waits for the call.</summary>
    Deadlock,

    /// <summary>The handler needs the main thread, and no main thread can be reached.</summary>
    MainThreadUnavailable,

    /// <summary>The view or its dispatcher is closing and takes no new work.</summary>
    ShutdownInProgress,

    /// <summary>A message did not have the bridge's shape.</summary>
    MalformedMessage,
}
