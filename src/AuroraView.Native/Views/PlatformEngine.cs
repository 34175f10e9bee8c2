namespace AuroraView.Native.Views;

/// <summary>The engine of the views. Linux has the panel host, which needs no word; a build for Windows brings WebView2 along.</summary>
internal static partial class PlatformEngine
{
    /// <summary>Says which engine views have. From any thread; again is harmless.</summary>
    internal static void Register() => RegisterOwn();

    static partial void RegisterOwn();
}
