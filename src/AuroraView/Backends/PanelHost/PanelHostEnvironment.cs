using System.Collections;

namespace AuroraView.Backends.PanelHost;

/// <summary>
/// The environment of the panel host: what the desktop, the network and WebKit need, and nothing of what a DCC sets for
/// itself (LD_LIBRARY_PATH, LD_PRELOAD, PYTHONPATH, QT_*, GTK module paths, LC_NUMERIC...), which would make
/// the system's GTK load the DCC's libraries.
/// </summary>
internal static class PanelHostEnvironment
{
    private const string SystemPath = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin";

    private static readonly HashSet<string> s_kept = new(StringComparer.Ordinal)
    {
        "DISPLAY", "XAUTHORITY", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TZ", "HOSTNAME",
        "LANG", "LANGUAGE", "LC_CTYPE", "LC_MESSAGES", "LC_TIME", "LC_COLLATE",
        "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE", "DESKTOP_SESSION", "SESSION_MANAGER",
        "XMODIFIERS", "GTK_IM_MODULE", "GTK_THEME", "GDK_SCALE", "GDK_DPI_SCALE",
        "http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY",
        "DRI_PRIME", "PULSE_SERVER", "DOTNET_ROOT", "DOTNET_gcServer", "SSL_CERT_FILE", "SSL_CERT_DIR",
    };

    private static readonly string[] s_keptPrefixes =
        ["XDG_", "WEBKIT_", "AURORAVIEW_", "LIBGL_", "MESA_", "GALLIUM_", "__GL", "__EGL", "LIBVA_", "JSC_"];

    // Where libraries lie, as packages of a host's own set it (conda, AppImages): with GL's libraries of another build the engine ends.
    private static readonly HashSet<string> s_places = new(StringComparer.Ordinal)
    {
        "LIBGL_DRIVERS_PATH", "LIBVA_DRIVERS_PATH", "__EGL_VENDOR_LIBRARY_DIRS", "__EGL_VENDOR_LIBRARY_FILENAMES",
        "__EGL_EXTERNAL_PLATFORM_CONFIG_DIRS", "__EGL_EXTERNAL_PLATFORM_CONFIG_FILENAMES",
    };

    /// <summary>Makes the environment out of this process's.</summary>
    public static IReadOnlyDictionary<string, string> Create() => Create(Environment.GetEnvironmentVariables());

    /// <summary>Makes the environment out of <paramref name="own"/>.</summary>
    public static IReadOnlyDictionary<string, string> Create(IDictionary own)
    {
        var clean = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = SystemPath };
        foreach (DictionaryEntry entry in own)
        {
            if (entry is { Key: string name, Value: string value } && IsKept(name))
                clean[name] = value;
        }
        if (own["LC_ALL"] is string { Length: > 0 } all)
        {
            // It stands for all of them; the engine's own numbers keep their points.
            foreach (string name in clean.Keys.Where(static name => name.StartsWith("LC_", StringComparison.Ordinal)).ToArray())
                clean.Remove(name);
            clean["LANG"] = all;
        }
        if (!clean.ContainsKey("DBUS_SESSION_BUS_ADDRESS") && !HasRuntimeBus(clean))
        {
            // Without a session bus GTK would start one, which would outlive the panel.
            clean["DBUS_SESSION_BUS_ADDRESS"] = "disabled:";
            clean["NO_AT_BRIDGE"] = "1";
        }
        return clean;
    }

    private static bool IsKept(string name) =>
        s_kept.Contains(name) || (Array.Exists(s_keptPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) && !s_places.Contains(name));

    private static bool HasRuntimeBus(Dictionary<string, string> environment) =>
        environment.TryGetValue("XDG_RUNTIME_DIR", out string? folder) && File.Exists(Path.Combine(folder, "bus"));
}
