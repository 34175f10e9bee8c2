using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using AuroraView.Engine;
using AuroraView.Native.Windows;
using AuroraView.WebView2;

namespace AuroraView.Native.Views;

/// <summary>WebView2, whose loader lies beside this library.</summary>
internal static partial class PlatformEngine
{
    // A fixed version of the runtime, as studios roll it out. The loader's own variable does not count in an elevated process.
    private const string FolderVariable = "AURORAVIEW_WEBVIEW2_FOLDER";
    private const string Loader = "WebView2Loader";

    private static int s_registered;

    static partial void RegisterOwn()
    {
        if (!OperatingSystem.IsWindows() || Interlocked.Exchange(ref s_registered, 1) != 0)
            return;
        NativeLibrary.SetDllImportResolver(typeof(WebView2Backend).Assembly, Resolve);
        WebViewBackends.Register(Create);
    }

    [SupportedOSPlatform("windows")]
    private static WebView2Backend Create() => new(new WebView2Options { BrowserFolder = NamedFolder });

    private static string? NamedFolder => Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named ? named : null;

    // By its full path: the base directory of a library is its host's, and the host may have a loader of its own, of another version, in the process.
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == Loader && NativeLibrary.TryLoad(Path.Combine(LibraryFolder.Find(), Loader + ".dll"), out var handle) ? handle : 0;
}
