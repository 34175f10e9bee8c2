using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AuroraView.WebView2.Pages;

/// <summary>A folder that pages may read from, and nothing outside of it: no <c>..</c>, no drive or device names, no link that leads out.</summary>
/// <param name="folder">An absolute path.</param>
internal sealed unsafe partial class AssetFolder(string folder)
{
    private const int LongestPath = 32_768;

    /// <summary>Answers a request for a file of the folder. From any thread; it may take as long as the file system does.</summary>
    /// <param name="path">The decoded path of the URL, with or without its first slash.</param>
    /// <param name="uri">The URL, for a refusal.</param>
    /// <param name="range">The part that is asked for, as a <c>Range</c> header says it, or <see langword="null"/> for all.</param>
    public AssetAnswer Answer(string path, string uri, string? range)
    {
        // A colon would name a drive or an alternate stream of a file.
        if (path.AsSpan().IndexOfAny("\0\\:*?\"<>|") >= 0 || path.Split('/').Any(static part => part is "." or ".." || part.EndsWith('.') || part.EndsWith(' ')))
            return AssetAnswer.Refusal(404, uri, "the path is not allowed");
        try
        {
            using var root = OpenFolder(folder);
            using var file = File.OpenHandle(Path.Combine(folder, path.TrimStart('/').Replace('/', '\\')), FileMode.Open, FileAccess.Read, FileShare.Read);
            // What was really opened counts, not what the name looked like a moment ago.
            if (root.IsInvalid || !IsInside(FinalPath(root), FinalPath(file)))
                return AssetAnswer.Refusal(404, uri, "the path leads out of the folder that is served");
            return AssetAnswer.OfFile(file, path, uri, range);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or ArgumentException or NotSupportedException)
        {
            return AssetAnswer.Refusal(404, uri, "there is no such file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return AssetAnswer.Refusal(404, uri, $"the file cannot be read ({error.Message.TrimEnd('.')})");
        }
    }

    private static bool IsInside(string root, string file) =>
        root.Length > 0 && file.StartsWith(root.TrimEnd('\\') + "\\", StringComparison.OrdinalIgnoreCase);

    private static string FinalPath(SafeFileHandle handle)
    {
        var buffer = new char[LongestPath];
        fixed (char* start = buffer)
        {
            var length = GetFinalPathNameByHandleW(handle, start, LongestPath, 0);
            return length is > 0 and < LongestPath ? new string(buffer, 0, (int)length) : "";
        }
    }

    private static SafeFileHandle OpenFolder(string path)
    {
        const uint shareAll = 7;
        const uint openExisting = 3;
        const uint backupSemantics = 0x02000000;
        return CreateFileW(path, 0, shareAll, 0, openExisting, backupSemantics, 0);
    }

    [LibraryImport("kernel32", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    private static partial SafeFileHandle CreateFileW(string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial uint GetFinalPathNameByHandleW(SafeFileHandle file, char* path, uint room, uint flags);
}
