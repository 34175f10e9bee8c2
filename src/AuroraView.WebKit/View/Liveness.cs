using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.View;

/// <summary>
/// Notices a page that does not answer. Looks only while evaluations are pending or a load runs, with one timer that
/// ends itself: an open, idle panel wakes nobody.
/// </summary>
internal sealed unsafe class Liveness : IDisposable
{
    private const int Least = 20;
    private readonly ScriptRunner _scripts;
    private readonly LoadTracker _loads;
    private readonly IWebViewBackendEvents _events;
    private readonly Action _endPage;
    private readonly Func<bool> _isShared;
    private readonly long _timeout;
    private readonly nint _self;
    private uint _timer;
    private bool _reported;
    private long _signAtReport;
    private long _loadSince;
    private bool _paused;

    public Liveness(ScriptRunner scripts, LoadTracker loads, IWebViewBackendEvents events, Action endPage, Func<bool> isShared, TimeSpan timeout, nint self)
    {
        _scripts = scripts;
        _loads = loads;
        _events = events;
        _endPage = endPage;
        _isShared = isShared;
        _timeout = Math.Max(1, (long)timeout.TotalMilliseconds);
        _self = self;
        scripts.OnPending = Arm;
        loads.OnLoading = () =>
        {
            _loadSince = Environment.TickCount64;
            Arm();
        };
    }

    /// <summary>Whether the page was reported and has shown no sign since.</summary>
    public bool IsUnresponsive => _reported && _scripts.LastSign == _signAtReport;

    /// <summary>The page's process is gone: what was known of the page is of no use.</summary>
    public void OnProcessGone() => _reported = _paused = false;

    /// <summary>No dialog is open any more: from now on the page has to show signs.</summary>
    public void EndPause()
    {
        _paused = false;
        _loadSince = Environment.TickCount64;
        Arm();
    }

    /// <summary>A script dialog is open: the page rightly waits for the user until it shows a sign again.</summary>
    public void PauseUntilSign()
    {
        _paused = true;
        _signAtReport = _scripts.LastSign;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_timer != 0)
            GLib.RemoveSource(_timer);
        _timer = 0;
    }

    private void Arm() => Arm(_timeout);

    private void Arm(long milliseconds)
    {
        if (_timer == 0)
            _timer = GLib.AddTimeout(GLib.PriorityDefault, (uint)Math.Clamp(milliseconds, Least, int.MaxValue), &OnTimer, _self, 0);
    }

    private void Look()
    {
        _timer = 0;
        long now = Environment.TickCount64;
        if (_scripts.LastSign != _signAtReport)
            _paused = _reported = false;
        if (_scripts.OldestSince is { } oldest)
        {
            long silent = now - Math.Max(oldest, _scripts.LastSign);
            if (silent < _timeout)
                Arm(_timeout - silent);
            else if (_paused || _reported)
                Arm();
            else
                Report(silent);
        }
        else if (_loads.Loading || _loads.IsAwaited)
        {
            long quiet = now - Math.Max(_loadSince, _scripts.LastSign);
            if (quiet >= _timeout)
                _scripts.Ping();
            Arm(quiet >= _timeout ? _timeout : _timeout - quiet);
        }
    }

    private void Report(long silent)
    {
        _reported = true;
        _signAtReport = _scripts.LastSign;
        _events.OnCrashed(CrashReason.Unresponsive, $"The page has not answered for {silent} ms; a script of it may be in an endless loop. Its process still runs.");
        // What the host has asked for would wait for this page for ever, and so would the other pages of its process.
        if ((_loads.IsAwaited && _loads.HasPage) || _isShared())
            _endPage();
        Arm();
    }

    [UnmanagedCallersOnly]
    private static int OnTimer(nint data)
    {
        GObjects.Target<WebKitView>(data).Life.Look();
        return 0;
    }
}
