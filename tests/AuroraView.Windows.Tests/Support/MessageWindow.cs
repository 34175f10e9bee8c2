using System.Runtime.InteropServices;

namespace AuroraView.Windows.Tests.Support;

/// <summary>A visible window of the calling thread that tells of its messages: a top-level one, or a child.</summary>
internal sealed class MessageWindow
{
    private const int WindowProcedure = -4;

    // A procedure must live as long as any window that has it.
    private static readonly List<Procedure> s_kept = [];

    private delegate nint Procedure(nint window, uint message, nint first, nint second);

    private readonly nint _before;

    internal MessageWindow(int width, int height, Action<(nint Window, uint Message, nint First)> onMessage, nint parent = 0)
    {
        Handle = User32.CreateWindowExW(0, "STATIC", "host", (parent == 0 ? User32.OverlappedWindow : User32.Child) | User32.Visible | User32.ClipChildren, 0, 0, width, height, parent, 0, 0, 0);
        if (Handle == 0)
            throw new InvalidOperationException($"No window: Win32 error {Marshal.GetLastPInvokeError()}.");
        Procedure procedure = (window, message, first, second) =>
        {
            onMessage((window, message, first));
            return User32.CallWindowProcW(_before, window, message, first, second);
        };
        lock (s_kept)
            s_kept.Add(procedure);
        _before = User32.SetWindowLongPtrW(Handle, WindowProcedure, Marshal.GetFunctionPointerForDelegate(procedure));
    }

    internal nint Handle { get; }
}
