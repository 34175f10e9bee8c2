using System.Collections.Concurrent;
using AuroraView.Native.Abi;
using AuroraView.Native.Dispatch;
using AuroraView.Native.Views;
using AuroraView.Threading;
using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Waiting;

namespace AuroraView.Native.Sessions;

/// <summary>
/// One client of the library, from its attach to its detach: its way to the main thread, its panels, and the threads that it serves us with. None of its
/// code ever runs on a thread that it did not make.
/// </summary>
internal sealed class Session
{
    private static readonly TimeSpan s_shortDrain = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<long, NativeView> _views = new();
    private readonly ConcurrentDictionary<long, LentThread> _unserved = new();
    private readonly CancellationTokenSource _endedSource = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task[] _closing = [];
    private int _wakeQueued;
    private int _ended;

    internal Session(string client, string host, ForeignCallbacks callbacks)
    {
        Client = client;
        Callbacks = callbacks;
        // The client makes the service thread right after the attach, so nobody needs to be asked for it.
        Service = new SerialThread($"service thread of {client}", ThreadSafetyOptions.Default, TimeProvider.System, static _ => { });
        Host = new ForeignHost(host, AskClientToWake);
        Dispatcher = new MainThreadDispatcher(Host);
        Dispatcher.StallChanged += OnStallChanged;
        IsInterrupted = () => InterruptibleWait.Ask(callbacks);
        Handle = Handles.Add(this);
    }

    internal string Client { get; }

    internal long Handle { get; }

    internal ForeignCallbacks Callbacks { get; }

    internal ForeignHost Host { get; }

    internal MainThreadDispatcher Dispatcher { get; }

    /// <summary>The client's thread for what is short and belongs to no other: waking the host, starting threads, passing on results.</summary>
    internal SerialThread Service { get; }

    /// <summary>Whether the client wants a wait of its main thread to end; see <see cref="InterruptibleWait"/>.</summary>
    internal Func<bool> IsInterrupted { get; }

    /// <summary>Cancelled when the client ends: what waits for its own work waits no longer.</summary>
    internal CancellationToken Ended => _endedSource.Token;

    /// <summary>Takes a panel in.</summary>
    /// <returns>Whether the end will close it; <see langword="false"/> where the end may have come first, and has not seen it.</returns>
    internal bool TryAdd(long handle, NativeView view)
    {
        _views[handle] = view;
        Interlocked.MemoryBarrier();
        return Volatile.Read(ref _ended) == 0;
    }

    internal void Remove(long handle) => _views.TryRemove(handle, out _);

    /// <summary>Gets a thread of the client's for a queue: the service thread is asked to make one that calls <c>av_serve</c>.</summary>
    internal void StartThread(SerialThread thread)
    {
        var lent = new LentThread(this, thread);
        lent.Handle = Handles.Add(lent);
        _unserved[lent.Handle] = lent;
        Interlocked.MemoryBarrier();
        if (Callbacks.IsClosed)
            ForgetUnserved();
        else
            OnService(static lent => lent.Ask(), lent);
    }

    /// <summary>A thread of the client's has come for a queue.</summary>
    internal void OnServed(LentThread lent) => _unserved.TryRemove(lent.Handle, out _);

    /// <summary>Runs something of the client's on its service thread. From any thread; where the client is gone nothing happens.</summary>
    internal void RunOnService(CallKind kind, long token, long reply, byte[]? json) => OnService(
        static work => work.Callbacks.Run(work.Kind, work.Token, work.Reply, work.Json),
        (Callbacks, Kind: kind, Token: token, Reply: reply, Json: json));

    /// <summary>The client made no thread for a queue: what is queued for it fails, now and later.</summary>
    internal void OnNotServed(LentThread lent, Func<Exception> why)
    {
        OnServed(lent);
        if (Handles.Remove(lent.Handle))
            lent.Refuse(why);
    }

    private void OnService<T>(Action<T> work, T state)
    {
        try
        {
            Service.Queue.Post(work, state);
        }
        catch (ShutdownInProgressException)
        {
            // The client has ended: nobody is left to tell.
        }
    }

    /// <summary>Whether the calling thread is one on which the client's code may run.</summary>
    internal bool IsOnClientThread(SerialThread handlers) => Dispatcher.IsMainThread || handlers.Queue.IsOwner || Service.Queue.IsOwner;

    /// <summary>
    /// The end: panels are closed, waiting callers get their error, and none of the client's code is called any more. From any thread, also from inside a
    /// call of the client's; again waits for the same end.
    /// </summary>
    /// <returns>Whether everything of the client's had ended in time.</returns>
    internal bool End(TimeSpan timeout)
    {
        var deadline = Deadline(timeout);
        if (Interlocked.Exchange(ref _ended, 1) != 0)
            return WaitForEnd(deadline);
        // All at once: each close waits for the engine's process to end.
        _closing = Array.ConvertAll([.. _views.Values], view => view.View.CloseAsync(Least(s_shortDrain, timeout), force: true));
        foreach (var view in _views.Values)
            view.CloseBounded(Left(deadline));
        Dispatcher.Shutdown(Least(s_shortDrain, Left(deadline)));
        _endedSource.Cancel();
        Callbacks.Close();
        foreach (var view in _views)
            Handles.Remove(view.Key);
        Service.Stop(Callbacks.Refusal);
        ForgetUnserved();
        _over.SetResult();
        return WaitForEnd(deadline);
    }

    // Another thread ends it, or this one has: until nothing of the client's runs any more. Until then the handle stays, to ask again.
    private bool WaitForEnd(long deadline)
    {
        try
        {
            WaitFor.Task(_over.Task, Left(deadline), what: $"end of the client {Client}");
        }
        catch (Exception error) when (error is WaitTimeoutException or DeadlockDetectedException)
        {
            return false;
        }

        if (!Callbacks.WaitUntilQuiet(Left(deadline)) || !Array.TrueForAll(_closing, task => task.IsCompleted))
            return false;
        Handles.Remove(Handle);
        return true;
    }

    // Nobody will be asked for these threads any more.
    private void ForgetUnserved()
    {
        foreach (var lent in _unserved.Values)
            OnNotServed(lent, Callbacks.Refusal);
    }

    // On a thread-pool thread.
    private void OnStallChanged(object? sender, MainThreadStallEventArgs stall) => RunOnService(
        CallKind.Stall, 0, stall.IsStalled ? 1 : 0,
        JsonBytes.Object(json =>
        {
            json.WriteString("message", stall.ToString());
            json.WriteString("report", stall.Report.ToString());
        }));

    private static long Deadline(TimeSpan timeout) => Environment.TickCount64 + (long)timeout.TotalMilliseconds;

    private static TimeSpan Left(long deadline) => TimeSpan.FromMilliseconds(Math.Max(0, deadline - Environment.TickCount64));

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    // One question to the client stands for all until it is asked: a client that is busy must not find a thousand of them.
    private void AskClientToWake()
    {
        if (Interlocked.Exchange(ref _wakeQueued, 1) != 0)
            return;
        OnService(
            static session =>
            {
                Volatile.Write(ref session._wakeQueued, 0);
                session.Callbacks.Run(CallKind.Wake, 0);
            },
            this);
    }
}
