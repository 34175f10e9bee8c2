using System.Runtime.InteropServices;
using AuroraView.Engine.Pages;
using AuroraView.WebView2.Interop;
using Microsoft.Win32.SafeHandles;

namespace AuroraView.WebView2.Pages;

/// <summary>What is answered to a request of the own scheme. It owns a stream of the system's, which any thread may use and give back.</summary>
internal sealed class AssetAnswer : IDisposable
{
    private AssetAnswer(int status, string type, nint stream, string moreHeaders = "")
    {
        Status = status;
        Headers = $"Content-Type: {type}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-cache{moreHeaders}";
        Stream = stream;
    }

    /// <summary>The status of HTTP.</summary>
    public int Status { get; }

    /// <summary>The words that go with it.</summary>
    public string Reason => Status switch
    {
        200 => "OK",
        206 => "Partial Content",
        404 => "Not Found",
        413 => "Content Too Large",
        416 => "Range Not Satisfiable",
        _ => "Internal Server Error",
    };

    /// <summary>The headers, a line each.</summary>
    public string Headers { get; }

    /// <summary>The body, as an IStream.</summary>
    public nint Stream { get; private set; }

    /// <summary>Bytes in memory.</summary>
    public static AssetAnswer Of(byte[] body, string type) => new(200, type, MemoryStreams.Create(body));

    /// <summary>A refusal that says why.</summary>
    public static AssetAnswer Refusal(int status, string uri, string problem, string moreHeaders = "") =>
        new(status, AppPages.RefusalType, MemoryStreams.Create(AppPages.Refusal(uri, problem)), moreHeaders);

    /// <summary>A file, or the part of it that was asked for.</summary>
    /// <remarks>Read as a whole: the engine reads all bodies on one thread of its own, so a slow file must not be waited for there.</remarks>
    public static AssetAnswer OfFile(SafeFileHandle file, string name, string uri, string? range)
    {
        var length = RandomAccess.GetLength(file);
        var part = ByteRange.Read(range, length);
        if (part is { IsSatisfiable: false })
            return Refusal(416, uri, $"the file has {length} bytes, and the requested range lies outside them", $"\r\nContent-Range: bytes */{length}");
        var sent = part ?? new ByteRange(0, length);
        if (sent.Length > MemoryStreams.Largest)
            return Refusal(413, uri, $"{sent.Length} bytes are more than the {MemoryStreams.Largest} that one answer can hold; ask for ranges");
        var headers = $"\r\nAccept-Ranges: bytes\r\nContent-Length: {sent.Length}";
        if (part is not null)
            headers += $"\r\nContent-Range: bytes {sent.First}-{sent.Last}/{length}";
        return new AssetAnswer(part is null ? 200 : 206, MediaTypes.Of(name), MemoryStreams.Create(file, sent.First, sent.Length), headers);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Stream == 0)
            return;
        Marshal.Release(Stream);
        Stream = 0;
    }
}
