using AuroraView.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Engine;

/// <summary>GTK on this thread: set up for X11, with X errors that do not end the process, and its main loop.</summary>
internal static unsafe class GtkLoop
{
    private static nint s_loop;
    private static Action? s_onDisplayLost;

    /// <summary>Sets GTK up on the calling thread, which becomes the WebView thread.</summary>
    /// <param name="onDisplayLost">Called when the X server is gone, just before the process must end.</param>
    /// <exception cref="BackendFailureException">There is no display, or no GTK.</exception>
    public static void Start(Action onDisplayLost)
    {
        s_onDisplayLost = onDisplayLost;
        Gtk.DisableSetLocale();
        Gtk.SetAllowedBackends("x11");
        GLib.SetProgramName("auroraview");
        if (Gtk.InitCheck(0, 0) == 0)
        {
            string? display = Environment.GetEnvironmentVariable("DISPLAY");
            throw new BackendFailureException("NoDisplay", string.IsNullOrEmpty(display)
                ? "There is no X display: DISPLAY is not set. Start the host in a desktop session, or under Xvfb (`xvfb-run`); on Wayland, XWayland is needed."
                : $"The X display '{display}' cannot be opened. Is the X server running, and may this user connect to it (XAUTHORITY, xhost)?");
        }
        XErrors.Install();
        X11.SetLostHandler(&OnDisplayLost);
        s_loop = GLib.NewLoop(0, 0);
    }

    /// <summary>Runs the loop until <see cref="Quit"/>.</summary>
    public static void Run() => GLib.RunLoop(s_loop);

    /// <summary>Ends the loop, from its own thread.</summary>
    public static void Quit() => GLib.QuitLoop(s_loop);

    // Xlib ends the process when this returns.
    [System.Runtime.InteropServices.UnmanagedCallersOnly]
    private static int OnDisplayLost(nint display)
    {
        try
        {
            s_onDisplayLost?.Invoke();
            return 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 0;
        }
    }
}
