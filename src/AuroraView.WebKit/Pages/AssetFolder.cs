using System.Runtime.InteropServices;
using AuroraView.Engine.Transport;

namespace AuroraView.WebKit.Pages;

/// <summary>A folder that pages may read from, and nothing outside of it: no <c>..</c>, no symbolic link that leads out.</summary>
/// <param name="folder">An absolute path.</param>
internal sealed unsafe partial class AssetFolder(string folder)
{
    private const int LongestPath = 4096;
    private const int OpenFlags = Libc.O_CLOEXEC | Libc.O_NONBLOCK;
    private const uint FileTypeMask = 0xF000;
    private const uint RegularFile = 0x8000;
    private readonly string? _root = RealPath(folder);

    /// <summary>Opens a file of the folder.</summary>
    /// <param name="path">The decoded path of the URL, with or without its first slash.</param>
    /// <param name="length">The file's length in bytes.</param>
    /// <param name="problem">Why not.</param>
    /// <returns>A descriptor, or -1.</returns>
    public int Open(string path, out long length, out string problem)
    {
        length = 0;
        if (_root is null)
        {
            problem = "the folder that is served does not exist";
            return -1;
        }
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path.Contains('\0') || path.Contains('\\') || Array.Exists(parts, static part => part is "." or ".."))
        {
            problem = "the path is not allowed";
            return -1;
        }
        int descriptor = OpenFile(_root + "/" + string.Join('/', parts), OpenFlags);
        if (descriptor < 0)
        {
            problem = "there is no such file";
            return -1;
        }
        // What was really opened counts, not what the name looked like a moment ago.
        if (!IsInside(Resolve(descriptor)))
            problem = "the path leads out of the folder that is served";
        else if (!TryGetRegularLength(descriptor, out length))
            problem = "it is not a file";
        else
        {
            problem = "";
            return descriptor;
        }
        Libc.Close(descriptor);
        return -1;
    }

    private bool IsInside(string? real) =>
        real is not null && (_root == "/" || real.StartsWith(_root + "/", StringComparison.Ordinal));

    private static string? RealPath(string path)
    {
        int descriptor = OpenFile(path, OpenFlags);
        if (descriptor < 0)
            return null;
        string? real = Resolve(descriptor);
        Libc.Close(descriptor);
        return real;
    }

    private static string? Resolve(int descriptor)
    {
        byte* buffer = stackalloc byte[LongestPath];
        nint length = ReadLink($"/proc/self/fd/{descriptor}", buffer, LongestPath);
        return length is > 0 and < LongestPath ? Marshal.PtrToStringUTF8((nint)buffer, (int)length) : null;
    }

    private static bool TryGetRegularLength(int descriptor, out long length)
    {
        // statx, whose layout is the same on every processor: mode at 28, size at 40.
        byte* buffer = stackalloc byte[256];
        length = 0;
        if (Stat(descriptor, "", AtEmptyPath, StatTypeAndSize, buffer) != 0)
            return false;
        length = *(long*)(buffer + 40);
        return (*(ushort*)(buffer + 28) & FileTypeMask) == RegularFile;
    }

    private const int AtEmptyPath = 0x1000;
    private const uint StatTypeAndSize = 0x201;

    [LibraryImport("libc.so.6", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc.so.6", EntryPoint = "readlink", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint ReadLink(string path, byte* buffer, nint size);

    [LibraryImport("libc.so.6", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(int descriptor, string path, int flags, uint mask, byte* buffer);
}
