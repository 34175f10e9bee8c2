using AuroraView.Engine;
using AuroraView.Engine.Framing;
using AuroraView.Threading.Guards;

namespace AuroraView.Backends.PanelHost;

/// <summary>
/// Holds a panel host that is ready before the first panel: a session without a view. The panel host ends it when a panel takes its spare view, and that panel keeps the
/// process from then on.
/// </summary>
internal sealed class PanelHostPrewarm : IWebViewBackendEvents
{
    private static readonly TimeSpan s_closeBound = TimeSpan.FromSeconds(2);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PanelHostPrewarm()
    {
    }

    /// <summary>Begins, on a thread of its own. What goes wrong is logged: the panel will say it too.</summary>
    /// <returns>Ends when the spare view is taken, or none was needed.</returns>
    public static Task Begin(BackendStart start)
    {
        var prewarm = new PanelHostPrewarm();
        var session = new PanelHostSession(prewarm, s_closeBound, start, Succession.None);
        var frame = new FrameBuilder(FrameKind.Prewarm);
        FrameCodec.Write(ref frame, start);
        session.Send(ref frame);
        session.Begin();
        return prewarm._over.Task;
    }

    /// <inheritdoc/>
    public void OnClosed(ClosedReason reason, BackendError? error)
    {
        if (error is not null)
            Log.Warning($"No panel host could be kept ready: {error.Message}");
        _over.TrySetResult();
    }

    /// <inheritdoc/>
    public void OnReady(BackendInfo info)
    {
    }

    /// <inheritdoc/>
    public void OnPageMessage(string origin, ReadOnlySpan<byte> message)
    {
    }

    /// <inheritdoc/>
    public void OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
    }

    /// <inheritdoc/>
    public void OnLoad(LoadProgress progress)
    {
    }

    /// <inheritdoc/>
    public void OnTitleChanged(string title)
    {
    }

    /// <inheritdoc/>
    public void OnWindow(WindowChange change)
    {
    }

    /// <inheritdoc/>
    public void OnCaptured(long callId, ReadOnlySpan<byte> png, string? error)
    {
    }

    /// <inheritdoc/>
    public void OnCrashed(CrashReason reason, string detail)
    {
    }
}
