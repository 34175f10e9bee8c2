using System.Runtime.InteropServices;
using AuroraView.WebKit.Engine;
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
    private static readonly Dictionary<nint, (nint View, nint Opener)> s_open = [];

    /// <summary>Makes the window.</summary>
    /// <param name="owner">The opener, which answers for it.</param>
    /// <param name="url">What to show.</param>
    /// <param name="self">The opener, as its callbacks' data.</param>
    public static void Open(WebKitView owner, string url, nint self)
    {
        nint view = GObjects.New(Native.WebKit.ViewType(), ("web-context", EngineContext.Get(owner.Start.DataFolder)));
        EngineContext.SetOwner(view, owner);
        PagePolicy.ConnectPopup(view, self);
        nint window = Gtk.NewWindow(Gtk.TopLevel);
        Gtk.SetDefaultSize(window, Width, Height);
        Gtk.Add(window, view);
        GLib.Connect(view, "close", (delegate* unmanaged<nint, nint, void>)&OnClose, window, 0, 0);
        Gtk.Show(view);
        Gtk.Show(window);
        s_open[window] = (view, self);
        GLib.WatchEnd(window, &OnWindowGone, 0);
        Native.WebKit.LoadUri(view, url);
    }

    /// <summary>Closes the windows that a view's page opened: they go with their opener.</summary>
    public static void CloseAll(nint self)
    {
        foreach ((nint window, (nint view, _)) in s_open.Where(pair => pair.Value.Opener == self).ToArray())
        {
            GLib.Disconnect(view, self);
            Gtk.Destroy(window);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnClose(nint view, nint window)
    {
        try
        {
            Gtk.Destroy(window);
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnWindowGone(nint data, nint window)
    {
        try
        {
            s_open.Remove(window);
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }
}
