using AuroraView.Engine;

namespace AuroraView.Fuzz;

/// <summary>Hears what a panel host says, and does nothing.</summary>
internal sealed class Listener : IWebViewBackendEvents
{
    public void OnReady(BackendInfo info)
    {
    }

    public void OnPageMessage(string origin, ReadOnlySpan<byte> message)
    {
    }

    public void OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
    }

    public void OnLoad(LoadProgress progress)
    {
    }

    public void OnTitleChanged(string title)
    {
    }

    public void OnWindow(WindowChange change)
    {
    }

    public void OnCaptured(long callId, ReadOnlySpan<byte> png, string? error)
    {
    }

    public void OnCrashed(CrashReason reason, string detail)
    {
    }

    public void OnClosed(ClosedReason reason, BackendError? error)
    {
    }
}
