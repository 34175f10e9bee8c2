using System.Runtime.InteropServices;

namespace AuroraView.Native.Dispatch;

/// <summary>An eventfd: what a host's loop watches to learn that it shall pump. Setting it needs no lock and never blocks.</summary>
internal sealed unsafe partial class EventDescriptor
{
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;

    internal EventDescriptor()
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("An eventfd exists only on Linux. On Windows use av_wake_window.");
        Number = Create(0, NonBlocking | CloseOnExec);
        if (Number < 0)
            throw new IOException($"eventfd failed with error {Marshal.GetLastPInvokeError()}: are there too many open files (ulimit -n)?");
    }

    internal int Number { get; }

    /// <summary>Makes it readable. From any thread.</summary>
    internal void Set()
    {
        ulong one = 1;
        _ = Write(Number, &one, sizeof(ulong));
    }

    /// <summary>Makes it unreadable.</summary>
    internal void Clear()
    {
        ulong count;
        _ = Read(Number, &count, sizeof(ulong));
    }

    /// <summary>
    /// Nobody watches it any more. The number is not closed: a wake on its way could write into whatever gets the number next. One a host that is
    /// replaced, which is seldom.
    /// </summary>
    internal void Retire() => Clear();

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int Create(uint initial, int flags);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, void* data, nuint size);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, void* data, nuint size);
}
