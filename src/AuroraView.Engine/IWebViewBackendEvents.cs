namespace AuroraView.Engine;

/// <summary>
/// What an engine says. Called on the WebView thread (or, if the view lives in another process, on the
/// thread that reads its channel): one call at a time, in the order in which things happened.
/// </summary>
/// <remarks>The receiver copies what it needs and returns at once: no member blocks, throws or runs user code. Spans are
/// valid only during the call.</remarks>
public interface IWebViewBackendEvents
{
    /// <summary>The view exists. Raised before any other event but <see cref="OnClosed"/>; once more if it had to be made again, after <see cref="OnCrashed"/>.</summary>
    void OnReady(BackendInfo info);

    /// <summary>
    /// The page posted a string. Hostile input: only <paramref name="origin"/> is the engine's own word.
    /// </summary>
    /// <param name="origin">The origin of the top frame's document as the engine's process knows it, such as
    /// <c>https://tools.example</c>; <c>null</c> as a string for an opaque origin.</param>
    /// <param name="message">UTF-8.</param>
    void OnPageMessage(string origin, ReadOnlySpan<byte> message);

    /// <summary>How many bytes wait to be heard already. From the thread that raises the events.</summary>
    long Unheard => 0;

    /// <summary>The answer to <see cref="IWebViewBackend.Evaluate"/> or <see cref="IWebViewBackend.Deliver"/>.</summary>
    /// <param name="callId">The call's id.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="text">UTF-8: the completion value if it is a string (else empty), or the error's text.</param>
    void OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text);

    /// <summary>A load of the top frame moved on.</summary>
    void OnLoad(LoadProgress progress);

    /// <summary>The page's title changed.</summary>
    void OnTitleChanged(string title);

    /// <summary>Something happened to the native window.</summary>
    void OnWindow(WindowChange change);

    /// <summary>The answer to <see cref="IWebViewBackend.CaptureScreenshot"/>.</summary>
    /// <param name="callId">The call's id.</param>
    /// <param name="png">The picture, empty when it failed.</param>
    /// <param name="error">Why it failed, or <see langword="null"/>.</param>
    void OnCaptured(long callId, ReadOnlySpan<byte> png, string? error);

    /// <summary>The page's process ended, or the one that owns the view, which is then made again. The view stays: a load, or a reload, shows a page again.</summary>
    void OnCrashed(CrashReason reason, string detail);

    /// <summary>The view, its window and its processes are gone. The last event, raised once.</summary>
    void OnClosed(ClosedReason reason, BackendError? error);
}
