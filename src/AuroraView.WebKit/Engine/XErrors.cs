using System.Runtime.InteropServices;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Engine;

/// <summary>
/// X errors as something to look at instead of the end of the process: a host's window may vanish between any two of our
/// requests, and between any two of GTK's and the engine's.
/// </summary>
/// <remarks>
/// By GDK's traps. A handler of our own beside them is not enough: GDK puts its own in place while any trap of its own is set, and
/// ends the process for an error outside of that trap.
/// </remarks>
internal static unsafe class XErrors
{
    /// <summary>No error ends the process from now on. After GTK's start, once.</summary>
    public static void Install()
    {
        // For connections that GDK does not know.
        X11.SetErrorHandler(&OnError);
        // Around all other traps, and for good.
        Gtk.PushErrorTrap();
    }

    /// <summary>Looks at the errors of the requests that follow, until <see cref="None"/>, which must come.</summary>
    public static void Watch() => Gtk.PushErrorTrap();

    /// <summary>Whether the requests since <see cref="Watch"/> all worked; waits for the server's answer to them.</summary>
    public static bool None(out int code) => (code = Gtk.PopErrorTrap()) == 0;

    [UnmanagedCallersOnly]
    private static int OnError(nint display, X11.ErrorEvent* error) => 0;
}
