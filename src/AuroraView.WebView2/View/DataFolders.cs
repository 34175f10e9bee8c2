using System.Diagnostics;
using System.Globalization;

namespace AuroraView.WebView2.View;

/// <summary>The folder of a process whose views name none: one each process, so that no host is coupled with another through a shared browser process.</summary>
internal static class DataFolders
{
    private static readonly Lazy<string> s_own = new(Create);

    /// <summary>The folder a view uses.</summary>
    public static string For(string? ofView, string? ofProcess) => ofView ?? ofProcess ?? s_own.Value;

    private static string Create()
    {
        var root = Path.Combine(Path.GetTempPath(), "AuroraView", "WebView2");
        Sweep(root);
        var folder = Path.Combine(root, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        return folder;
    }

    // What processes that are gone have left.
    private static void Sweep(string root)
    {
        if (!Directory.Exists(root))
            return;
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) || (id != Environment.ProcessId && IsRunning(id)))
                continue;
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Its browser process is still at it; the next process tries again.
            }
        }
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return true;
        }
    }
}
