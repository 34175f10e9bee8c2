using System.Globalization;
using Xunit;

namespace AuroraView.Views.Tests.Hosts;

/// <summary>What runs, by <c>/proc</c>.</summary>
internal static class Processes
{
    /// <summary>The living processes (not zombies) of a panel host's group, itself and the engine's, by id and name.</summary>
    public static IReadOnlyList<string> OfGroup(int group) =>
        [.. All().Where(process => process.Group == group && process.State != 'Z').Select(process => $"{process.Name} ({process.Id})")];

    /// <summary>The living processes of a panel host's group whose name begins like this, by id.</summary>
    public static IReadOnlyList<int> IdsOfGroup(int group, string name) =>
        [.. All().Where(process => process.Group == group && process.State != 'Z' && process.Name.StartsWith(name, StringComparison.Ordinal)).Select(process => process.Id)];

    /// <summary>Waits until nothing of a panel host's group lives.</summary>
    public static void AssertGone(int group) =>
        Assert.True(SpinWait.SpinUntil(() => OfGroup(group).Count == 0, HostLoop.Bound), $"still alive: {string.Join(", ", OfGroup(group))}");

    /// <summary>The resident memory of a process and of what is in its group, in bytes.</summary>
    public static long ResidentOfGroup(int group) => All().Where(process => process.Group == group).Sum(process => process.Resident);

    private static IEnumerable<(int Id, string Name, char State, int Group, long Resident)> All()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                continue;
            string stat;
            try
            {
                stat = File.ReadAllText(Path.Combine(folder, "stat"));
            }
            catch (IOException)
            {
                // It ended meanwhile.
                continue;
            }

            // The name, in parentheses, may hold anything; the fields after it are those of proc(5) from the third on.
            var open = stat.IndexOf('(', StringComparison.Ordinal);
            var close = stat.LastIndexOf(')');
            var rest = stat[(close + 2)..].Split(' ');
            yield return (id, stat[(open + 1)..close], rest[0][0], int.Parse(rest[2], CultureInfo.InvariantCulture),
                long.Parse(rest[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize);
        }
    }
}
