using AuroraView.Backends.PanelHost;
using AuroraView.Engine;

namespace AuroraView.Backends;

/// <summary>Chooses the engine of a view that names none.</summary>
internal static class PlatformBackend
{
    /// <summary>Makes a backend. Nothing is started, loaded or spawned before <see cref="IWebViewBackend.Start"/>.</summary>
    /// <remarks>If this platform has none, the backend made here answers <see cref="IWebViewBackend.Start"/> with
    /// <see cref="IWebViewBackendEvents.OnClosed"/> and the error <c>PlatformNotSupported</c>: there is one way to learn of a failed
    /// start.</remarks>
    public static IWebViewBackend Create()
    {
        if (WebViewBackends.Registered is { } factory)
            return factory();
        return OperatingSystem.IsLinux() ? new RestartingBackend() : new UnsupportedBackend();
    }
}
