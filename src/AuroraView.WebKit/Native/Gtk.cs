using System.Runtime.InteropServices;

namespace AuroraView.WebKit.Native;

/// <summary>GTK 3 and GDK.</summary>
internal static unsafe partial class Gtk
{
    public const int TopLevel = 0;
    private const string Widgets = "libgtk-3.so.0";
    private const string Drawing = "libgdk-3.so.0";

    [StructLayout(LayoutKind.Sequential)]
    public struct Rgba
    {
        public double Red;
        public double Green;
        public double Blue;
        public double Alpha;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Allocation
    {
        public int X;
        public int Y;
        public int Width;
        public int Height;
    }

    [LibraryImport(Widgets, EntryPoint = "gtk_disable_setlocale")]
    public static partial void DisableSetLocale();

    [LibraryImport(Widgets, EntryPoint = "gtk_init_check")]
    public static partial int InitCheck(nint count, nint arguments);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_new")]
    public static partial nint NewWindow(int type);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_set_title", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetTitle(nint window, string title);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_set_default_size")]
    public static partial void SetDefaultSize(nint window, int width, int height);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_resize")]
    public static partial void Resize(nint window, int width, int height);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_move")]
    public static partial void Move(nint window, int x, int y);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_get_position")]
    public static partial void GetPosition(nint window, int* x, int* y);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_set_decorated")]
    public static partial void SetDecorated(nint window, int decorated);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_set_resizable")]
    public static partial void SetResizable(nint window, int resizable);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_set_keep_above")]
    public static partial void SetKeepAbove(nint window, int above);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_present")]
    public static partial void Present(nint window);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_iconify")]
    public static partial void Iconify(nint window);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_deiconify")]
    public static partial void Deiconify(nint window);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_maximize")]
    public static partial void Maximize(nint window);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_unmaximize")]
    public static partial void Unmaximize(nint window);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_fullscreen")]
    public static partial void Fullscreen(nint window);

    [LibraryImport(Widgets, EntryPoint = "gtk_window_unfullscreen")]
    public static partial void Unfullscreen(nint window);

    [LibraryImport(Widgets, EntryPoint = "gtk_container_add")]
    public static partial void Add(nint container, nint widget);

    [LibraryImport(Widgets, EntryPoint = "gtk_container_remove")]
    public static partial void Remove(nint container, nint widget);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_show")]
    public static partial void Show(nint widget);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_hide")]
    public static partial void Hide(nint widget);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_realize")]
    public static partial void Realize(nint widget);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_destroy")]
    public static partial void Destroy(nint widget);

    /// <summary>Calls a function with each child of a container, also with those that are its own.</summary>
    [LibraryImport(Widgets, EntryPoint = "gtk_container_forall")]
    public static partial void ForEach(nint container, delegate* unmanaged<nint, nint, void> function, nint data);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_grab_focus")]
    public static partial void GrabFocus(nint widget);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_get_window")]
    public static partial nint GetDrawable(nint widget);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_get_scale_factor")]
    public static partial int GetScale(nint widget);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_get_mapped")]
    public static partial int IsMapped(nint widget);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_set_size_request")]
    public static partial void SetSizeRequest(nint widget, int width, int height);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_set_app_paintable")]
    public static partial void SetAppPaintable(nint widget, int paintable);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_get_screen")]
    public static partial nint GetScreen(nint widget);

    [LibraryImport(Widgets, EntryPoint = "gtk_widget_set_visual")]
    public static partial void SetVisual(nint widget, nint visual);

    [LibraryImport(Drawing, EntryPoint = "gdk_screen_get_rgba_visual")]
    public static partial nint GetRgbaVisual(nint screen);

    [LibraryImport(Drawing, EntryPoint = "gdk_set_allowed_backends", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetAllowedBackends(string backends);

    [LibraryImport(Drawing, EntryPoint = "gdk_error_trap_push")]
    public static partial void PushErrorTrap();

    [LibraryImport(Drawing, EntryPoint = "gdk_error_trap_pop")]
    public static partial int PopErrorTrap();

    [LibraryImport(Drawing, EntryPoint = "gdk_x11_get_default_xdisplay")]
    public static partial nint GetXDisplay();

    [LibraryImport(Drawing, EntryPoint = "gdk_x11_window_get_xid")]
    public static partial nuint GetXWindow(nint drawable);

    [LibraryImport(Drawing, EntryPoint = "gdk_window_add_filter")]
    public static partial void AddFilter(nint drawable, delegate* unmanaged<byte*, nint, nint, int> filter, nint data);

    [LibraryImport(Drawing, EntryPoint = "gdk_window_remove_filter")]
    public static partial void RemoveFilter(nint drawable, delegate* unmanaged<byte*, nint, nint, int> filter, nint data);

    [LibraryImport(Drawing, EntryPoint = "gdk_event_get_time")]
    public static partial uint GetTime(nint gdkEvent);
}
