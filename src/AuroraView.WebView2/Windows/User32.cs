using System.Runtime.InteropServices;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.Windows;

/// <summary>Windows and messages.</summary>
internal static unsafe partial class User32
{
    public const uint Destroy = 0x0002;
    public const uint Move = 0x0003;
    public const uint Size = 0x0005;
    public const uint SetFocusMessage = 0x0007;
    public const uint CloseMessage = 0x0010;
    public const uint EraseBackground = 0x0014;
    public const uint SetCursor = 0x0020;
    public const uint MouseActivate = 0x0021;
    public const uint NextDialogControl = 0x0028;
    public const uint ContextMenu = 0x007B;
    public const uint KeyDown = 0x0100;
    public const uint SystemKeyDown = 0x0104;
    public const uint DpiChanged = 0x02E0;
    public const uint MouseWheel = 0x020A;
    public const uint MouseSideWheel = 0x020E;
    public const uint ParentNotify = 0x0210;
    public const uint ApplicationCommand = 0x0319;

    public const uint Child = 0x40000000;
    public const uint Popup = 0x80000000;
    public const uint Visible = 0x10000000;
    public const uint ClipChildren = 0x02000000;
    public const uint ClipSiblings = 0x04000000;
    public const uint Overlapped = 0x00CF0000;
    public const uint SizeFrame = 0x00040000;
    public const uint MaximizeBox = 0x00010000;

    public const uint TopMostWindow = 0x00000008;

    /// <summary>WS_EX_NOPARENTNOTIFY: else creating and destroying a child sends a message to the parent's thread and waits for it.</summary>
    public const uint NoParentNotify = 0x00000004;

    public const int UseDefault = unchecked((int)0x80000000);
    public const int Style = -16;

    public const int Hide = 0;
    public const int ShowMaximized = 3;
    public const int ShowNoActivate = 4;
    public const int Minimize = 6;
    public const int Restore = 9;

    public const uint NoSize = 0x1;
    public const uint NoMove = 0x2;
    public const uint NoOrder = 0x4;
    public const uint NoActivate = 0x10;
    public const uint FrameChanged = 0x20;

    public const int ComputerBasedTraining = 5;
    public const int WindowIsDestroyed = 4;

    /// <summary>MA_ACTIVATE.</summary>
    public const nint ActivateByMouse = 1;

    /// <summary>DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2.</summary>
    public const nint PerMonitorAware = -4;

    public const nint TopMost = -1;
    public const nint NotTopMost = -2;

    public const uint EventDestroy = 0x8001;
    public const uint EventLocationChange = 0x800B;
    public const uint NearestMonitor = 2;
    public const int RootAncestor = 2;
    public const int VirtualControl = 0x11;
    public const int VirtualShift = 0x10;
    public const int VirtualAlt = 0x12;

    [StructLayout(LayoutKind.Sequential)]
    public struct Message
    {
        public nint Window;
        public uint Id;
        public nint First;
        public nint Second;
        public uint Time;
        public int X;
        public int Y;
        public uint Private;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct MonitorInformation
    {
        public uint Size;
        public NativeRectangle Monitor;
        public NativeRectangle Work;
        public uint Flags;
    }

    [LibraryImport("user32")]
    public static partial nint MonitorFromWindow(nint window, uint fallback);

    [LibraryImport("user32")]
    public static partial int GetMonitorInfoW(nint monitor, MonitorInformation* information);

    [LibraryImport("user32")]
    public static partial int IsWindowVisible(nint window);

    [LibraryImport("user32")]
    public static partial int ShowWindow(nint window, int command);

    [LibraryImport("user32")]
    public static partial int SetWindowPos(nint window, nint after, int x, int y, int width, int height, uint flags);

    [LibraryImport("user32")]
    public static partial int GetClientRect(nint window, NativeRectangle* area);

    [LibraryImport("user32")]
    public static partial int GetWindowRect(nint window, NativeRectangle* area);

    [LibraryImport("user32")]
    public static partial int AdjustWindowRectEx(NativeRectangle* area, uint style, int hasMenu, uint extendedStyle);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int SetWindowTextW(nint window, string text);

    [LibraryImport("user32")]
    public static partial nint GetAncestor(nint window, int which);

    [LibraryImport("user32")]
    public static partial uint GetWindowThreadProcessId(nint window, uint* process);

    [LibraryImport("user32")]
    public static partial int GetMessageW(Message* message, nint window, uint first, uint last);

    [LibraryImport("user32")]
    public static partial int TranslateMessage(Message* message);

    [LibraryImport("user32")]
    public static partial nint DispatchMessageW(Message* message);

    [LibraryImport("user32")]
    public static partial void PostQuitMessage(int code);

    [LibraryImport("user32")]
    public static partial short GetKeyState(int key);

    [LibraryImport("user32")]
    public static partial int SetForegroundWindow(nint window);

    [LibraryImport("user32")]
    public static partial nint SetWinEventHook(uint first, uint last, nint module, delegate* unmanaged[Stdcall]<nint, uint, nint, int, int, uint, uint, void> callback, uint process, uint thread, uint flags);

    [LibraryImport("user32")]
    public static partial int UnhookWinEvent(nint hook);

    [LibraryImport("user32")]
    public static partial uint GetDpiForWindow(nint window);

    [LibraryImport("user32")]
    public static partial nint GetWindowDpiAwarenessContext(nint window);

    [LibraryImport("user32")]
    public static partial nint SetThreadDpiAwarenessContext(nint context);

    [LibraryImport("user32")]
    public static partial nint SetParent(nint window, nint parent);

    [LibraryImport("user32")]
    public static partial int IsChild(nint parent, nint window);

    [LibraryImport("user32")]
    public static partial nint SetWindowsHookExW(int kind, delegate* unmanaged[Stdcall]<int, nint, nint, nint> procedure, nint module, uint thread);

    [LibraryImport("user32")]
    public static partial int UnhookWindowsHookEx(nint hook);

    [LibraryImport("user32")]
    public static partial nint CallNextHookEx(nint hook, int code, nint first, nint second);

    [LibraryImport("user32")]
    public static partial nint SendMessageTimeoutW(nint window, uint message, nint first, nint second, uint flags, uint milliseconds, nint* result);
}
