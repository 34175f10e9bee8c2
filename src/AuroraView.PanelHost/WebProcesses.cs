using AuroraView.Engine.Transport;

namespace AuroraView.PanelHost;

/// <summary>The engine's processes that run pages.</summary>
internal static class WebProcesses
{
    private const string PageProcess = "WebKitWebProces";
    private const int SigKill = 9;

    /// <summary>
    /// Kills those that run pages: one in an endless loop would live on for ten seconds. The engine's network process
    /// writes out storage when it notices the end, and then ends by itself.
    /// </summary>
    public static void End()
    {
        foreach (int child in Children())
        {
            if (NameOf(child).StartsWith(PageProcess, StringComparison.Ordinal))
                Libc.Kill(child, SigKill);
        }
    }

    private static IEnumerable<int> Children()
    {
        string[] tasks;
        try
        {
            tasks = Directory.GetDirectories("/proc/self/task");
        }
        catch (IOException)
        {
            yield break;
        }
        foreach (string task in tasks)
        {
            foreach (string child in ReadOrEmpty(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (int.TryParse(child, out int id))
                    yield return id;
            }
        }
    }

    private static string NameOf(int process) => ReadOrEmpty($"/proc/{process}/comm");

    private static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
