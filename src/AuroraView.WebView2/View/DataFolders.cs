using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using AuroraView.Threading.Guards;

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
        using var process = Process.GetCurrentProcess();
        var folder = Path.Combine(root, NameOf(process));
        Directory.CreateDirectory(folder);
        // Whoever opens a panel, a host's main thread as a rule, does not wait for what others have left.
        Background.Run(Sweep, root);
        return folder;
    }

    /// <summary>The name of a process's folder. With its start, since a number is given again.</summary>
    internal static string NameOf(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{process.Id}-{process.StartTime.ToUniversalTime().Ticks}");

    /// <summary>Deletes what processes that are gone have left.</summary>
    internal static void Sweep(string root)
    {
        try
        {
            foreach (var folder in Directory.EnumerateDirectories(root))
            {
                if (!IsOfRunning(Path.GetFileName(folder)))
                    Delete(folder);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process sweeps too; the next one tries again.
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Its browser process is still at it; the next process tries again.
        }
    }

    // A name of another form is not ours to delete.
    private static bool IsOfRunning(string name)
    {
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !int.TryParse(name.AsSpan(0, dash), CultureInfo.InvariantCulture, out var id))
            return true;
        try
        {
            using var process = Process.GetProcessById(id);
            return NameOf(process) == name;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // There is none, or none any more.
            return false;
        }
        catch (Win32Exception)
        {
            // Another user's, or the system's, of which nothing can be known.
            return true;
        }
    }
}
