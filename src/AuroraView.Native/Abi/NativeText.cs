using System.Runtime.InteropServices;

namespace AuroraView.Native.Abi;

/// <summary>The header's <c>av_text</c>: bytes that the caller owns and gives back with <c>av_text_free</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeText
{
    private byte* _data;
    private long _length;

    /// <summary>Copies bytes for the caller, with a zero byte behind them.</summary>
    internal static void Write(NativeText* target, ReadOnlySpan<byte> bytes)
    {
        if (target is null)
            return;
        var data = (byte*)NativeMemory.Alloc((nuint)bytes.Length + 1);
        bytes.CopyTo(new Span<byte>(data, bytes.Length));
        data[bytes.Length] = 0;
        target->_data = data;
        target->_length = bytes.Length;
    }

    internal static void Free(NativeText* target)
    {
        if (target is null)
            return;
        NativeMemory.Free(target->_data);
        *target = default;
    }
}
