using System.Buffers;
using System.Runtime.CompilerServices;

namespace AuroraView.Engine;

/// <summary>
/// Arrays for bytes that live for a moment. Small ones come from the shared pool. Large ones do not: the pool would keep several of every size, for each
/// processor, as long as the process lives.
/// </summary>
internal static class ByteArrays
{
    /// <summary>The largest array that comes from the pool.</summary>
    public const int LargestPooled = 1024 * 1024;

    private const long WorthTrimming = 32L * 1024 * 1024;
    private static long s_dropped;

    /// <summary>An array of at least <paramref name="length"/> bytes, with any content.</summary>
    public static byte[] Rent(int length) =>
        length <= LargestPooled ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);

    /// <summary>Gives an array back. Once.</summary>
    public static void Return(byte[] array)
    {
        if (array.Length > LargestPooled)
            Interlocked.Add(ref s_dropped, array.Length);
        else if (array.Length > 0)
            ArrayPool<byte>.Shared.Return(array);
    }

    /// <summary>
    /// Asks for a collection if many bytes of large arrays were given back since the last one. A process that is idle now would keep them
    /// until it allocates again. For the end of something that may have moved a lot.
    /// </summary>
    public static void Trim()
    {
        if (Interlocked.Exchange(ref s_dropped, 0) <= WorthTrimming)
            return;
        // In a runtime that belongs to a host the pause is the host's, so the collection runs beside it. Compiled ahead of time the heap is ours, and small:
        // then the memory goes back to the system at once.
        if (RuntimeFeature.IsDynamicCodeSupported)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        else
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
