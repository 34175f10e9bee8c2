using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AuroraView.WebView2.Interop;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

/// <summary>The ends of wrappers, on an object of the test's own that only counts.</summary>
public sealed unsafe class ComObjectsTests : IDisposable
{
    private static int s_references;

    private readonly nint* _table = (nint*)NativeMemory.Alloc(3, (nuint)sizeof(nint));
    private readonly nint* _object = (nint*)NativeMemory.Alloc((nuint)sizeof(nint));

    public ComObjectsTests()
    {
        _table[0] = (nint)(delegate* unmanaged<nint, Guid*, nint*, int>)&QueryInterface;
        _table[1] = (nint)(delegate* unmanaged<nint, uint>)&AddReference;
        _table[2] = (nint)(delegate* unmanaged<nint, uint>)&Release;
        *_object = (nint)_table;
        s_references = 1;
    }

    [Fact]
    public void Release_ThenTheFinalizers_GivesEachReferenceBackOnce()
    {
        TakeAndRelease();
        Assert.Equal(0, s_references);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(0, s_references);
    }

    public void Dispose()
    {
        NativeMemory.Free(_object);
        NativeMemory.Free(_table);
    }

    // Not inlined: its frame must hold nothing when the collector looks.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeAndRelease()
    {
        var wrapper = ComObjects.Take<ICoreWebView2Settings>((nint)_object);
        Assert.InRange(s_references, 1, 10);
        ComObjects.Release(wrapper);
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(nint self, Guid* id, nint* result)
    {
        Interlocked.Increment(ref s_references);
        *result = self;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static uint AddReference(nint self) => (uint)Interlocked.Increment(ref s_references);

    [UnmanagedCallersOnly]
    private static uint Release(nint self) => (uint)Interlocked.Decrement(ref s_references);
}
