using AuroraView.Engine;

namespace AuroraView.WebKit.Engine;

/// <summary>What a view's options mean for the engine's settings.</summary>
internal static class ViewSettings
{
    private const int AlwaysAccelerated = 1;
    private const int NeverAccelerated = 2;

    /// <summary>Sets them.</summary>
    public static void Apply(nint settings, BackendStart start, bool accelerated)
    {
        // A document from the page cache would come back with a bridge whose calls were answered long ago.
        Native.WebKit.SetPageCache(settings, 0);
        Native.WebKit.SetAcceleration(settings, accelerated ? AlwaysAccelerated : NeverAccelerated);
        Native.WebKit.SetDeveloperExtras(settings, start.DevTools ? 1 : 0);
        Native.WebKit.SetFileAccess(settings, start.AllowFileAccess ? 1 : 0);
        // A window that a script asks for is decided on, and told of, like one that a click asks for.
        Native.WebKit.SetOpensWindows(settings, 1);
        if (start.UserAgent is { Length: > 0 } agent)
            Native.WebKit.SetUserAgent(settings, agent);
    }
}
