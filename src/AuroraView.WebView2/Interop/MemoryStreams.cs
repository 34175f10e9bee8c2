using System.Runtime.InteropServices;
using AuroraView.Backends;

namespace AuroraView.WebView2.Interop;

/// <summary>The system's own IStream over memory.</summary>
internal static unsafe partial class MemoryStreams
{
    // Places in IStream's table.
    private const int ReadSlot = 3;
    private const int SeekSlot = 5;
    private const uint FromStart = 0;
    private const uint FromEnd = 2;

    /// <summary>A stream, with a reference that the caller releases.</summary>
    public static nint Create(ReadOnlySpan<byte> content = default)
    {
        fixed (byte* start = content)
        {
            var stream = SHCreateMemStream(start, (uint)content.Length);
            return stream != 0 ? stream : throw new BackendFailureException("OutOfMemory", "There is no memory for a stream.");
        }
    }

    /// <summary>All that is in a stream.</summary>
    public static byte[] Read(nint stream)
    {
        var table = *(nint**)stream;
        var seek = (delegate* unmanaged[Stdcall]<nint, long, uint, ulong*, int>)table[SeekSlot];
        var read = (delegate* unmanaged[Stdcall]<nint, byte*, uint, uint*, int>)table[ReadSlot];
        ulong length;
        HResult.Check(seek(stream, 0, FromEnd, &length), "read a stream");
        HResult.Check(seek(stream, 0, FromStart, null), "read a stream");
        var bytes = new byte[length];
        uint got;
        fixed (byte* start = bytes)
            HResult.Check(read(stream, start, (uint)bytes.Length, &got), "read a stream");
        return got == bytes.Length ? bytes : bytes[..(int)got];
    }

    [LibraryImport("shlwapi")]
    private static partial nint SHCreateMemStream(byte* content, uint length);
}
