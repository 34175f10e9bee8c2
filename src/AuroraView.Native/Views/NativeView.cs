using AuroraView.Native.Abi;
using AuroraView.Native.Sessions;
using AuroraView.Threading;

namespace AuroraView.Native.Views;

/// <summary>A panel of a client.</summary>
internal sealed class NativeView
{
    private readonly ViewEvents _events;

    /// <exception cref="ShutdownInProgressException">The client ends at this moment.</exception>
    internal NativeView(Session session, WebViewOptions options, long token)
    {
        Session = session;
        View = new WebView(options with { Dispatcher = session.Dispatcher, StartHandlerThread = session.StartThread });
        DccMode = options.DccMode;
        _events = new ViewEvents(this, token);
        Handle = Handles.Add(this);
        if (session.TryAdd(Handle, this))
            return;
        Release();
        throw session.Callbacks.Refusal();
    }

    internal long Handle { get; }

    internal Session Session { get; }

    internal WebView View { get; }

    internal bool DccMode { get; }

    /// <summary>Passes an event on from now on, or no longer.</summary>
    internal void Listen(ViewEvent what, bool on) => _events.Listen(what, on);

    /// <summary>Closes the panel without asking and waits a bounded time.</summary>
    internal void CloseBounded(TimeSpan timeout)
    {
        try
        {
            View.Close(timeout, force: true);
        }
        catch (ThreadSafetyException)
        {
            // A wait that cannot end, or one that is not allowed here: the close itself goes on.
        }
    }

    /// <summary>The client lets go of the handle. A panel that is open is closed.</summary>
    internal void Release()
    {
        Handles.Remove(Handle);
        Session.Remove(Handle);
        _ = View.CloseAsync(TimeSpan.Zero, force: true);
    }
}
