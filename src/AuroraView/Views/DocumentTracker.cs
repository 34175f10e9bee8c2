using AuroraView.Bridge;
using AuroraView.Engine;

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
    private long _failureLoad;
    private volatile int _reloadsIssued;

    // Written on the WebView thread.
    private long _arrived;
    private volatile int _reloadsStarted;
    private volatile int _reloadsArrived;
    private long _current;
    private long _failureDocument;
    private string _origin = NoOrigin;
    private volatile bool _navigating;
    private bool _isInOther;
    private long _newsOf;
    private volatile bool _isAllowed;
    private volatile bool _isSilent;
    private volatile string? _dialog;

    /// <summary>The document's id, or 0 where there is none.</summary>
    internal long Current => Volatile.Read(ref _current);

    /// <summary>Whether its origin may use the bridge.</summary>
    internal bool IsAllowed => _isAllowed;

    /// <summary>Whether what is sent now reaches the document it is meant for.</summary>
    internal bool IsReachable => Current != 0 && !IsComing;

    /// <summary>Whether what is queued can be expected to go by itself: there is a page that answers, or one is on its way.</summary>
    internal bool WorksOn => (Current != 0 || IsComing) && !_isSilent && _dialog is null;

    /// <summary>Whether a page is on its way that nothing is known against.</summary>
    internal bool IsComing => _navigating || IsLoadUnderWay || _reloadsArrived != _reloadsIssued;

    /// <summary>Why it would not, for errors.</summary>
    internal string Hindrance =>
        _dialog is { } dialog ? $"The page has opened a dialog ({dialog}) and waits for the user to answer it."
        : _isSilent ? "The page does not answer: a script of it may be in an endless loop. A load or a reload ends it."
        : IsReachable ? "The page can be reached."
        : LastError is { } error ? $"The last load failed: {error}"
        : IsComing ? "A page is being loaded."
        : "No page has been loaded yet.";

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

    /// <summary>The page that tells of a failure is about to be shown. It is no page for what the host has queued.</summary>
    internal void OnFailureIssued(long id)
    {
        Volatile.Write(ref _failureLoad, id);
        Volatile.Write(ref _issued, id);
    }

    internal void OnReloadIssued() => _reloadsIssued++;

    /// <summary>Whether a load was asked for whose document is not there yet.</summary>
    internal bool IsLoadUnderWay => Volatile.Read(ref _arrived) != Volatile.Read(ref _issued);

    /// <summary>Whether the page that tells of a failure is the last one given to the engine.</summary>
    internal bool IsFailureShown => Volatile.Read(ref _failureLoad) is var load && load != 0 && load == Volatile.Read(ref _issued);

    /// <summary>Whether a load's news are of the page that tells of a failure.</summary>
    internal bool IsFailure(LoadProgress progress) => progress.LoadId != 0 && progress.LoadId == Volatile.Read(ref _failureLoad);

    /// <summary>Whether a message is of the page that tells of a failure. On the WebView thread.</summary>
    internal bool IsFailure(long document, string origin) =>
        document != 0 && document == _failureDocument && IsFailureShown && origin == PageSource.AppOrigin;

    internal void OnLoad(LoadProgress progress)
    {
        switch (progress.Phase)
        {
            case LoadPhase.Started:
                _newsOf = progress.LoadId;
                _navigating = true;
                _isInOther = false;
                // A document that says hello before this is one that was on its way when the reload was asked for.
                _reloadsStarted = _reloadsIssued;
                if (!IsFailure(progress))
                    LastError = null;
                break;
            case LoadPhase.Committed:
                _newsOf = progress.LoadId;
                _isInOther = true;
                _dialog = null;
                Volatile.Write(ref _arrived, progress.LoadId);
                break;
            case LoadPhase.Finished when _isInOther:
                _isInOther = false;
                break;
            case LoadPhase.Finished:
                // It stayed in the document that is there, which says no second hello.
                if (progress.LoadId == Volatile.Read(ref _issued))
                    Volatile.Write(ref _arrived, progress.LoadId);
                _navigating = false;
                break;
            case LoadPhase.Failed:
                // The old document, if there is one, is still there.
                if (!IsFailure(progress))
                    LastError = progress.Error ?? "unknown reason";
                Volatile.Write(ref _arrived, progress.LoadId);
                _reloadsArrived = _reloadsIssued;
                _navigating = false;
                break;
        }
    }

    /// <summary>A document has begun.</summary>
    /// <returns>Whether it is a page; <see langword="false"/> for the one that tells of a failure.</returns>
    internal bool OnHello(long document, string origin)
    {
        // By the load that it belongs to: the host may have asked for another one since.
        var isPage = _newsOf == 0 || _newsOf != Volatile.Read(ref _failureLoad);
        _isAllowed = origins.Allows(origin);
        _origin = origin;
        _isSilent = false;
        _dialog = null;
        _failureDocument = isPage ? 0 : document;
        _reloadsArrived = _reloadsStarted;
        Volatile.Write(ref _current, isPage ? document : 0);
        _navigating = false;
        return isPage;
    }

    /// <summary>The page has run something. On the WebView thread.</summary>
    internal void OnSign()
    {
        _isSilent = false;
        _dialog = null;
    }

    /// <summary>The page does not answer.</summary>
    internal void OnUnresponsive() => _isSilent = true;

    /// <summary>A script of the page asks the user something, and runs on when it is answered.</summary>
    internal void OnDialog(string? kind) => _dialog = kind;

    /// <summary>A document turned out to be without the bridge: nothing reaches it.</summary>
    internal void OnBridgeMissing(long document) => Interlocked.CompareExchange(ref _current, 0, document);

    /// <summary>The page's process is gone, and the document with it, also one that the page was on its way to. A load that the host asked for still comes.</summary>
    internal void OnCrashed()
    {
        OnSign();
        _navigating = false;
        _isInOther = false;
        Volatile.Write(ref _current, 0);
    }
}
