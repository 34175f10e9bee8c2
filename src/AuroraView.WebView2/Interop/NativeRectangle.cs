using System.Runtime.InteropServices;

namespace AuroraView.WebView2.Interop;

/// <summary>A RECT.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeRectangle : IEquatable<NativeRectangle>
{
    public int Left;
    public int Top;
    public int Right;
    public int Bottom;

    public readonly bool Equals(NativeRectangle other) => (Left, Top, Right, Bottom) == (other.Left, other.Top, other.Right, other.Bottom);

    public override readonly bool Equals(object? obj) => obj is NativeRectangle other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Left, Top, Right, Bottom);

    public readonly int Width => Right - Left;

    public readonly int Height => Bottom - Top;
}
