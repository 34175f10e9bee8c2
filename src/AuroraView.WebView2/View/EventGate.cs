using AuroraView.Engine;

namespace AuroraView.WebView2.View;

/// <summary>Sees to it that the end is said once and is the last thing said.</summary>
internal sealed class EventGate(IWebViewBackendEvents events) : IWebViewBackendEvents
{
    private int _over;

    /// <summary>Whether the end was said.</summary>
    public bool IsOver => Volatile.Read(ref _over) != 0;

    /// <inheritdoc/>
    public long Unheard => events.Unheard;

    private IWebViewBackendEvents? Open => IsOver ? null : events;

    /// <inheritdoc/>
    public void OnReady(BackendInfo info) => Open?.OnReady(info);

    /// <inheritdoc/>
    public void OnPageMessage(string origin, ReadOnlySpan<byte> message) => Open?.OnPageMessage(origin, message);

    /// <inheritdoc/>
    public void OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text) => Open?.OnEvaluated(callId, status, text);

    /// <inheritdoc/>
    public void OnLoad(LoadProgress progress) => Open?.OnLoad(progress);

    /// <inheritdoc/>
    public void OnTitleChanged(string title) => Open?.OnTitleChanged(title);

    /// <inheritdoc/>
    public void OnWindow(WindowChange change) => Open?.OnWindow(change);

    /// <inheritdoc/>
    public void OnCaptured(long callId, ReadOnlySpan<byte> png, string? error) => Open?.OnCaptured(callId, png, error);

    /// <inheritdoc/>
    public void OnCrashed(CrashReason reason, string detail) => Open?.OnCrashed(reason, detail);

    /// <summary>Says the end, the first time.</summary>
    public void OnClosed(ClosedReason reason, BackendError? error)
    {
        if (Interlocked.Exchange(ref _over, 1) == 0)
            events.OnClosed(reason, error);
    }
}
