using System.Runtime.InteropServices;
using System.Text;

namespace AuroraView.WebView2.Interop;

/// <summary>Text as WebView2 passes it: UTF-16, ended by a zero.</summary>
internal static unsafe class NativeText
{
    /// <summary>Text in place, valid as long as its memory.</summary>
    public static ReadOnlySpan<char> Span(nint text) => text == 0 ? default : MemoryMarshal.CreateReadOnlySpanFromNullTerminated((char*)text);

    /// <summary>Copies text that the callee allocated, and frees it.</summary>
    public static string Take(nint text)
    {
        try
        {
            return Span(text).ToString();
        }
        finally
        {
            Marshal.FreeCoTaskMem(text);
        }
    }

    /// <summary>Frees text that the callee allocated.</summary>
    public static void Free(nint text) => Marshal.FreeCoTaskMem(text);

    /// <summary>The same as UTF-8, without a string between.</summary>
    public static byte[] TakeUtf8(nint text)
    {
        try
        {
            return ToUtf8(Span(text));
        }
        finally
        {
            Marshal.FreeCoTaskMem(text);
        }
    }

    /// <summary>Text as UTF-8; a lone surrogate becomes U+FFFD.</summary>
    public static byte[] ToUtf8(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
