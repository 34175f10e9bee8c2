using System.Runtime.InteropServices;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Engine;

/// <summary>
/// X errors as something to look at instead of the end of the process: a host's window may vanish between any two of our
/// requests.
/// </summary>
internal static unsafe class XErrors
{
    private static byte s_last;

    /// <summary>Replaces GDK's handler, which ends the process. After GTK's start.</summary>
    public static void Install() => X11.SetErrorHandler(&OnError);

    /// <summary>Forgets earlier errors.</summary>
    public static void Clear(nint display)
    {
        X11.Sync(display, 0);
        s_last = 0;
    }

    /// <summary>Whether the requests since <see cref="Clear"/> all worked.</summary>
    public static bool NoneSince(nint display, out byte code)
    {
        X11.Sync(display, 0);
        code = s_last;
        return code == 0;
    }

    [UnmanagedCallersOnly]
    private static int OnError(nint display, X11.ErrorEvent* error)
    {
        s_last = error->Code;
        return 0;
    }
}
