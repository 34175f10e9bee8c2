using System.Runtime.InteropServices;
using AuroraView.Engine;

namespace AuroraView.Backends.PanelHost;

/// <summary>The data folder of a view: made, and under the one name by which views that share it are found.</summary>
internal static unsafe partial class DataFolders
{
    /// <summary>Makes the folder.</summary>
    /// <returns>Its full path without links, or <see langword="null"/> if none was asked for.</returns>
    /// <exception cref="BackendFailureException">It cannot be made, or is not a folder; the error names it and says what to do.</exception>
    public static string? Prepare(string? folder)
    {
        if (string.IsNullOrEmpty(folder))
            return null;
        try
        {
            string full = Directory.CreateDirectory(Path.GetFullPath(folder)).FullName;
            byte* real = RealPath(full, null);
            if (real is null)
                return full;
            string path = Marshal.PtrToStringUTF8((nint)real)!;
            Free(real);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BackendFailureException("DataFolder",
                $"The data folder '{folder}' cannot be made: {error.Message} Give one that this user can write to, or none: the panel then keeps nothing.");
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial byte* RealPath(string path, byte* buffer);

    [LibraryImport("libc.so.6", EntryPoint = "free")]
    private static partial void Free(void* memory);
}
