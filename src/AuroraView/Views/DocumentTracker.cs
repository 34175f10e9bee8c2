using AuroraView.Backends;
using AuroraView.Bridge;

namespace AuroraView.Views;

/// <summary>
/// Which document the view shows, and whether what is sent now would reach it. A load that was asked for, or that the page began, holds
/// back what comes after it until the new document has said hello.
/// </summary>
/// <remarks>
/// The sender writes what it has issued, the WebView thread what has arrived; each field has one writer. A page can be reached while the two agree.
/// </remarks>
internal sealed class DocumentTracker(OriginPolicy origins)
{
    private const string NoOrigin = "null";

    // Written by the sender.
    private long _issued;
    private volatile int _reloadsIssued;

    // Written on the WebView thread.
    private long _arrived;
    private volatile int _reloadsStarted;
    private volatile int _reloadsArrived;
    private long _current;
    private string _origin = NoOrigin;
    private volatile bool _navigating;
    private volatile bool _isAllowed;

    /// <summary>The document's id, or 0 where there is none.</summary>
    internal long Current => Volatile.Read(ref _current);

    /// <summary>Whether its origin may use the bridge.</summary>
    internal bool IsAllowed => _isAllowed;

    /// <summary>Whether what is sent now reaches the document it is meant for.</summary>
    internal bool IsReachable =>
        Current != 0 && !_navigating && Volatile.Read(ref _arrived) == Volatile.Read(ref _issued) && _reloadsArrived == _reloadsIssued;

    /// <summary>Why it would not, for errors.</summary>
    internal string Hindrance =>
        IsReachable ? "The page can be reached."
        : LastError is { } error ? $"The last load failed: {error}"
        : Current == 0 ? "No page has been loaded yet."
        : "A page is being loaded.";

    /// <summary>Why the last load failed; <see langword="null"/> once another one began.</summary>
    internal string? LastError { get; private set; }

    /// <summary>Whether a message is of the document that the view shows. A document's id alone is only its own word: the engine must name the
    /// origin that it named when the document began.</summary>
    /// <remarks>On the WebView thread. While a page is being left, an engine may not know any more whose words it passes on, and names no origin.</remarks>
    internal bool IsCurrent(long document, string origin) =>
        document == Current && (string.Equals(origin, _origin, StringComparison.Ordinal) || ((_navigating || IsLoadUnderWay) && origin == NoOrigin));

    internal void OnLoadIssued(long id, PageSource source)
    {
        origins.AllowLoaded(source);
        Volatile.Write(ref _issued, id);
    }

    internal void OnReloadIssued() => _reloadsIssued++;

    /// <summary>Whether a load was asked for whose document is not there yet.</summary>
    internal bool IsLoadUnderWay => Volatile.Read(ref _arrived) != Volatile.Read(ref _issued);

    internal void OnLoad(LoadProgress progress)
    {
        switch (progress.Phase)
        {
            case LoadPhase.Started:
                _navigating = true;
                // A document that says hello before this is one that was on its way when the reload was asked for.
                _reloadsStarted = _reloadsIssued;
                LastError = null;
                break;
            case LoadPhase.Committed:
                Volatile.Write(ref _arrived, progress.LoadId);
                break;
            case LoadPhase.Failed:
                // The old document, if there is one, is still there.
                LastError = progress.Error ?? "unknown reason";
                Volatile.Write(ref _arrived, progress.LoadId);
                _reloadsArrived = _reloadsIssued;
                _navigating = false;
                break;
        }
    }

    /// <summary>A document has begun.</summary>
    internal void OnHello(long document, string origin)
    {
        _isAllowed = origins.Allows(origin);
        _origin = origin;
        _reloadsArrived = _reloadsStarted;
        Volatile.Write(ref _current, document);
        _navigating = false;
    }

    /// <summary>A document turned out to be without the bridge: nothing reaches it.</summary>
    internal void OnBridgeMissing(long document) => Interlocked.CompareExchange(ref _current, 0, document);

    /// <summary>The page's process is gone, and the document with it.</summary>
    internal void OnCrashed() => Volatile.Write(ref _current, 0);
}
