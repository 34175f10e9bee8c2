using AuroraView.Engine.Pages;

namespace AuroraView.Engine.Scripts;

/// <summary>
/// Notices a page that does not answer. Looks only while scripts are pending or a load runs, with one timer that ends itself: an open,
/// idle panel wakes nobody.
/// </summary>
/// <remarks>All of it on the WebView thread.</remarks>
internal sealed class Liveness
{
    private const long Shortest = 20;
    private readonly ScriptQueue _scripts;
    private readonly IScriptEngine _engine;
    private readonly PageLoads _loads;
    private readonly IWebViewBackendEvents _events;
    private readonly long _timeout;
    private long _lastSign;
    private long _loadSince;
    private bool _isLooking;

    public Liveness(ScriptQueue scripts, IScriptEngine engine, PageLoads loads, IWebViewBackendEvents events, TimeSpan timeout)
    {
        _scripts = scripts;
        _engine = engine;
        _loads = loads;
        _events = events;
        _timeout = Math.Max(1, (long)timeout.TotalMilliseconds);
        loads.OnLoading = WatchLoad;
    }

    /// <summary>Whether the page was reported and has shown no sign since.</summary>
    public bool IsUnresponsive { get; private set; }

    /// <summary>Whether the page rightly waits for the user.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>The page has shown that its scripts run.</summary>
    public void ShowSign()
    {
        _lastSign = _scripts.Now;
        IsUnresponsive = IsPaused = false;
    }

    /// <summary>A script dialog is open: the page waits for the user, until it shows a sign again.</summary>
    public void PauseUntilSign() => IsPaused = true;

    /// <summary>No dialog is open any more: from now on the page has to show signs.</summary>
    public void EndPause()
    {
        if (IsPaused)
            ShowSign();
        WatchLoad();
    }

    /// <summary>The page is gone, and what was known of it is of no use.</summary>
    public void OnPageGone() => IsUnresponsive = IsPaused = false;

    /// <summary>The engine itself says that the page does not answer.</summary>
    /// <param name="detail">How it says so.</param>
    public void OnUnresponsive(string detail)
    {
        if (IsPaused)
            return;
        IsUnresponsive = true;
        _events.OnCrashed(CrashReason.Unresponsive, $"{detail}; a script of it may be in an endless loop. Its process still runs.");
        // What the host has asked for would wait for this page without end, and so would the other pages of its process.
        if ((_loads.IsAwaited && _loads.HasPage) || _engine.IsPageShared)
            _engine.EndPage();
    }

    /// <summary>Looks after the page's time to answer, unless a look is under way already.</summary>
    public void Watch() => Watch(_timeout);

    /// <summary>The timer's time is over.</summary>
    public void Look()
    {
        _isLooking = false;
        if (_scripts.OldestSince is { } oldest)
        {
            long silent = _scripts.Now - Math.Max(oldest, _lastSign);
            if (silent >= _timeout && !IsUnresponsive)
                OnUnresponsive($"The page has not answered for {silent} ms");
            Watch(silent < _timeout ? _timeout - silent : _timeout);
        }
        else if (_loads.IsLoading || _loads.IsAwaited)
        {
            long quiet = _scripts.Now - Math.Max(_loadSince, _lastSign);
            if (quiet >= _timeout)
                _scripts.Ping();
            Watch(quiet < _timeout ? _timeout - quiet : _timeout);
        }
    }

    private void WatchLoad()
    {
        _loadSince = _scripts.Now;
        Watch();
    }

    private void Watch(long milliseconds)
    {
        if (_isLooking)
            return;
        _isLooking = true;
        _engine.LookIn(Math.Max(Shortest, milliseconds));
    }
}
