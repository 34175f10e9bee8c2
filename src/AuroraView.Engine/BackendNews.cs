namespace AuroraView.Engine;

/// <summary>The engine behind a view.</summary>
/// <param name="Engine">Its name, such as <c>WebKitGTK</c>.</param>
/// <param name="EngineVersion">Its version, such as <c>2.50.6</c>.</param>
/// <param name="EngineLibrary">The library it was loaded from, such as <c>libwebkit2gtk-4.1.so.0</c>.</param>
/// <param name="Window">The native window (an X11 id, an HWND).</param>
/// <param name="ProcessId">The process that owns the view: the panel host's, or this one.</param>
/// <param name="Graphics">How it draws, and why; <see langword="null"/> if the engine decides by itself (WebView2).</param>
public sealed record BackendInfo(string Engine, string EngineVersion, string EngineLibrary, nint Window, int ProcessId, GraphicsInfo? Graphics = null);

/// <summary>How an evaluation ended.</summary>
public enum EvaluationStatus
{
    /// <summary>It ran; the text is the completion value if that is a string.</summary>
    Completed,

    /// <summary>It could not be parsed, or threw past AuroraView's wrapper; the text is the engine's message.</summary>
    Failed,

    /// <summary>The page's process ended, or the document was replaced, before it was done.</summary>
    PageGone,
}

/// <summary>How far a load got.</summary>
public enum LoadPhase
{
    /// <summary>It began; the old document is still there.</summary>
    Started,

    /// <summary>The new document replaced the old one.</summary>
    Committed,

    /// <summary>Everything is loaded.</summary>
    Finished,

    /// <summary>It failed; <see cref="LoadProgress.Error"/> says why.</summary>
    Failed,

    /// <summary>The document's URL is another one, without a load: <c>history.pushState</c>, <c>replaceState</c>, a fragment.</summary>
    Moved,
}

/// <summary>A step of a load of the top frame.</summary>
/// <param name="Phase">How far it got.</param>
/// <param name="Url">The page's URL.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="CanGoBack">Whether there is a page to go back to.</param>
/// <param name="CanGoForward">Whether there is a page to go forward to.</param>
/// <param name="LoadId">The id of the last <see cref="IWebViewBackend.Load"/> that the engine had been given when this happened, so that the
/// receiver can tell the steps of a load which has been superseded; 0 before the first.</param>
public sealed record LoadProgress(LoadPhase Phase, string Url, string? Error, bool CanGoBack, bool CanGoForward, long LoadId);

/// <summary>What happened to the native window.</summary>
public enum WindowChangeKind
{
    /// <summary>Its inner size is now <see cref="WindowChange.A"/> by <see cref="WindowChange.B"/> CSS pixels.</summary>
    Resized,

    /// <summary>It is now at <see cref="WindowChange.A"/>, <see cref="WindowChange.B"/>.</summary>
    Moved,

    /// <summary>It has the keyboard.</summary>
    Focused,

    /// <summary>It lost the keyboard.</summary>
    Blurred,

    /// <summary>The user asked to close it. Nothing is closed yet.</summary>
    CloseRequested,

    /// <summary>The parent window, whose number ends in the 32 bits of <see cref="WindowChange.A"/>, is gone; the page lives on, hidden, and can be given a new parent.</summary>
    ParentLost,

    /// <summary>It is shown.</summary>
    Shown,

    /// <summary>It is hidden.</summary>
    Hidden,

    /// <summary>A <see cref="WindowCommand"/> could not be carried out; <see cref="WindowChange.Error"/> says why.</summary>
    CommandFailed,

    /// <summary>The view lies in another native window now: <see cref="WindowChange.A"/> is its number.</summary>
    Replaced,

    /// <summary>A script of the page has opened a dialog and waits for the user; <see cref="WindowChange.Error"/> is its kind: <c>alert</c>, <c>confirm</c>, <c>prompt</c>.</summary>
    DialogOpened,

    /// <summary>The dialog is gone. Not needed if the page has shown that its scripts run.</summary>
    DialogClosed,

    /// <summary>The page asked for something that is not allowed: a window, a download, a local file. <see cref="WindowChange.Error"/> says what, with the address.</summary>
    Refused,
}

/// <summary>A change of the native window.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="A">First number.</param>
/// <param name="B">Second number.</param>
/// <param name="Error">Text of <see cref="WindowChangeKind.CommandFailed"/>, <see cref="WindowChangeKind.DialogOpened"/> and <see cref="WindowChangeKind.Refused"/>.</param>
public sealed record WindowChange(WindowChangeKind Kind, int A = 0, int B = 0, string? Error = null);

/// <summary>Why the page's process ended.</summary>
public enum CrashReason
{
    /// <summary>It crashed or was killed.</summary>
    Crashed,

    /// <summary>It used more memory than it may.</summary>
    OutOfMemory,

    /// <summary>It was ended by <see cref="IWebViewBackend.TerminatePage"/>.</summary>
    Terminated,

    /// <summary>It did not answer for longer than <see cref="BackendStart.PingTimeout"/>. It still runs.</summary>
    Unresponsive,
}

/// <summary>Why a view is gone.</summary>
public enum ClosedReason
{
    /// <summary><see cref="IWebViewBackend.Close"/> or <see cref="IWebViewBackend.Terminate"/>.</summary>
    Requested,

    /// <summary>It never came up; the error says why and what to do.</summary>
    StartFailed,

    /// <summary>The process that owned it died.</summary>
    HostDied,
}

/// <summary>Why a backend could not do its work.</summary>
/// <param name="Code">A stable word: <c>NoDisplay</c>, <c>EngineMissing</c>, <c>PanelHostMissing</c>, <c>BadParent</c>, <c>VersionMismatch</c>, <c>SpawnFailed</c>, <c>Died</c>.</param>
/// <param name="Message">What happened and what to do about it.</param>
public sealed record BackendError(string Code, string Message);
