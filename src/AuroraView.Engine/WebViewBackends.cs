namespace AuroraView.Engine;

/// <summary>The engine of the views that are made from now on.</summary>
/// <remarks>Every member may be called from any thread.</remarks>
public static class WebViewBackends
{
    private static Func<IWebViewBackend>? s_registered;

    /// <summary>What <see cref="Register"/> was given, or <see langword="null"/> for the platform's own.</summary>
    internal static Func<IWebViewBackend>? Registered => Volatile.Read(ref s_registered);

    /// <summary>
    /// Sets the engine of new views: the WebView2 backend, or a test's double. On Linux the panel host is used without it.
    /// </summary>
    /// <param name="factory">Makes a backend that was not started; called on the thread that makes the view. <see langword="null"/> goes
    /// back
    /// to the platform's own.</param>
    public static void Register(Func<IWebViewBackend>? factory) => Volatile.Write(ref s_registered, factory);
}
