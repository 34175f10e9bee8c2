using AuroraView.Backends.PanelHost;

namespace AuroraView.Backends;

/// <summary>Chooses the engine for this platform.</summary>
/// <remarks>Every member may be called from any thread.</remarks>
public static class WebViewBackends
{
    private static Func<IWebViewBackend>? s_registered;

    /// <summary>
    /// Says which backend <see cref="Create"/> makes from now on, instead of the platform's own: how the WebView2 backend, or
    /// a test's double, is plugged in.
    /// </summary>
    /// <param name="factory">Makes a backend that was not started; called on the thread that calls <see cref="Create"/>. <see langword="null"/> goes back to the platform's own.</param>
    public static void Register(Func<IWebViewBackend>? factory) => Volatile.Write(ref s_registered, factory);

    /// <summary>Makes a backend. Nothing is started, loaded or spawned before <see cref="IWebViewBackend.Start"/>.</summary>
    /// <remarks>Where this platform has none, the backend made here answers <see cref="IWebViewBackend.Start"/> with
    /// <see cref="IWebViewBackendEvents.OnClosed"/> and the error <c>PlatformNotSupported</c>, so that there is one way to learn of a failed start.</remarks>
    public static IWebViewBackend Create()
    {
        if (Volatile.Read(ref s_registered) is { } factory)
            return factory();
        if (OperatingSystem.IsLinux())
            return new PanelHostBackend();
        return new UnsupportedBackend();
    }
}
