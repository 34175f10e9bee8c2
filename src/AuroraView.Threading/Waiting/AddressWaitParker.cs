using System.Runtime.InteropServices;

namespace AuroraView.Threading.Waiting;

/// <summary>
/// A parker over <c>WaitOnAddress</c> (Windows 8 and later). Unlike the runtime's own waits it dispatches no sent messages on an
/// STA thread, so no window procedure of the host runs inside a wait of ours.
/// </summary>
internal sealed unsafe partial class AddressWaitParker : Parker
{
    private const int Parked = -1;
    private const int Empty = 0;
    private const int Token = 1;

    private readonly int[] _word = GC.AllocateArray<int>(1, pinned: true);
    private readonly int* _address;

    internal AddressWaitParker() => _address = (int*)Marshal.UnsafeAddrOfPinnedArrayElement(_word, 0);

    internal static bool IsSupported { get; } = OperatingSystem.IsWindowsVersionAtLeast(6, 2);

    internal override void Park(TimeSpan timeout)
    {
        if (Interlocked.CompareExchange(ref *_address, Parked, Empty) != Token)
        {
            var parked = Parked;
            var milliseconds = timeout == Timeout.InfiniteTimeSpan
                ? uint.MaxValue
                : (uint)Math.Clamp(Math.Ceiling(timeout.TotalMilliseconds), 0, uint.MaxValue - 1);
            _ = WaitOnAddress(_address, &parked, sizeof(int), milliseconds);
        }

        Interlocked.Exchange(ref *_address, Empty);
        GC.KeepAlive(_word);
    }

    internal override void Unpark()
    {
        if (Interlocked.Exchange(ref *_address, Token) == Parked)
            WakeByAddressSingle(_address);
        GC.KeepAlive(_word);
    }

    [LibraryImport("api-ms-win-core-synch-l1-2-0.dll")]
    private static partial int WaitOnAddress(void* address, void* compare, nint size, uint milliseconds);

    [LibraryImport("api-ms-win-core-synch-l1-2-0.dll")]
    private static partial void WakeByAddressSingle(void* address);
}
