using System.Runtime.InteropServices;

namespace AuroraView.Threading.Waiting;

/// <summary>A parker over a Linux futex: one system call to stop, one to wake, none when the token is already there.</summary>
internal sealed unsafe partial class FutexParker : Parker
{
    private const int Parked = -1;
    private const int Empty = 0;
    private const int Token = 1;

    private const int FutexWaitPrivate = 0 | 128;
    private const int FutexWakePrivate = 1 | 128;

    // Pinned, so that the kernel's address stays true while the thread is inside the call.
    private readonly int[] _word = GC.AllocateArray<int>(1, pinned: true);
    private readonly int* _address;
    private BriefSpin _spin;

    internal FutexParker() => _address = (int*)Marshal.UnsafeAddrOfPinnedArrayElement(_word, 0);

    internal static bool IsSupported { get; } =
        OperatingSystem.IsLinux() && SystemCallNumber != 0;

    private static nint SystemCallNumber => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 202,
        Architecture.Arm64 => 98,
        _ => 0,
    };

    internal override void Park(TimeSpan timeout)
    {
        _spin.Look(_address, Empty, timeout);
        if (Interlocked.CompareExchange(ref *_address, Parked, Empty) != Token)
        {
            if (timeout == Timeout.InfiniteTimeSpan)
            {
                Futex(SystemCallNumber, _address, FutexWaitPrivate, Parked, null, 0, 0);
            }
            else
            {
                var ticks = Math.Max(0, timeout.Ticks);
                var spec = new TimeSpec
                {
                    Seconds = (nint)(ticks / TimeSpan.TicksPerSecond),
                    Nanoseconds = (nint)(ticks % TimeSpan.TicksPerSecond * 100),
                };
                Futex(SystemCallNumber, _address, FutexWaitPrivate, Parked, &spec, 0, 0);
            }
        }

        Interlocked.Exchange(ref *_address, Empty);
        GC.KeepAlive(_word);
    }

    internal override void Unpark()
    {
        if (Interlocked.Exchange(ref *_address, Token) == Parked)
            Futex(SystemCallNumber, _address, FutexWakePrivate, 1, null, 0, 0);
        GC.KeepAlive(_word);
    }

    // The result does not matter: woken, timed out and interrupted all mean that the caller looks again.
    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Futex(nint number, int* address, nint operation, nint value, TimeSpec* timeout, nint address2, nint value3);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
