using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using AuroraView.Engine;
using AuroraView.Threading.Guards;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.View;

/// <summary>
/// Runs scripts in the top frame and answers each call exactly once, also when the page's process ends and the engine's completions never come. Batches that arrive
/// together, or while two are on their way, become one script.
/// </summary>
internal sealed class ScriptRunner : IDisposable
{
    private const int LargestBatch = 256 * 1024;
    private const int MostOnTheWay = 2;

    private readonly WebView2View _view;
    private readonly EventGate _events;
    private readonly LinkedList<PendingScript> _pending = new();
    private readonly StringBuilder _batch = new();
    private readonly List<long> _batchIds = [];
    private readonly ICoreWebView2_21? _withResult;
    private readonly ITimer _watch;
    private int _onTheWay;
    private long _lastSign;
    private bool _reported;
    private bool _paused;

    public ScriptRunner(WebView2View view, ICoreWebView2 core, EventGate events)
    {
        _view = view;
        _events = events;
        // Older runtimes cannot tell an error from a value that is not JSON.
        _withResult = core as ICoreWebView2_21;
        _watch = Background.Timer(TimeProvider.System, static runner => runner.Look(), this);
    }

    /// <summary>Runs one script for one call.</summary>
    public void Evaluate(long callId, string script, string? sourceName)
    {
        Flush();
        Run([callId], sourceName is null ? script : $"{script}\n//# sourceURL={Clean(sourceName)}", isBatch: false);
    }

    /// <summary>Adds one batch for the page's side of the bridge.</summary>
    public void Deliver(long callId, string arguments)
    {
        if (_batchIds.Count > 0 && _batch.Length + arguments.Length > LargestBatch)
            Flush();
        _batch.Append(_view.Start.DeliverFunction).Append('(').Append(arguments).Append(");");
        _batchIds.Add(callId);
    }

    /// <summary>Sends what waits, unless enough is on the way: then the next answer sends it.</summary>
    public void FlushIfIdle()
    {
        if (_onTheWay < MostOnTheWay)
            Flush();
    }

    /// <summary>Sends what waits, because something that must come after it is about to be sent.</summary>
    public void Flush()
    {
        if (_batchIds.Count == 0)
            return;
        long[] callIds = [.. _batchIds];
        var script = _batch.ToString();
        _batchIds.Clear();
        _batch.Clear();
        _onTheWay++;
        Run(callIds, script, isBatch: true);
    }

    /// <summary>The page has shown that its scripts run.</summary>
    public void ShowSign()
    {
        _lastSign = Environment.TickCount64;
        _reported = false;
        if (!_paused)
            return;
        _paused = false;
        if (_pending.Count > 0)
            Watch(_view.Start.PingTimeout);
    }

    /// <summary>Whether the page was reported and has shown no sign since.</summary>
    public bool IsUnresponsive => _reported;

    /// <summary>The engine says that the page does not answer.</summary>
    public void OnUnresponsive() => _reported = true;

    /// <summary>A load was asked for. A page that does not answer would keep its place.</summary>
    public void WatchLoad() => Watch(_view.Start.PingTimeout);

    /// <summary>Whether the page rightly waits for the user.</summary>
    public bool IsPaused => _paused;

    /// <summary>A script dialog is open: the page waits for the user, until it shows a sign again.</summary>
    public void PauseUntilSign() => _paused = true;

    /// <summary>Nobody is asked any more: from now on the page has to show signs.</summary>
    public void EndPause()
    {
        if (_paused)
            ShowSign();
    }

    /// <summary>Answers everything that is pending: the page is gone.</summary>
    public void AbandonAll(string why)
    {
        PendingScript[] gone = [.. _pending];
        long[] waiting = [.. _batchIds];
        _pending.Clear();
        _reported = false;
        _paused = false;
        _batchIds.Clear();
        _batch.Clear();
        _onTheWay = 0;
        var text = Encoding.UTF8.GetBytes(why);
        foreach (var pending in gone)
        {
            pending.IsAnswered = true;
            Tell(pending.CallIds, EvaluationStatus.PageGone, text);
        }

        Tell(waiting, EvaluationStatus.PageGone, text);
    }

    /// <inheritdoc/>
    public void Dispose() => _watch.Dispose();

    private void Run(long[] callIds, string script, bool isBatch)
    {
        var pending = new PendingScript(callIds, isBatch, Environment.TickCount64);
        _pending.AddLast(pending);
        var completion = new ComCompletion((result, value) => OnDone(pending, result, value));
        var handler = _withResult is null
            ? ComObjects.PointerTo<ICoreWebView2ExecuteScriptCompletedHandler>(completion)
            : ComObjects.PointerTo<ICoreWebView2ExecuteScriptWithResultCompletedHandler>(completion);
        try
        {
            var core = _view.Core;
            var result = _withResult is null ? core.ExecuteScript(script, handler) : _withResult.ExecuteScriptWithResult(script, handler);
            if (HResult.Failed(result))
                Answer(pending, EvaluationStatus.Failed, Encoding.UTF8.GetBytes($"WebView2 refused the script (0x{result:X8})."));
        }
        finally
        {
            Marshal.Release(handler);
        }

        Watch(_view.Start.PingTimeout);
    }

    private void OnDone(PendingScript pending, int result, nint value)
    {
        _view.Thread.Assert();
        if (pending.IsAnswered)
            return;
        if (HResult.Failed(result))
            Answer(pending, EvaluationStatus.Failed, Encoding.UTF8.GetBytes($"WebView2 could not run the script (0x{result:X8})."));
        else if (_withResult is null)
            Answer(pending, EvaluationStatus.Completed, FromJson(NativeText.Span(value)));
        else
            WebView2View.With<ICoreWebView2ExecuteScriptResult>(value, outcome => OnResult(pending, outcome));
    }

    private void OnResult(PendingScript pending, ICoreWebView2ExecuteScriptResult outcome)
    {
        HResult.Check(outcome.get_Succeeded(out var succeeded), "tell a script's result");
        if (succeeded != 0)
        {
            var text = Array.Empty<byte>();
            if (!HResult.Failed(outcome.TryGetResultAsString(out var pointer, out var isString)) && pointer != 0)
            {
                var found = NativeText.TakeUtf8(pointer);
                text = isString != 0 ? found : text;
            }

            Answer(pending, EvaluationStatus.Completed, text);
            return;
        }

        HResult.Check(outcome.get_Exception(out var exceptionPointer), "tell a script's error");
        var exception = ComObjects.Take<ICoreWebView2ScriptException>(exceptionPointer);
        try
        {
            var message = HResult.Failed(exception.get_Message(out var messagePointer)) ? [] : NativeText.TakeUtf8(messagePointer);
            Answer(pending, EvaluationStatus.Failed, message);
        }
        finally
        {
            ComObjects.Release(exception);
        }
    }

    private void Answer(PendingScript pending, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        if (pending.IsAnswered)
            return;
        pending.IsAnswered = true;
        _pending.Remove(pending);
        ShowSign();
        Tell(pending.CallIds, status, text);
        if (!pending.IsBatch)
            return;
        _onTheWay--;
        FlushIfIdle();
    }

    private void Tell(long[] callIds, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        foreach (var callId in callIds)
            _events.Open?.OnEvaluated(callId, status, text);
    }

    // One timer that ends itself: an open, idle panel wakes nobody.
    private void Watch(TimeSpan time) => _watch.Change(time < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : time, Timeout.InfiniteTimeSpan);

    private void Look() => _view.Thread.PostUrgent(() =>
    {
        if (_reported || _paused)
            return;
        if (_pending.First is not { } oldest)
        {
            if (_view.Loads is { IsAwaited: true })
                Run([], "void 0", isBatch: false);
            return;
        }

        var silent = TimeSpan.FromMilliseconds(Environment.TickCount64 - Math.Max(oldest.Value.Since, _lastSign));
        if (silent < _view.Start.PingTimeout)
        {
            Watch(_view.Start.PingTimeout - silent);
            return;
        }

        _reported = true;
        _events.Open?.OnCrashed(CrashReason.Unresponsive,
            $"The page has not answered for {silent.TotalMilliseconds:0} ms; a script of it may be in an endless loop. Its process still runs.");
        _view.EndPageIfAwaited();
    });

    private static byte[] FromJson(ReadOnlySpan<char> json)
    {
        if (json.IsEmpty || json[0] != '"')
            return [];
        var reader = new Utf8JsonReader(NativeText.ToUtf8(json));
        reader.Read();
        return Encoding.UTF8.GetBytes(reader.GetString()!);
    }

    // A line break would end the comment.
    private static string Clean(string sourceName) => string.Concat(sourceName.Select(static letter => char.IsWhiteSpace(letter) || char.IsControl(letter) ? '_' : letter));
}
