using System.Runtime.InteropServices;

namespace AuroraView.WebKit.Native;

/// <summary>Cairo: from a picture to PNG.</summary>
internal static unsafe partial class Cairo
{
    private const string Library = "libcairo.so.2";

    [LibraryImport(Library, EntryPoint = "cairo_surface_write_to_png_stream")]
    public static partial int WritePng(nint surface, delegate* unmanaged<nint, byte*, uint, int> write, nint closure);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    public static partial void Destroy(nint surface);
}
