using System.Buffers;
using System.Text;
using AuroraView.Engine.Pages;

namespace AuroraView.Engine.Scripts;

/// <summary>
/// The scripts of a view. Each call is answered exactly once, also if the page's process ends and the engine never answers. Batches for
/// the page's bridge that
/// arrive together, or while two are on their way, become one script: tens of thousands of small scripts would be ten times slower and
/// degrade the page.
/// </summary>
/// <remarks>All of it on the WebView thread.</remarks>
internal sealed class ScriptQueue
{
    private const int LargestBatch = 256 * 1024;
    private const int LargestKept = 4 * LargestBatch;
    private const int InitialSize = 4096;
    private const int MostOnTheWay = 2;
    private readonly IScriptEngine _engine;
    private readonly IWebViewBackendEvents _events;
    private readonly TimeProvider _clock;
    private readonly byte[] _open;
    private readonly LinkedList<PendingScript> _pending = new();
    private readonly List<long> _waiting = [];
    private ArrayBufferWriter<byte> _batch = new(InitialSize);
    private int _onTheWay;

    /// <param name="engine">Runs the scripts.</param>
    /// <param name="events">Where the answers go.</param>
    /// <param name="start">What was asked for: the deliver function and the page's time to answer.</param>
    /// <param name="loads">The view's loads.</param>
    /// <param name="clock">The clock of the page's time to answer.</param>
    public ScriptQueue(IScriptEngine engine, IWebViewBackendEvents events, BackendStart start, PageLoads loads, TimeProvider? clock = null)
    {
        _engine = engine;
        _events = events;
        _clock = clock ?? TimeProvider.System;
        _open = Encoding.UTF8.GetBytes(start.DeliverFunction + "(");
        Life = new Liveness(this, engine, loads, events, start.PingTimeout);
    }

    /// <summary>The watch over a page that does not answer.</summary>
    public Liveness Life { get; }

    /// <summary>When the oldest unanswered script was sent, or <see langword="null"/>.</summary>
    public long? OldestSince => _pending.First?.Value.Since;

    /// <summary>Milliseconds of the queue's clock.</summary>
    public long Now => (long)_clock.GetElapsedTime(0).TotalMilliseconds;

    /// <summary>Runs one script for one call.</summary>
    public void Evaluate(long callId, ReadOnlySpan<byte> script, string? sourceName)
    {
        Flush();
        Run([callId], script, sourceName, isBatch: false);
    }

    /// <summary>Runs a script that does nothing, to see whether the page's scripts run.</summary>
    public void Ping() => Run([], "void 0"u8, null, isBatch: false);

    /// <summary>Adds one batch for the page's side of the bridge.</summary>
    public void Deliver(long callId, ReadOnlySpan<byte> arguments)
    {
        if (_waiting.Count > 0 && _batch.WrittenCount + arguments.Length > LargestBatch)
            Flush();
        _batch.Write(_open);
        _batch.Write(arguments);
        _batch.Write(");"u8);
        _waiting.Add(callId);
    }

    /// <summary>Sends the batches that wait, unless enough is on the way: then the next answer sends them.</summary>
    public void FlushIfIdle()
    {
        if (_onTheWay < MostOnTheWay)
            Flush();
    }

    /// <summary>Sends the batches that wait, because something that must come after them is about to be sent.</summary>
    public void Flush()
    {
        if (_waiting.Count == 0)
            return;
        long[] callIds = [.. _waiting];
        _waiting.Clear();
        _onTheWay++;
        Run(callIds, _batch.WrittenSpan, null, isBatch: true);
        EmptyBatch();
    }

    /// <summary>Answers everything that is pending or waits: the page is gone.</summary>
    /// <param name="why">Why, as a sentence.</param>
    public void AbandonAll(string why)
    {
        PendingScript[] gone = [.. _pending];
        long[] waiting = [.. _waiting];
        _pending.Clear();
        _waiting.Clear();
        _onTheWay = 0;
        EmptyBatch();
        Life.OnPageGone();
        byte[] text = Encoding.UTF8.GetBytes(why);
        foreach (PendingScript pending in gone)
        {
            pending.IsAnswered = true;
            Tell(pending.CallIds, EvaluationStatus.PageGone, text);
        }
        Tell(waiting, EvaluationStatus.PageGone, text);
    }

    /// <summary>The engine's answer to a script. One that comes late is ignored.</summary>
    public void Answer(PendingScript pending, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        if (pending.IsAnswered)
            return;
        pending.IsAnswered = true;
        _pending.Remove(pending);
        Life.ShowSign();
        Tell(pending.CallIds, status, text);
        if (!pending.IsBatch)
            return;
        _onTheWay--;
        FlushIfIdle();
    }

    private void Run(long[] callIds, ReadOnlySpan<byte> script, string? sourceName, bool isBatch)
    {
        var pending = new PendingScript(this, callIds, isBatch, Now);
        _pending.AddLast(pending);
        _engine.Run(pending, script, sourceName);
        if (!pending.IsAnswered)
            Life.Watch();
    }

    private void Tell(long[] callIds, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        foreach (long callId in callIds)
            _events.OnEvaluated(callId, status, text);
    }

    // What one large batch took is given back.
    private void EmptyBatch()
    {
        if (_batch.Capacity > LargestKept)
            _batch = new ArrayBufferWriter<byte>(InitialSize);
        else
            _batch.ResetWrittenCount();
    }
}
