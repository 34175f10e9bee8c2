using System.Runtime.InteropServices;

namespace AuroraView.Bench;

/// <summary>The least that can stop and wake a thread on Linux: the peer of the sync dispatch.</summary>
internal sealed unsafe partial class BareFutex
{
    private readonly int[] _word = GC.AllocateArray<int>(1, pinned: true);

    public void Wake()
    {
        fixed (int* word = _word)
        {
            Volatile.Write(ref *word, 1);
            Futex(202, word, 1 | 128, 1, 0, 0, 0);
        }
    }

    public void Wait()
    {
        fixed (int* word = _word)
        {
            while (Interlocked.Exchange(ref *word, 0) == 0)
                Futex(202, word, 0 | 128, 0, 0, 0, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Futex(nint number, int* address, nint operation, nint value, nint timeout, nint address2, nint value3);
}
