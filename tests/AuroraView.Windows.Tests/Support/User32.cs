using System.Runtime.InteropServices;

namespace AuroraView.Windows.Tests.Support;

/// <summary>What a host uses of Win32.</summary>
internal static unsafe partial class User32
{
    internal const uint Quit = 0x0012;
    internal const uint Paint = 0x000F;
    internal const uint Destroyed = 0x0002;
    internal const uint User = 0x0400;
    internal const uint Visible = 0x10000000;
    internal const uint OverlappedWindow = 0x00CF0000;
    internal const uint ClipChildren = 0x02000000;
    internal const uint Remove = 1;
    internal const uint AbortIfHung = 2;
    internal const uint Child = 0x40000000;
    internal const uint NextDialogControl = 0x0028;
    internal const uint KeyDown = 0x0100;
    internal const uint Close = 0x0010;
    internal const uint Command = 0x0111;
    internal const uint SetText = 0x000C;
    internal const uint Click = 0x00F5;
    internal const int StyleIndex = -16;
    internal const uint Owner = 4;
    internal const uint Next = 2;
    internal const uint EventForeground = 3;
    internal const uint NoSizeNoMove = 0x1 | 0x2 | 0x10;
    internal const uint NoMoveNoOrder = 0x2 | 0x4 | 0x10;

    [StructLayout(LayoutKind.Sequential)]
    internal struct Message
    {
        internal nint Window;
        internal uint Id;
        internal nint First;
        internal nint Second;
        internal uint Time;
        internal int X;
        internal int Y;
        internal uint Private;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct Rectangle
    {
        internal int Left;
        internal int Top;
        internal int Right;
        internal int Bottom;
    }

    [LibraryImport("kernel32")]
    internal static partial nint GetModuleHandleW(char* name);

    [LibraryImport("kernel32")]
    internal static partial uint GetCurrentThreadId();

    [LibraryImport("user32")]
    internal static partial int GetMessageW(Message* message, nint window, uint first, uint last);

    [LibraryImport("user32")]
    internal static partial int PeekMessageW(Message* message, nint window, uint first, uint last, uint remove);

    [LibraryImport("user32")]
    internal static partial nint DispatchMessageW(Message* message);

    [LibraryImport("user32")]
    internal static partial int PostThreadMessageW(uint thread, uint message, nint first, nint second);

    [LibraryImport("user32")]
    internal static partial int PostMessageW(nint window, uint message, nint first, nint second);

    [LibraryImport("user32")]
    internal static partial void PostQuitMessage(int code);

    [LibraryImport("user32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    internal static partial nint CreateWindowExW(uint extendedStyle, string className, string? title, uint style, int x, int y, int width, int height, nint parent, nint menu, nint instance, nint data);

    [LibraryImport("user32", SetLastError = true)]
    internal static partial int DestroyWindow(nint window);

    [LibraryImport("user32")]
    internal static partial nint GetParent(nint window);

    [LibraryImport("user32")]
    internal static partial int ShowWindow(nint window, int command);

    [LibraryImport("user32")]
    internal static partial int IsWindowVisible(nint window);

    [LibraryImport("user32")]
    internal static partial int SetWindowPos(nint window, nint after, int x, int y, int width, int height, uint flags);

    [LibraryImport("user32")]
    internal static partial int GetClientRect(nint window, Rectangle* area);

    [LibraryImport("user32")]
    internal static partial int IsWindow(nint window);

    [LibraryImport("user32")]
    internal static partial int InvalidateRect(nint window, nint area, int erase);

    [LibraryImport("user32")]
    internal static partial int ValidateRect(nint window, nint area);

    [LibraryImport("user32")]
    internal static partial nint SetWindowLongPtrW(nint window, int index, nint value);

    [LibraryImport("user32")]
    internal static partial nint CallWindowProcW(nint procedure, nint window, uint message, nint first, nint second);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial int GetClassNameW(nint window, char* name, int room);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial int GetClassInfoExW(nint instance, string name, byte* information);

    [LibraryImport("user32")]
    internal static partial nint SendMessageTimeoutW(nint window, uint message, nint first, nint second, uint flags, uint milliseconds, nint* result);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial nint FindWindowExW(nint parent, nint after, string? className, string? title);

    [LibraryImport("user32")]
    internal static partial void NotifyWinEvent(uint kind, nint window, int item, int child);

    [LibraryImport("user32")]
    internal static partial uint GetWindowThreadProcessId(nint window, uint* process);

    [LibraryImport("user32")]
    internal static partial int GetWindowTextW(nint window, char* text, int room);

    [LibraryImport("user32")]
    internal static partial nint GetWindowLongPtrW(nint window, int index);

    [LibraryImport("user32")]
    internal static partial nint GetWindow(nint window, uint which);

    [LibraryImport("user32")]
    internal static partial int GetWindowRect(nint window, Rectangle* area);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial nint SendMessageW(nint window, uint message, nint first, string second);

    [LibraryImport("user32")]
    internal static partial nint SetFocus(nint window);
}
