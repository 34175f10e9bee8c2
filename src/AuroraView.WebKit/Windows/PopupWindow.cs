using System.Runtime.InteropServices;
using AuroraView.WebKit.Native;
using AuroraView.WebKit.Pages;

namespace AuroraView.WebKit.Windows;

/// <summary>
/// A window that a page opened, where that is allowed: a plain browser window without the bridge and without a link to its
/// opener, because the engine gives a linked window the opener's bridge, and its pages would speak with the opener's origin.
/// </summary>
internal static unsafe class PopupWindow
{
    private const int Width = 800;
    private const int Height = 600;

    /// <summary>Makes the window.</summary>
    /// <param name="context">The opener's web context.</param>
    /// <param name="url">What to show.</param>
    /// <param name="owner">The opener, as its callbacks' data.</param>
    public static void Open(nint context, string url, nint owner)
    {
        nint view = GObjects.New(Native.WebKit.ViewType(), ("web-context", context));
        PagePolicy.ConnectPopup(view, owner);
        nint window = Gtk.NewWindow(Gtk.TopLevel);
        Gtk.SetDefaultSize(window, Width, Height);
        Gtk.Add(window, view);
        GLib.Connect(view, "close", (delegate* unmanaged<nint, nint, void>)&OnClose, window, 0, 0);
        Gtk.Show(view);
        Gtk.Show(window);
        Native.WebKit.LoadUri(view, url);
    }

    [UnmanagedCallersOnly]
    private static void OnClose(nint view, nint window) => Gtk.Destroy(window);
}
