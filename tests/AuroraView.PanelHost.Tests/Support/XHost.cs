using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit;

namespace AuroraView.PanelHost.Tests.Support;

/// <summary>A host application by raw Xlib: windows for panels to live in, and real input through XTest.</summary>
internal sealed unsafe partial class XHost : IDisposable
{
    private const int ClientMessage = 33;
    private readonly nint _display;

    public XHost()
    {
        _display = XOpenDisplay(Environment.GetEnvironmentVariable("DISPLAY"));
        Assert.NotEqual(0, _display);
        XSetErrorHandler(&OnError);
    }

    public nint Root => (nint)XDefaultRootWindow(_display);

    public nint CreateWindow(int x, int y, int width, int height)
    {
        nuint window = XCreateSimpleWindow(_display, XDefaultRootWindow(_display), x, y, (uint)width, (uint)height, 0, 0, 0x404080);
        XMapWindow(_display, window);
        XSync(_display, 0);
        return (nint)window;
    }

    public nint CreateInputOnlyWindow()
    {
        nuint window = XCreateWindow(_display, XDefaultRootWindow(_display), 0, 0, 10, 10, 0, 0, 2, 0, 0, 0);
        XSync(_display, 0);
        return (nint)window;
    }

    public nint CreatePixmap()
    {
        nuint pixmap = XCreatePixmap(_display, XDefaultRootWindow(_display), 10, 10, 24);
        XSync(_display, 0);
        return (nint)pixmap;
    }

    public void Resize(nint window, int width, int height)
    {
        XResizeWindow(_display, (nuint)window, (uint)width, (uint)height);
        XSync(_display, 0);
    }

    public void Move(nint window, int x, int y)
    {
        XMoveWindow(_display, (nuint)window, x, y);
        XSync(_display, 0);
    }

    public void Destroy(nint window)
    {
        XDestroyWindow(_display, (nuint)window);
        XSync(_display, 0);
    }

    public nint[] ChildrenOf(nint window)
    {
        nuint root, parent;
        nuint* children;
        uint count;
        if (XQueryTree(_display, (nuint)window, &root, &parent, &children, &count) == 0)
            return [];
        var found = new nint[count];
        for (uint i = 0; i < count; i++)
            found[i] = (nint)children[i];
        if (children is not null)
            XFree(children);
        return found;
    }

    /// <summary>The colour of a pixel of the screen, as 0xRRGGBB.</summary>
    public uint ColourAt(int x, int y)
    {
        const int zPixmap = 2;
        nint image = XGetImage(_display, (nuint)Root, x, y, 1, 1, nuint.MaxValue, zPixmap);
        Assert.NotEqual(0, image);
        uint colour = (uint)XGetPixel(image, 0, 0) & 0xFF_FFFF;
        XDestroyImage(image);
        return colour;
    }

    /// <summary>What a window manager sends when the user presses the close button.</summary>
    public void AskToClose(nint window)
    {
        nint* message = stackalloc nint[24];
        new Span<nint>(message, 24).Clear();
        *(int*)message = ClientMessage;
        message[4] = window;
        message[5] = XInternAtom(_display, "WM_PROTOCOLS", 0);
        *(int*)&message[6] = 32;
        message[7] = XInternAtom(_display, "WM_DELETE_WINDOW", 0);
        XSendEvent(_display, (nuint)window, 0, 0, message);
        XSync(_display, 0);
    }

    public static void Click(int x, int y) => Run("mousemove", $"{x}", $"{y}", "click", "1");

    public static void Key(string name) => Run("key", name);

    public static void Type(string text) => Run("type", text);

    public void Dispose() => XCloseDisplay(_display);

    private static void Run(params string[] arguments)
    {
        using Process xdotool = Process.Start("xdotool", arguments);
        Assert.True(xdotool.WaitForExit((int)TestView.Bound.TotalMilliseconds));
        Assert.Equal(0, xdotool.ExitCode);
    }

    [UnmanagedCallersOnly]
    private static int OnError(nint display, nint error) => 0;

    private const string Library = "libX11.so.6";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string? name);

    [LibraryImport(Library)]
    private static partial int XCloseDisplay(nint display);

    [LibraryImport(Library)]
    private static partial nint XSetErrorHandler(delegate* unmanaged<nint, nint, int> handler);

    [LibraryImport(Library)]
    private static partial nuint XDefaultRootWindow(nint display);

    [LibraryImport(Library)]
    private static partial nint XGetImage(nint display, nuint drawable, int x, int y, uint width, uint height, nuint planes, int format);

    [LibraryImport(Library)]
    private static partial nuint XGetPixel(nint image, int x, int y);

    [LibraryImport(Library)]
    private static partial int XDestroyImage(nint image);

    [LibraryImport(Library)]
    private static partial nuint XCreateSimpleWindow(nint display, nuint parent, int x, int y, uint width, uint height, uint border, nuint borderColor, nuint background);

    [LibraryImport(Library)]
    private static partial nuint XCreateWindow(nint display, nuint parent, int x, int y, uint width, uint height, uint border, int depth, uint kind, nint visual, nuint mask, nint attributes);

    [LibraryImport(Library)]
    private static partial nuint XCreatePixmap(nint display, nuint drawable, uint width, uint height, uint depth);

    [LibraryImport(Library)]
    private static partial int XMapWindow(nint display, nuint window);

    [LibraryImport(Library)]
    private static partial int XResizeWindow(nint display, nuint window, uint width, uint height);

    [LibraryImport(Library)]
    private static partial int XMoveWindow(nint display, nuint window, int x, int y);

    [LibraryImport(Library)]
    private static partial int XDestroyWindow(nint display, nuint window);

    [LibraryImport(Library)]
    private static partial int XQueryTree(nint display, nuint window, nuint* root, nuint* parent, nuint** children, uint* count);

    [LibraryImport(Library)]
    private static partial int XFree(void* data);

    [LibraryImport(Library)]
    private static partial int XSync(nint display, int discard);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XInternAtom(nint display, string name, int onlyIfExists);

    [LibraryImport(Library)]
    private static partial int XSendEvent(nint display, nuint window, int propagate, nint mask, void* message);
}
