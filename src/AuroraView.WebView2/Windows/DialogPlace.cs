using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.Windows;

/// <summary>Where a dialog goes. Reads other threads' windows without sending them anything.</summary>
internal static unsafe class DialogPlace
{
    /// <summary>The middle of a panel, or of the work area of its monitor where it is gone or has no size.</summary>
    public static (int X, int Y) MiddleOf(nint panel)
    {
        NativeRectangle area;
        if (User32.GetWindowRect(panel, &area) == 0 || area.Width < 1 || area.Height < 1)
            area = WorkArea(panel);
        return (area.Left + (area.Width / 2), area.Top + (area.Height / 2));
    }

    /// <summary>Gives a dialog its inner size and puts it around a point, as far as its monitor has room.</summary>
    public static void Center(nint window, (int X, int Y) middle, int innerWidth, int innerHeight)
    {
        NativeRectangle outer;
        NativeRectangle inner;
        _ = User32.GetWindowRect(window, &outer);
        _ = User32.GetClientRect(window, &inner);
        // The difference is the frame, at this window's own DPI.
        var width = innerWidth + outer.Width - inner.Width;
        var height = innerHeight + outer.Height - inner.Height;
        var work = WorkArea(window);
        var left = Math.Max(work.Left, Math.Min(middle.X - (width / 2), work.Right - width));
        var top = Math.Max(work.Top, Math.Min(middle.Y - (height / 2), work.Bottom - height));
        _ = User32.SetWindowPos(window, 0, left, top, width, height, User32.NoOrder | User32.NoActivate);
    }

    private static NativeRectangle WorkArea(nint window)
    {
        var monitor = new User32.MonitorInformation { Size = (uint)sizeof(User32.MonitorInformation) };
        _ = User32.GetMonitorInfoW(User32.MonitorFromWindow(window, User32.NearestMonitor), &monitor);
        return monitor.Work;
    }
}
