using AuroraView.Engine;

namespace AuroraView.WebView2.View;

/// <summary>Sees to it that the end is said once and is the last thing said.</summary>
internal sealed class EventGate(IWebViewBackendEvents events)
{
    private int _over;

    /// <summary>Whether the end was said.</summary>
    public bool IsOver => Volatile.Read(ref _over) != 0;

    /// <summary>Who is told, or <see langword="null"/> after the end.</summary>
    public IWebViewBackendEvents? Open => IsOver ? null : events;

    /// <summary>Says the end, the first time.</summary>
    public void Close(ClosedReason reason, BackendError? error)
    {
        if (Interlocked.Exchange(ref _over, 1) == 0)
            events.OnClosed(reason, error);
    }
}
