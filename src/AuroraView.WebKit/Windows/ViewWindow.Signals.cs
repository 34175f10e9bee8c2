using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Windows;

// What GTK and X say. Every callback's data is the view that owns the window.
internal sealed unsafe partial class ViewWindow
{
    private const int HandledByUs = 1;
    private const int GoOn = 0;

    [UnmanagedCallersOnly]
    private static int OnXEvent(byte* xEvent, nint gdkEvent, nint data)
    {
        try
        {
            var news = (X11.StructureEvent*)xEvent;
            if (news->Type is not (X11.ConfigureNotify or X11.DestroyNotify or X11.Expose))
                return GoOn;
            ViewWindow window = Of(data);
            if (news->Type == X11.Expose)
            {
                if (window._window != 0 && news->Event == (nuint)window.Id)
                    window.DrawAnewSoon();
                return GoOn;
            }
            if (window._parent == 0 || news->Window != (nuint)window._parent)
                return GoOn;
            if (news->Type == X11.DestroyNotify)
                window.LoseParent();
            else if (window._follows)
                window.Fit(news->Width, news->Height);
            return GoOn;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return GoOn;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnParentLostIdle(nint data)
    {
        try
        {
            Of(data).MoveOutOfLostParent();
            return 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnExposedIdle(nint data)
    {
        try
        {
            ViewWindow window = Of(data);
            window._exposed = 0;
            window.DrawAnew();
            return 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 0;
        }
    }

    // The parent took our window along. Handled: GTK must not destroy the view with it.
    [UnmanagedCallersOnly]
    private static int OnDestroyEvent(nint widget, nint gdkEvent, nint data)
    {
        try
        {
            Of(data).LoseParent();
            return HandledByUs;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return HandledByUs;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnDelete(nint widget, nint gdkEvent, nint data)
    {
        try
        {
            Of(data).AskToClose();
            return HandledByUs;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return HandledByUs;
        }
    }

    // An embedded window gets the keyboard from nobody else.
    [UnmanagedCallersOnly]
    private static int OnPress(nint widget, nint gdkEvent, nint data)
    {
        try
        {
            ViewWindow window = Of(data);
            if (window._parent != 0)
            {
                window.TakeKeyboard(Gtk.GetTime(gdkEvent));
                Gtk.GrabFocus(window._view);
            }
            return GoOn;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return GoOn;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnFocusIn(nint widget, nint gdkEvent, nint data)
    {
        try
        {
            Of(data).Tell(WindowChangeKind.Focused);
            return GoOn;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return GoOn;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnFocusOut(nint widget, nint gdkEvent, nint data)
    {
        try
        {
            Of(data).Tell(WindowChangeKind.Blurred);
            return GoOn;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return GoOn;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnMapped(nint widget, nint gdkEvent, nint data)
    {
        try
        {
            Of(data).Tell(WindowChangeKind.Shown);
            return GoOn;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return GoOn;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnUnmapped(nint widget, nint gdkEvent, nint data)
    {
        try
        {
            ViewWindow window = Of(data);
            if (widget == window._window)
                window.Tell(WindowChangeKind.Hidden);
            return GoOn;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return GoOn;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnConfigured(nint widget, nint gdkEvent, nint data)
    {
        try
        {
            ViewWindow window = Of(data);
            if (window.Embedded || widget != window._window)
                return GoOn;
            int x;
            int y;
            Gtk.GetPosition(widget, &x, &y);
            if (window._position != (x, y))
            {
                window._position = (x, y);
                window.Tell(WindowChangeKind.Moved, x, y);
            }
            return GoOn;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return GoOn;
        }
    }

    [UnmanagedCallersOnly]
    private static void OnAllocated(nint widget, Gtk.Allocation* room, nint data)
    {
        try
        {
            ViewWindow window = Of(data);
            (int, int) size = (room->Width, room->Height);
            if (window._size == size || room->Width <= 1 || room->Height <= 1)
                return;
            window._size = size;
            window.Tell(WindowChangeKind.Resized, room->Width, room->Height);
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }

    private static ViewWindow Of(nint data) => GObjects.Target<WebKitView>(data).Window;
}
