using AuroraView.Engine;
using AuroraView.WebKit.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Windows;

/// <summary>A window of the host, known by its X11 id alone: it may be gone at any moment.</summary>
internal static unsafe class ForeignWindow
{
    private static readonly Dictionary<nint, int> s_views = [];

    /// <summary>Checks that a window exists and can hold a child, and asks for news of its size and end.</summary>
    /// <returns>Its size in pixels.</returns>
    /// <exception cref="BackendFailureException">It cannot be a parent.</exception>
    public static (int Width, int Height) Adopt(nint id)
    {
        nint display = Gtk.GetXDisplay();
        if (id is <= 0 or > 0x1FFF_FFFF)
            throw Bad(id, "X11 window ids lie between 1 and 0x1fffffff");
        X11.WindowAttributes attributes;
        XErrors.Watch();
        int found = X11.GetAttributes(display, (nuint)id, &attributes);
        if (!XErrors.None(out int code) || found == 0)
            throw Bad(id, $"there is no such window (X error {code}); it may have been closed");
        if (attributes.Class == X11.InputOnly)
            throw Bad(id, "it is an input-only window, which cannot show anything");
        if (attributes.Root == (nuint)id)
            throw Bad(id, "it is the screen's root window; use 0 for a top-level window");
        XErrors.Watch();
        X11.SelectInput(display, (nuint)id, X11.StructureNotifyMask);
        // Its size once more, now that whatever becomes of it is told: a change between the look and the question would be seen by neither.
        found = X11.GetAttributes(display, (nuint)id, &attributes);
        if (!XErrors.None(out code) || found == 0)
            throw Bad(id, $"it was closed meanwhile (X error {code})");
        return (attributes.Width, attributes.Height);
    }

    /// <summary>One more view is in a window.</summary>
    public static void Enter(nint id) => s_views[id] = s_views.GetValueOrDefault(id) + 1;

    /// <summary>A view is not in a window any more, which may be gone. The last one asks for no more news of it.</summary>
    public static void Leave(nint id)
    {
        int left = s_views.GetValueOrDefault(id) - 1;
        if (left > 0)
        {
            s_views[id] = left;
            return;
        }
        s_views.Remove(id);
        nint display = Gtk.GetXDisplay();
        X11.SelectInput(display, (nuint)id, 0);
        X11.Sync(display, 0);
    }

    /// <summary>The error for a window that cannot be a parent.</summary>
    public static BackendFailureException Bad(nint id, string why) =>
        new("BadParent", $"The window {id} (0x{id:x}) cannot be the panel's parent: {why}. Give the X11 id of a live window of the host, such as Qt's int(window.winId()).");
}
