using System.Runtime.InteropServices;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.Windows;

// Dialogs and what is in them.
internal static unsafe partial class User32
{
    public const uint CommandMessage = 0x0111;
    public const uint SetFont = 0x0030;
    public const uint EditSelect = 0x00B1;
    public const uint EditLineCount = 0x00BA;
    public const uint EditSetMargins = 0x00D3;
    public const nint BothMargins = 3;
    public const uint GetCheck = 0x00F0;
    public const nint Checked = 1;
    public const int OkButton = 1;
    public const int CancelButton = 2;

    public const uint Caption = 0x00C00000;
    public const uint SystemMenu = 0x00080000;
    public const uint Border = 0x00800000;
    public const uint TabStop = 0x00010000;
    public const uint VerticalScroll = 0x00200000;

    // STATIC, EDIT, BUTTON.
    public const uint NoPrefix = 0x80;
    public const uint EndEllipsis = 0x4000;
    public const uint ManyLines = 0x4;
    public const uint ScrollsUpAndDown = 0x40;
    public const uint ScrollsSideways = 0x80;
    public const uint ReadOnly = 0x800;
    public const uint DefaultButton = 0x1;
    public const uint CheckBox = 0x3;

    // DrawText.
    public const uint BreakWords = 0x10;
    public const uint ExpandTabs = 0x40;
    public const uint OnlyMeasure = 0x400;
    public const uint NoPrefixText = 0x800;
    public const uint AsField = 0x2000;

    public const int ShowNormal = 1;
    public const uint EventForeground = 0x0003;

    /// <summary>DLGTEMPLATE with no menu, Windows' own class and no title.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 2)]
    public struct DialogTemplate
    {
        public uint Style;
        public uint ExtendedStyle;
        public ushort Items;
        public short X;
        public short Y;
        public short Width;
        public short Height;
        public ushort Menu;
        public ushort ClassName;
        public ushort Title;
    }

    /// <summary>NONCLIENTMETRICSW: sizes, and five fonts of 92 bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct NonClientMetrics
    {
        public uint Size;
        public fixed int Frame[5];
        public fixed byte CaptionFont[92];
        public fixed int SmallCaption[2];
        public fixed byte SmallCaptionFont[92];
        public fixed int MenuSize[2];
        public fixed byte MenuFont[92];
        public fixed byte StatusFont[92];
        public fixed byte MessageFont[92];
        public int PaddedFrame;
    }

    [LibraryImport("user32", SetLastError = true)]
    public static partial nint CreateDialogIndirectParamW(
        nint instance, DialogTemplate* template, nint owner, delegate* unmanaged[Stdcall]<nint, uint, nint, nint, nint> procedure, nint data);

    [LibraryImport("user32")]
    public static partial int IsDialogMessageW(nint dialog, Message* message);

    [LibraryImport("user32")]
    public static partial nint SendMessageW(nint window, uint message, nint first, nint second);

    [LibraryImport("user32")]
    public static partial nint SetFocus(nint window);

    [LibraryImport("user32")]
    public static partial int GetWindowTextLengthW(nint window);

    [LibraryImport("user32")]
    public static partial int GetWindowTextW(nint window, char* text, int room);

    [LibraryImport("user32")]
    public static partial nint GetDC(nint window);

    [LibraryImport("user32")]
    public static partial int ReleaseDC(nint window, nint canvas);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int DrawTextW(nint canvas, string text, int length, NativeRectangle* room, uint how);

    [LibraryImport("user32")]
    public static partial int SystemParametersInfoForDpi(uint which, uint size, NonClientMetrics* metrics, uint change, uint dpi);

    [LibraryImport("user32")]
    public static partial int SystemParametersInfoW(uint which, uint size, NonClientMetrics* metrics, uint change);
}
