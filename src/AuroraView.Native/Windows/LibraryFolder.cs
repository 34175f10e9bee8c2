using System.Runtime.InteropServices;

namespace AuroraView.Native.Windows;

/// <summary>Where this library was loaded from.</summary>
internal static unsafe partial class LibraryFolder
{
    private const uint ByAddressUncounted = 0x4 | 0x2;
    private const int LongestPath = 32_768;

    /// <exception cref="InvalidOperationException">The system does not know: this code is in no library.</exception>
    internal static string Find()
    {
        delegate* unmanaged<void> marker = &Marker;
        nint module;
        if (GetModuleHandleExW(ByAddressUncounted, (nint)marker, &module) == 0)
            throw new InvalidOperationException($"The folder of auroraview.dll could not be found (Win32 error {Marshal.GetLastPInvokeError()}).");
        var path = new char[LongestPath];
        fixed (char* text = path)
        {
            var length = GetModuleFileNameW(module, text, LongestPath);
            return Path.GetDirectoryName(new string(text, 0, (int)length))!;
        }
    }

    [UnmanagedCallersOnly]
    private static void Marker()
    {
    }

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int GetModuleHandleExW(uint flags, nint address, nint* module);

    [LibraryImport("kernel32")]
    private static partial uint GetModuleFileNameW(nint module, char* name, uint room);
}
