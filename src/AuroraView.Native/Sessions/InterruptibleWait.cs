using AuroraView.Threading;
using AuroraView.Threading.Waiting;

namespace AuroraView.Native.Sessions;

/// <summary>
/// A wait of a client's main thread that the client may end, as Ctrl+C does in Python: from time to time the client is asked (<see cref="CallKind.Condition"/> for
/// token 0) whether the wait goes on. Only clients that confirm their calls are asked.
/// </summary>
internal readonly ref struct InterruptibleWait
{
    private readonly ThreadNode? _thread;
    private readonly Func<bool>? _former;

    internal InterruptibleWait(Session session)
    {
        if (!session.Callbacks.Confirms || !session.Dispatcher.IsMainThread)
            return;
        _thread = ThreadNode.Current;
        _former = _thread.IsInterrupted;
        _thread.IsInterrupted = session.IsInterrupted;
    }

    /// <summary>The wait is over.</summary>
    public void Dispose()
    {
        if (_thread is not null)
            _thread.IsInterrupted = _former;
    }

    /// <summary>Asks the client.</summary>
    internal static bool Ask(ForeignCallbacks callbacks)
    {
        try
        {
            return callbacks.Run(CallKind.Condition, 0) < 0;
        }
        catch (Exception error) when (error is ShutdownInProgressException or InvalidOperationException)
        {
            // The client has ended, which ends the wait by itself; or its function does not run.
            return false;
        }
    }
}
