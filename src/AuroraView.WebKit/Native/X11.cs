using System.Runtime.InteropServices;

namespace AuroraView.WebKit.Native;

/// <summary>Xlib: what embedding needs.</summary>
internal static unsafe partial class X11
{
    public const int Expose = 12;
    public const int DestroyNotify = 17;
    public const int ConfigureNotify = 22;
    public const nint StructureNotifyMask = 1 << 17;
    public const int RevertToParent = 2;
    public const int InputOnly = 2;
    private const string Library = "libX11.so.6";

    [StructLayout(LayoutKind.Sequential)]
    public struct WindowAttributes
    {
        public int X;
        public int Y;
        public int Width;
        public int Height;
        public int BorderWidth;
        public int Depth;
        public nint Visual;
        public nuint Root;
        public int Class;
        public int BitGravity;
        public int WindowGravity;
        public int BackingStore;
        public nuint BackingPlanes;
        public nuint BackingPixel;
        public int SaveUnder;
        public nuint Colormap;
        public int MapInstalled;
        public int MapState;
        public nint AllEventMasks;
        public nint YourEventMask;
        public nint DoNotPropagateMask;
        public int OverrideRedirect;
        public nint Screen;
    }

    /// <summary>XConfigureEvent, whose first fields are XDestroyWindowEvent's too.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct StructureEvent
    {
        public int Type;
        public nuint Serial;
        public int SendEvent;
        public nint Display;
        public nuint Event;
        public nuint Window;
        public int X;
        public int Y;
        public int Width;
        public int Height;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ErrorEvent
    {
        public int Type;
        public nint Display;
        public nuint Resource;
        public nuint Serial;
        public byte Code;
        public byte Request;
        public byte Minor;
    }

    [LibraryImport(Library, EntryPoint = "XOpenDisplay")]
    public static partial nint OpenDisplay(byte* name);

    [LibraryImport(Library, EntryPoint = "XSetErrorHandler")]
    public static partial nint SetErrorHandler(delegate* unmanaged<nint, ErrorEvent*, int> handler);

    [LibraryImport(Library, EntryPoint = "XSetIOErrorHandler")]
    public static partial nint SetLostHandler(delegate* unmanaged<nint, int> handler);

    [LibraryImport(Library, EntryPoint = "XSync")]
    public static partial int Sync(nint display, int discard);

    [LibraryImport(Library, EntryPoint = "XFlush")]
    public static partial int Flush(nint display);

    [LibraryImport(Library, EntryPoint = "XGetWindowAttributes")]
    public static partial int GetAttributes(nint display, nuint window, WindowAttributes* attributes);

    [LibraryImport(Library, EntryPoint = "XSelectInput")]
    public static partial int SelectInput(nint display, nuint window, nint mask);

    [LibraryImport(Library, EntryPoint = "XReparentWindow")]
    public static partial int Reparent(nint display, nuint window, nuint parent, int x, int y);

    [LibraryImport(Library, EntryPoint = "XMoveResizeWindow")]
    public static partial int MoveResize(nint display, nuint window, int x, int y, uint width, uint height);

    [LibraryImport(Library, EntryPoint = "XSetInputFocus")]
    public static partial int SetInputFocus(nint display, nuint window, int revertTo, nuint time);
}
