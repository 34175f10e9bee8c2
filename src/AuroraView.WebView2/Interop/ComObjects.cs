using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace AuroraView.WebView2.Interop;

/// <summary>Makes and ends wrappers of COM objects. Each wrapper is its holder's own, so that its end is the holder's decision and never the finaliser's.</summary>
internal static class ComObjects
{
    private static readonly StrategyBasedComWrappers s_wrappers = new();

    /// <summary>Wraps an object whose reference the caller owns; the reference goes over to the wrapper.</summary>
    public static T Take<T>(nint pointer)
        where T : class
    {
        try
        {
            return Borrow<T>(pointer);
        }
        finally
        {
            Marshal.Release(pointer);
        }
    }

    /// <summary>Wraps an object that somebody else holds, with a reference of the wrapper's own.</summary>
    public static T Borrow<T>(nint pointer)
        where T : class =>
        (T)s_wrappers.GetOrCreateObjectForComInstance(pointer, CreateObjectFlags.UniqueInstance);

    /// <summary>The pointer of an object of ours, with a reference that the caller releases.</summary>
    public static nint PointerTo(object managed) => s_wrappers.GetOrCreateComInterfaceForObject(managed, CreateComInterfaceFlags.None);

    /// <summary>Asks an object for another interface, as a wrapper of its own.</summary>
    /// <returns>The interface, or <see langword="null"/> where this runtime is too old for it.</returns>
    public static unsafe T? Query<T>(object wrapper)
        where T : class
    {
        var other = (wrapper as ComObject)!;
        // Asking costs a reference only where the answer is yes.
        return other is T found ? found : null;
    }

    /// <summary>Gives a wrapper's references back, now and on this thread.</summary>
    public static void Release(object? wrapper) => (wrapper as ComObject)?.FinalRelease();
}
