using System.Diagnostics.CodeAnalysis;
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

    /// <summary>The pointer of one interface of an object of ours, with a reference that the caller releases.</summary>
    public static nint PointerTo<T>(T managed)
        where T : class
    {
        var unknown = s_wrappers.GetOrCreateComInterfaceForObject(managed, CreateComInterfaceFlags.None);
        try
        {
            var id = typeof(T).GUID;
            HResult.Check(Marshal.QueryInterface(unknown, in id, out var pointer), $"use {typeof(T).Name}");
            return pointer;
        }
        finally
        {
            Marshal.Release(unknown);
        }
    }

    /// <summary>Gives a wrapper's references back, now and on this thread. Once a wrapper.</summary>
    [SuppressMessage("Usage", "CA1816", Justification = "The wrapper is .NET's, and .NET 8's does not do it itself.")]
    public static void Release(object? wrapper)
    {
        if (wrapper is not ComObject released)
            return;
        // .NET 8 leaves the finaliser on: it would give the same references back a second time, of an object that is gone by then.
        GC.SuppressFinalize(released);
        released.FinalRelease();
    }
}
