using System.Runtime.InteropServices;

namespace AuroraView.WebView2.Interop;

/// <summary>A RECT.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeRectangle
{
    public int Left;
    public int Top;
    public int Right;
    public int Bottom;

    public readonly int Width => Right - Left;

    public readonly int Height => Bottom - Top;
}
