namespace AuroraView.Engine;

/// <summary>
/// One web view and its native window, owned by a WebView thread: the seam between AuroraView and an engine
/// (WebKitGTK in the panel host on Linux, WebView2 on an STA thread on Windows).
/// </summary>
/// <remarks>
/// <para>Every member may be called from any thread, returns without waiting for the engine, and takes effect in the
/// order of the calls made by one thread. A call made before <see cref="IWebViewBackendEvents.OnReady"/> is kept and
/// carried out, in order, once the view exists. A call made after the view is gone does nothing: whatever
/// waits for an answer is told through <see cref="IWebViewBackendEvents.OnClosed"/>.</para>
/// <para>Nothing here runs user code, and an implementation holds no lock while it calls
/// <see cref="IWebViewBackendEvents"/>.</para>
/// </remarks>
public interface IWebViewBackend
{
    /// <summary>Creates the view. Called once, before anything else.</summary>
    /// <param name="start">What to create.</param>
    /// <param name="events">Where everything the engine says goes.</param>
    /// <remarks>A failure (no display, no engine, a dead parent window) arrives as
    /// <see cref="IWebViewBackendEvents.OnClosed"/> with an error that says what to do; it is never thrown here.</remarks>
    void Start(BackendStart start, IWebViewBackendEvents events);

    /// <summary>Loads a page. A load in progress is stopped first.</summary>
    /// <param name="loadId">Chosen by the caller, never 0; comes back in <see cref="LoadProgress.LoadId"/>.</param>
    /// <param name="source">The page.</param>
    void Load(long loadId, PageSource source);

    /// <summary>Moves in the history, reloads or stops.</summary>
    void Navigate(NavigationCommand command);

    /// <summary>
    /// Evaluates <paramref name="script"/> in the top frame's main world as one program. The completion value, which
    /// AuroraView's own wrapper makes a string, or the engine's error arrives as
    /// <see cref="IWebViewBackendEvents.OnEvaluated"/>, exactly once for each call unless the view closes first.
    /// </summary>
    /// <param name="callId">Chosen by the caller, unique within the view, never 0.</param>
    /// <param name="script">The program's text.</param>
    /// <param name="sourceName">What stands for the file name in the engine's error positions, or <see langword="null"/>.</param>
    void Evaluate(long callId, string script, string? sourceName);

    /// <summary>
    /// Gives one batch to the page's side of the bridge: the engine calls the page's deliver function (see
    /// <see cref="BackendStart.DeliverFunction"/>) with the batch's text spliced in as its argument list.
    /// </summary>
    /// <param name="callId">Answered by <see cref="IWebViewBackendEvents.OnEvaluated"/> like an evaluation.</param>
    /// <param name="arguments">UTF-8 text of a JavaScript argument list, already escaped. Copied before the call returns.</param>
    void Deliver(long callId, ReadOnlySpan<byte> arguments);

    /// <summary>Shows, hides, moves... the native window.</summary>
    void SetWindow(WindowCommand command);

    /// <summary>Takes a picture of the visible page; the answer is <see cref="IWebViewBackendEvents.OnCaptured"/>.</summary>
    void CaptureScreenshot(long callId);

    /// <summary>
    /// Closes the view and its window and ends what belongs to it. <see cref="IWebViewBackendEvents.OnClosed"/>
    /// follows once it is gone. Overtakes everything that is still queued.
    /// </summary>
    void Close();

    /// <summary>
    /// Ends the view at once, without asking the engine: for a view that did not answer <see cref="Close"/> in time,
    /// or a page that never returns. <see cref="IWebViewBackendEvents.OnClosed"/> follows.
    /// </summary>
    void Terminate();

    /// <summary>
    /// Ends the page's process only (a page in an endless loop); the view stays.
    /// <see cref="IWebViewBackendEvents.OnCrashed"/> with <see cref="CrashReason.Terminated"/> follows.
    /// </summary>
    void TerminatePage();
}
