using System.Runtime.InteropServices;

namespace AuroraView.Windows.Tests.Support;

/// <summary>The conformance double of WebView2 (tests/WebView2Double): no browser, but the documented rules of its objects, enforced and counted.</summary>
internal static unsafe class EngineDouble
{
    private static readonly nint s_library = NativeLibrary.Load(Path.Combine(Folder, "EBWebView", "x64", "EmbeddedBrowserWebView.dll"));
    private static readonly delegate* unmanaged[Cdecl]<byte*, int> s_get = (delegate* unmanaged[Cdecl]<byte*, int>)NativeLibrary.GetExport(s_library, "DoubleGet");
    private static readonly delegate* unmanaged[Cdecl]<byte*, int, void> s_set = (delegate* unmanaged[Cdecl]<byte*, int, void>)NativeLibrary.GetExport(s_library, "DoubleSet");

    /// <summary>Where it stands in for a runtime of a fixed version.</summary>
    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "webview2-double");

    /// <summary>Whether Windows refuses to make dialogs, in all threads of this process.</summary>
    internal static void RefuseDialogs(bool on) => ((delegate* unmanaged[Cdecl]<int, void>)NativeLibrary.GetExport(s_library, "DoubleRefuseDialogs"))(on ? 1 : 0);

    internal static int Get(string name)
    {
        fixed (byte* text = System.Text.Encoding.UTF8.GetBytes(name + '\0'))
            return s_get(text);
    }

    internal static void Set(string name, int value)
    {
        fixed (byte* text = System.Text.Encoding.UTF8.GetBytes(name + '\0'))
            s_set(text, value);
    }
}
