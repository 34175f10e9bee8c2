using System.Runtime.InteropServices;

namespace AuroraView.WebView2.Interop;

/// <summary>Microsoft's WebView2Loader.dll, which finds the runtime.</summary>
internal static partial class Loader
{
    /// <summary>Begins to make an environment. The handler is called on this thread, by its message loop.</summary>
    [LibraryImport("WebView2Loader", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int CreateCoreWebView2EnvironmentWithOptions(string? browserFolder, string? dataFolder, nint options, nint handler);

    /// <summary>The version of the runtime that would be used.</summary>
    [LibraryImport("WebView2Loader", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int GetAvailableCoreWebView2BrowserVersionString(string? browserFolder, out nint version);
}
