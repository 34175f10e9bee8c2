using System.Runtime.InteropServices;

namespace AuroraView.WebView2.Windows;

/// <summary>Fonts.</summary>
internal static unsafe partial class Gdi32
{
    [LibraryImport("gdi32")]
    public static partial nint CreateFontIndirectW(byte* font);

    [LibraryImport("gdi32")]
    public static partial nint SelectObject(nint canvas, nint item);

    [LibraryImport("gdi32")]
    public static partial int DeleteObject(nint item);
}
