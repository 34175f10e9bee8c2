using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.Apartment;

/// <summary>
/// A single-threaded apartment of a thread of ours. S_OK and S_FALSE each owe one CoUninitialize; RPC_E_CHANGED_MODE owes none, and means that the
/// thread can never own a WebView2: https://learn.microsoft.com/windows/win32/api/combaseapi/nf-combaseapi-coinitializeex
/// </summary>
internal sealed partial class ComApartment : IDisposable
{
    private const uint ApartmentThreaded = 0x2;
    private const uint NoOle1 = 0x4;

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private bool _isOver;

    private ComApartment()
    {
    }

    /// <summary>Enters a single-threaded apartment on the calling thread.</summary>
    /// <exception cref="BackendFailureException">The thread is in another apartment already.</exception>
    public static ComApartment Enter()
    {
        var result = CoInitializeEx(0, ApartmentThreaded | NoOle1);
        if (result == HResult.ChangedMode)
        {
            throw new BackendFailureException("WrongApartment",
                "This thread is already in the multi-threaded apartment, so it cannot own a WebView2. AuroraView makes its WebView threads itself: do not initialise COM on them.");
        }

        HResult.Check(result, "enter a single-threaded apartment");
        return new ComApartment();
    }

    /// <summary>Leaves it: on the same thread, once.</summary>
    public void Dispose()
    {
        if (_isOver)
            return;
        if (Environment.CurrentManagedThreadId != _thread)
            throw new InvalidOperationException("An apartment is left on the thread that entered it.");
        _isOver = true;
        CoUninitialize();
    }

    [LibraryImport("ole32")]
    private static partial int CoInitializeEx(nint reserved, uint mode);

    [LibraryImport("ole32")]
    private static partial void CoUninitialize();
}
