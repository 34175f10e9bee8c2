using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Threading.Guards;

namespace AuroraView.Backends;

/// <summary>The backend of a platform that has none: its start fails with a clear error, everything else does nothing.</summary>
internal sealed class UnsupportedBackend : IWebViewBackend
{
    /// <inheritdoc/>
    public void Start(BackendStart start, IWebViewBackendEvents events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var error = new BackendError("PlatformNotSupported",
            $"AuroraView has no web view engine registered on {RuntimeInformation.OSDescription}. On Windows reference AuroraView.WebView2 and call WebView2Backend.Register().");
        // Events never come on the caller's thread.
        Background.Always("AuroraView unsupported", () => events.OnClosed(ClosedReason.StartFailed, error));
    }

    /// <inheritdoc/>
    public void Load(long loadId, PageSource source)
    {
    }

    /// <inheritdoc/>
    public void Navigate(NavigationCommand command)
    {
    }

    /// <inheritdoc/>
    public void Evaluate(long callId, string script, string? sourceName)
    {
    }

    /// <inheritdoc/>
    public void Deliver(long callId, ReadOnlySpan<byte> arguments)
    {
    }

    /// <inheritdoc/>
    public void SetWindow(WindowCommand command)
    {
    }

    /// <inheritdoc/>
    public void CaptureScreenshot(long callId)
    {
    }

    /// <inheritdoc/>
    public void Close()
    {
    }

    /// <inheritdoc/>
    public void Terminate()
    {
    }

    /// <inheritdoc/>
    public void TerminatePage()
    {
    }
}
