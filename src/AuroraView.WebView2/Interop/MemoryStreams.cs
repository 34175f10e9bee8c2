using System.Buffers;
using System.Runtime.InteropServices;
using AuroraView.Engine;
using Microsoft.Win32.SafeHandles;

namespace AuroraView.WebView2.Interop;

/// <summary>The system's own IStream over memory.</summary>
internal static unsafe partial class MemoryStreams
{
    // Places in IStream's table.
    private const int ReadSlot = 3;
    private const int WriteSlot = 4;
    private const int SeekSlot = 5;
    private const int SetSizeSlot = 6;
    private const int Piece = 128 * 1024;
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

    /// <summary>The most bytes that a stream can hold.</summary>
    public const long Largest = int.MaxValue;

    /// <summary>A stream of a part of a file, read piece by piece, with a reference that the caller releases. A file that is shorter by now gives a shorter stream.</summary>
    public static nint Create(SafeFileHandle file, long first, long length)
    {
        var stream = Create();
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var table = *(nint**)stream;
            var write = (delegate* unmanaged[Stdcall]<nint, byte*, uint, uint*, int>)table[WriteSlot];
            HResult.Check(((delegate* unmanaged[Stdcall]<nint, ulong, int>)table[SetSizeSlot])(stream, (ulong)length), "hold a file");
            var done = 0L;
            while (done < length)
            {
                var got = RandomAccess.Read(file, buffer.AsSpan(0, (int)Math.Min(Piece, length - done)), first + done);
                if (got == 0)
                    break;
                fixed (byte* start = buffer)
                    HResult.Check(write(stream, start, (uint)got, null), "hold a file");
                done += got;
            }

            if (done < length)
                HResult.Check(((delegate* unmanaged[Stdcall]<nint, ulong, int>)table[SetSizeSlot])(stream, (ulong)done), "hold a file");
            HResult.Check(((delegate* unmanaged[Stdcall]<nint, long, uint, ulong*, int>)table[SeekSlot])(stream, 0, FromStart, null), "hold a file");
            return stream;
        }
        catch
        {
            Marshal.Release(stream);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
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
