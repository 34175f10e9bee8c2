using System.Collections.Concurrent;
using System.Diagnostics;
using AuroraView.Bridge;
using AuroraView.Threading.Guards;
using AuroraView.Threading;
using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Shutdown;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>
/// What the page has asked for and not got yet: finds the handler, queues it for its thread, and sees to it that every call is answered
/// exactly once. Calls arrive on the WebView thread and are answered from any.
/// </summary>
internal sealed class PageRequests
{
    private readonly ConcurrentDictionary<(long Document, long Id), PageCall> _open = new();
    private readonly HandlerTable _handlers;
    private readonly CallQueue _viewThread;
    private readonly MainThreadDispatcher? _dispatcher;
    private readonly bool _dccMode;
    private readonly bool _debug;
    private readonly int _maxBytes;
    private readonly OperationGate _operations;
    private readonly Action<Outbound> _send;
    private readonly Action<Exception, string> _unobserved;
    private readonly TimeSpan _startWithin;
    private readonly TimeProvider _clock;
    private readonly ITimer _sweep;
    private long _events;
    private int _sweeping;

    internal PageRequests(
        WaitParty party, HandlerTable handlers, CallQueue viewThread, MainThreadDispatcher? dispatcher, WebViewOptions options,
        ThreadSafetyOptions safety, TimeProvider clock, OperationGate operations, Action<Outbound> send, Action<Exception, string> unobserved)
    {
        Party = party;
        _handlers = handlers;
        _viewThread = viewThread;
        _dispatcher = dispatcher;
        _dccMode = options.DccMode;
        _debug = options.Debug;
        MaxDepth = options.MaxMessageDepth;
        _maxBytes = options.MaxMessageBytes;
        Budget = new PageBudget(options.MaxPendingCalls, options.MaxPendingBytes);
        _startWithin = safety.MainThreadTimeout;
        _clock = clock;
        _operations = operations;
        _send = send;
        _unobserved = unobserved;
        _sweep = Background.Timer(clock, static requests => requests.Sweep(), this);
    }

    internal WaitParty Party { get; }

    internal int MaxDepth { get; }

    internal int Count => _open.Count;

    /// <summary>What the page may have pending.</summary>
    internal PageBudget Budget { get; }

    /// <summary>The page calls. On the WebView thread. The budget has let it in.</summary>
    /// <returns><see langword="false"/> where the number belongs to a call that has no answer yet: an answer would be taken for that call's.</returns>
    internal bool Call(long document, long id, string method, PageValue parameters)
    {
        if (_open.ContainsKey((document, id)))
        {
            Budget.Give(parameters.Json.Length);
            return false;
        }

        if (!_handlers.TryUse(method, out var handler))
        {
            Budget.Give(parameters.Json.Length);
            _send(Outbound.ReplyError(document, id, _handlers.Unknown(method)));
            return true;
        }

        Start(new PageCall(this, handler, document, id, parameters.ToArray(), _clock.GetTimestamp()), handler);
        return true;
    }

    /// <summary>The page sent an event. On the WebView thread. The budget has let it in.</summary>
    /// <returns>Whether there is a handler for it.</returns>
    internal bool Event(long document, string name, PageValue detail)
    {
        if (!_handlers.TryUse(name, out var handler))
        {
            Budget.Give(detail.Json.Length);
            return false;
        }

        Start(new PageCall(this, handler, document, --_events, detail.ToArray(), _clock.GetTimestamp()), handler);
        return true;
    }

    /// <summary>The page does not wait for a call any more.</summary>
    internal void Cancel(long document, long id)
    {
        if (_open.TryGetValue((document, id), out var call))
            call.Cancel(null);
    }

    /// <summary>Ends every open request of other documents than the current one: nobody is there to hear the answers.</summary>
    internal void CancelOthers(long current)
    {
        foreach (var call in _open.Values)
        {
            if (call.Document != current)
                call.Cancel(null);
        }
    }

    /// <summary>Ends every open request with an error. The view is closing.</summary>
    /// <returns>How many there were.</returns>
    internal int FailAll(BridgeError error)
    {
        var failed = 0;
        foreach (var call in _open.Values)
        {
            call.Cancel(error);
            failed++;
        }

        return failed;
    }

    /// <summary>Why a result cannot go to the page; <see langword="null"/> where it can. Results of another language's handlers have been read before.</summary>
    internal BridgeException? Refusal(PageHandler handler, ReadOnlySpan<byte> result) =>
        result.Length > _maxBytes ? new BridgeException(BridgeErrorCode.TooLarge, $"The result of '{handler.Name}' has {result.Length} bytes; the limit is {_maxBytes}.")
        : handler.IsRaw || result.IsEmpty || JsonFlaw.Find(result) is not { } flaw ? null
        : new BridgeException(BridgeErrorCode.ResultNotSerializable, $"The result of '{handler.Name}' {flaw.Reason}");

    internal void Completed(PageCall call, ReadOnlySpan<byte> result)
    {
        Close(call);
        if (!call.IsEvent)
            _send(Outbound.Reply(call.Document, call.Id, PooledJson.Copy(result)));
        _operations.Complete();
    }

    internal void Failed(PageCall call, Exception error)
    {
        Close(call);
        if (call.IsEvent)
            _unobserved(error, call.Function);
        else
            _send(Outbound.ReplyError(call.Document, call.Id, BridgeErrorMap.From(error, _debug)));
        _operations.Complete();
    }

    /// <summary>A call was answered without its handler.</summary>
    internal void Answered(PageCall call, BridgeError? error)
    {
        Close(call);
        if (error is not null && !call.IsEvent)
            _send(Outbound.ReplyError(call.Document, call.Id, error));
        _operations.Complete();
    }

    /// <summary>Code of a handler threw whose page does not wait for it.</summary>
    internal void Unobserved(Exception error, string function) => _unobserved(error, function);

    internal void Stop() => _sweep.Dispose();

    private void Start(PageCall call, PageHandler handler)
    {
        if (!_operations.TryBegin())
        {
            Budget.Give(call.Bytes);
            Refuse(call, new BridgeError(BridgeErrorCode.Closed, "The panel is closing."));
            return;
        }

        var toMain = handler.Thread == HandlerThread.Main || (handler.Thread == HandlerThread.Default && _dccMode);
        var queue = toMain ? _dispatcher?.Queue : _viewThread;
        // Before anybody can find the call and end it.
        WaitGraph.Open(call.Request);
        _open[(call.Document, call.Id)] = call;
        try
        {
            if (queue is null)
                _ = DccThreadSafe.Find(null);
            queue!.Admit(call);
            if (queue.Enqueue(call, Party, call.Request) is { } cycle && call.TryCancel())
            {
                queue.Remove(call);
                call.Answer(new DeadlockDetectedException($"call of '{handler.Name}' by {Party.Describe()}", cycle));
                return;
            }
        }
        catch (ThreadSafetyException error)
        {
            call.Answer(error);
            return;
        }

        if (Interlocked.Exchange(ref _sweeping, 1) == 0 && _startWithin != WaitTime.Infinite)
            _sweep.Change(Interval, Interval);
    }

    private TimeSpan Interval => TimeSpan.FromTicks(Math.Clamp(_startWithin.Ticks / 4, TimeSpan.TicksPerMillisecond * 50, TimeSpan.TicksPerSecond * 5));

    private void Refuse(PageCall call, BridgeError error)
    {
        call.LetGo();
        if (!call.IsEvent)
            _send(Outbound.ReplyError(call.Document, call.Id, error));
    }

    private void Close(PageCall call)
    {
        WaitGraph.Close(call.Request);
        _open.TryRemove((call.Document, call.Id), out _);
        Budget.Give(call.Bytes);
        call.LetGo();
    }

    // A click whose handler has not started within the main thread's timeout must not be carried out later, on a scene that has
    // moved on. Runs on a pool thread, and only while something is open.
    private void Sweep()
    {
        if (_open.IsEmpty)
        {
            _sweep.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Volatile.Write(ref _sweeping, 0);
            if (!_open.IsEmpty && Interlocked.Exchange(ref _sweeping, 1) == 0)
                _sweep.Change(Interval, Interval);
            return;
        }

        foreach (var (_, call) in _open)
        {
            if (call.State != CallState.Pending || _clock.GetElapsedTime(call.PostedAt) < _startWithin || !call.TryCancel())
                continue;
            call.Queue?.Remove(call);
            Debug.Assert(call.State == CallState.Cancelled, "a call taken back stays so");
            call.Cancel(new BridgeError(
                BridgeErrorCode.Timeout,
                $"'{call.Function}' had not started on the {call.Queue?.Name} after {_startWithin.TotalSeconds:0.###} s: it was cancelled and will not run."));
        }
    }
}
