using System.Reflection;
using System.Runtime.InteropServices;
using AuroraView.Engine;

namespace AuroraView.WebKit.Engine;

/// <summary>Finds WebKitGTK at run time: API 4.1 where it is installed, else 4.0, which has the same calls.</summary>
internal static class WebKitLibraries
{
    /// <summary>Pins the API version: <c>4.1</c> or <c>4.0</c>.</summary>
    public const string Variable = "AURORAVIEW_WEBKIT_API";

    private const string HowToInstall =
        "Install WebKitGTK: on Debian or Ubuntu `apt install libwebkit2gtk-4.1-0` (older releases: libwebkit2gtk-4.0-37), on RHEL, Rocky or Alma `dnf install webkit2gtk3`, on Fedora `dnf install webkit2gtk4.1`, on openSUSE `zypper install libwebkit2gtk-4_1-0`.";

    private static readonly EngineLibraries[] s_known =
    [
        new("4.1", "libwebkit2gtk-4.1.so.0", "libjavascriptcoregtk-4.1.so.0", "libsoup-3.0.so.0"),
        new("4.0", "libwebkit2gtk-4.0.so.37", "libjavascriptcoregtk-4.0.so.18", "libsoup-2.4.so.1"),
    ];

    private static nint s_webKit;
    private static nint s_script;
    private static nint s_soup;

    /// <summary>The library found, such as <c>libwebkit2gtk-4.1.so.0</c>.</summary>
    public static string LibraryName { get; private set; } = "";

    /// <summary>Its version, such as <c>2.50.6</c>.</summary>
    public static string Version => $"{Native.WebKit.Major()}.{Native.WebKit.Minor()}.{Native.WebKit.Micro()}";

    /// <summary>Whether scripts are evaluated with <c>evaluate_javascript</c> (since 2.40), not the older <c>run_javascript</c>.</summary>
    public static bool HasEvaluate { get; private set; }

    /// <summary>Whether an own scheme's answer can carry a status (since 2.36).</summary>
    public static bool HasSchemeResponse { get; private set; }

    /// <summary>Loads the libraries, once.</summary>
    /// <exception cref="BackendFailureException">None is installed, or the pinned one is not; the error names the packages.</exception>
    public static void Load()
    {
        if (s_webKit != 0)
            return;
        string? pinned = Environment.GetEnvironmentVariable(Variable);
        EngineLibraries[] wanted = string.IsNullOrEmpty(pinned) ? s_known : Array.FindAll(s_known, known => known.Api == pinned);
        if (wanted.Length == 0)
            throw new BackendFailureException("EngineMissing", $"{Variable} asks for WebKitGTK API '{pinned}'; AuroraView knows 4.1 and 4.0. Unset it to use whichever is installed.");
        foreach (EngineLibraries libraries in wanted)
        {
            if (!NativeLibrary.TryLoad(libraries.WebKit, out nint engine) || !NativeLibrary.TryLoad(libraries.Script, out s_script)
                || !NativeLibrary.TryLoad(libraries.Soup, out s_soup))
            {
                continue;
            }
            s_webKit = engine;
            LibraryName = libraries.WebKit;
            break;
        }
        if (s_webKit == 0)
            throw new BackendFailureException("EngineMissing", $"No WebKitGTK library was found (looked for {string.Join(", ", wanted.Select(known => known.WebKit))}). {HowToInstall}");
        NativeLibrary.SetDllImportResolver(typeof(WebKitLibraries).Assembly, Resolve);
        HasEvaluate = NativeLibrary.TryGetExport(s_webKit, "webkit_web_view_evaluate_javascript", out _);
        HasSchemeResponse = NativeLibrary.TryGetExport(s_webKit, "webkit_uri_scheme_request_finish_with_response", out _);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name switch
    {
        Native.WebKit.Library => s_webKit,
        Native.WebKit.ScriptLibrary => s_script,
        Native.WebKit.SoupLibrary => s_soup,
        _ => 0,
    };

    private sealed record EngineLibraries(string Api, string WebKit, string Script, string Soup);
}
