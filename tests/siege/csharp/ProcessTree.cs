using System.Globalization;
using System.Runtime.InteropServices;

namespace AuroraView.Siege;

/// <summary>The processes that come from one, by <c>/proc</c>.</summary>
internal static partial class ProcessTree
{
    public const int Kill = 9;
    public const int Continue = 18;
    public const int Stop = 19;

    public static IReadOnlyList<(int Id, string Name, char State)> Descendants(int ancestor)
    {
        var all = All().ToList();
        var found = new List<(int Id, string Name, char State)>();
        var parents = new Queue<int>([ancestor]);
        while (parents.TryDequeue(out var parent))
        {
            foreach (var child in all.Where(each => each.Parent == parent))
            {
                found.Add((child.Id, child.Name, child.State));
                parents.Enqueue(child.Id);
            }
        }

        return found;
    }

    public static void Signal(int process, int signal) => _ = SendSignal(process, signal);

    private static IEnumerable<(int Id, string Name, char State, int Parent)> All()
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

            var open = stat.IndexOf('(', StringComparison.Ordinal);
            var close = stat.LastIndexOf(')');
            var rest = stat[(close + 2)..].Split(' ');
            yield return (id, stat[(open + 1)..close], rest[0][0], int.Parse(rest[1], CultureInfo.InvariantCulture));
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
