using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace AuroraView.Threading.Windows;

/// <summary>What every window and every message loop needs of Win32.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class Win32
{
    /// <summary>The parent of windows that only get messages: never shown, found or broadcast to.</summary>
    public const nint MessageOnly = -3;

    public const uint NonClientDestroy = 0x0082;
    public const uint Timer = 0x0113;
    public const uint App = 0x8000;
    public const int UserData = -21;

    /// <summary>The shortest period of a timer, in milliseconds.</summary>
    public const uint ShortestTimer = 10;

    public const int ErrorInvalidWindowHandle = 1400;
    public const int ErrorNotEnoughQuota = 1816;

    /// <summary>Key, mouse, raw, touch and pointer input, and painting.</summary>
    public const uint QueuedInputOrPaint = 0x0407 | 0x0800 | 0x1000 | 0x0020;

    /// <summary>Moving or sizing a window, or in a menu.</summary>
    public const uint InMoveSizeOrMenu = 0x2 | 0x4 | 0x8 | 0x10;

    [StructLayout(LayoutKind.Sequential)]
    public struct WindowClass
    {
        public uint Size;
        public uint Style;
        public delegate* unmanaged[Stdcall]<nint, uint, nint, nint, nint> Procedure;
        public int ClassExtra;
        public int WindowExtra;
        public nint Instance;
        public nint Icon;
        public nint Cursor;
        public nint Background;
        public char* MenuName;
        public char* ClassName;
        public nint SmallIcon;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ThreadInput
    {
        public uint Size;
        public uint Flags;
        public nint Active;
        public nint Focus;
        public nint Capture;
        public nint MenuOwner;
        public nint MoveSize;
        public nint Caret;
        public fixed int CaretRectangle[4];
    }

    [LibraryImport("kernel32")]
    public static partial uint GetCurrentThreadId();

    [LibraryImport("kernel32")]
    public static partial nint GetModuleHandleW(char* name);

    [LibraryImport("user32", SetLastError = true)]
    public static partial ushort RegisterClassExW(WindowClass* definition);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int UnregisterClassW(string name, nint instance);

    [LibraryImport("user32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial nint CreateWindowExW(uint extendedStyle, string className, string? title, uint style, int x, int y, int width, int height, nint parent, nint menu, nint instance, nint data);

    [LibraryImport("user32")]
    public static partial int DestroyWindow(nint window);

    [LibraryImport("user32")]
    public static partial int IsWindow(nint window);

    [LibraryImport("user32", SetLastError = true)]
    public static partial int PostMessageW(nint window, uint message, nint first, nint second);

    [LibraryImport("user32")]
    public static partial nint DefWindowProcW(nint window, uint message, nint first, nint second);

    [LibraryImport("user32")]
    public static partial nint SetWindowLongPtrW(nint window, int index, nint value);

    [LibraryImport("user32")]
    public static partial nint GetWindowLongPtrW(nint window, int index);

    [LibraryImport("user32")]
    public static partial nuint SetTimer(nint window, nuint id, uint milliseconds, nint callback);

    [LibraryImport("user32")]
    public static partial int KillTimer(nint window, nuint id);

    [LibraryImport("user32")]
    public static partial uint GetQueueStatus(uint flags);

    [LibraryImport("user32")]
    public static partial int GetGUIThreadInfo(uint thread, ThreadInput* info);
}
