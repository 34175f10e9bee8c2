using System.Runtime.InteropServices;

namespace AuroraView.Windows.Tests.Support;

/// <summary>A visible window of the calling thread that says when it is painted.</summary>
internal sealed class PaintedWindow
{
    private const int WindowProcedure = -4;

    private delegate nint Procedure(nint window, uint message, nint first, nint second);

    private readonly Procedure _procedure;
    private readonly nint _before;

    internal PaintedWindow(Action onPaint)
    {
        Handle = User32.CreateWindowExW(0, "STATIC", "host", User32.OverlappedWindow | User32.Visible, 0, 0, 200, 100, 0, 0, 0, 0);
        if (Handle == 0)
            throw new InvalidOperationException($"No window: Win32 error {Marshal.GetLastPInvokeError()}.");
        _procedure = (window, message, first, second) =>
        {
            if (message != User32.Paint)
                return User32.CallWindowProcW(_before, window, message, first, second);
            _ = User32.ValidateRect(window, 0);
            onPaint();
            return 0;
        };
        _before = User32.SetWindowLongPtrW(Handle, WindowProcedure, Marshal.GetFunctionPointerForDelegate(_procedure));
    }

    internal nint Handle { get; }

    internal void Invalidate() => _ = User32.InvalidateRect(Handle, 0, 0);
}
