using System.Globalization;
using AuroraView.Engine.Transport;
using Xunit;

namespace AuroraView.PanelHost.Tests.Support;

/// <summary>What runs, by /proc.</summary>
internal static class Processes
{
    /// <summary>The living processes of a group (not zombies), by id and name.</summary>
    public static (int Id, string Name)[] OfGroup(int group) =>
        [.. All().Where(process => process.Group == group && process.State != 'Z').Select(process => (process.Id, process.Name))];

    /// <summary>The process that runs a panel host's page.</summary>
    public static int PageOf(int panelHost) => OfGroup(panelHost).First(process => process.Name.StartsWith("WebKitWebProc", StringComparison.Ordinal)).Id;

    /// <summary>The panel hosts of this process that live.</summary>
    public static int[] PanelHosts() =>
        [.. All().Where(process => process.Parent == Environment.ProcessId && process.State != 'Z' && process.Id == process.Group).Select(process => process.Id)];

    public static void Kill(int process) => Libc.Kill(process, 9);

    public static void Stop(int process) => Libc.Kill(process, 19);

    /// <summary>Waits until nothing of a group lives.</summary>
    public static void AssertGone(int group)
    {
        Assert.True(SpinWait.SpinUntil(() => OfGroup(group).Length == 0, TestView.Bound),
            "still alive: " + string.Join(", ", OfGroup(group)));
    }

    private static IEnumerable<(int Id, string Name, char State, int Parent, int Group)> All()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out int id))
                continue;
            string stat;
            try
            {
                stat = File.ReadAllText(Path.Combine(folder, "stat"));
            }
            catch (IOException)
            {
                continue;
            }
            int open = stat.IndexOf('(');
            int close = stat.LastIndexOf(')');
            string[] rest = stat[(close + 2)..].Split(' ');
            yield return (id, stat[(open + 1)..close], rest[0][0], int.Parse(rest[1], CultureInfo.InvariantCulture), int.Parse(rest[2], CultureInfo.InvariantCulture));
        }
    }
}
