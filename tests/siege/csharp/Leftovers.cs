using System.Diagnostics;

namespace AuroraView.Siege;

/// <summary>What a process has: descendants, descriptors, named threads, files in its temporary folder. Only its own are looked at.</summary>
internal sealed record Leftovers(IReadOnlyList<string> Processes, IReadOnlyList<string> Descriptors, IReadOnlyList<string> Threads, IReadOnlyList<string> Files)
{
    public static Leftovers Take() =>
        new([.. ProcessTree.Descendants(Environment.ProcessId).Select(each => $"{each.Name} ({each.Id}, {each.State})")],
            [.. Descriptor()], [.. ThreadNames()], [.. FileNames()]);

    /// <summary>Waits until nothing is there that was not there before, or the time is over; says what is.</summary>
    public string? WaitUntilGone(TimeSpan limit)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            // Descriptors that only a finalizer closes are a leak too, but the runtime's own are closed by one.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var now = Take();
            if (now.Processes.Count <= Processes.Count && now.Descriptors.Count <= Descriptors.Count
                && More(now.Threads, Threads).Count == 0 && More(now.Files, Files).Count == 0)
            {
                return null;
            }

            if (Stopwatch.GetElapsedTime(start) > limit)
            {
                return $"left behind: processes [{string.Join(", ", now.Processes)}], descriptors {now.Descriptors.Count} (before {Descriptors.Count}) "
                    + $"[{string.Join(", ", More(now.Descriptors, Descriptors))}], threads [{string.Join(", ", More(now.Threads, Threads))}], "
                    + $"files [{string.Join(", ", More(now.Files, Files))}]";
            }

            Thread.Sleep(20);
        }
    }

    private static IReadOnlyList<string> More(IEnumerable<string> now, IEnumerable<string> before)
    {
        var rest = now.ToList();
        foreach (var one in before)
            rest.Remove(one);
        return rest;
    }

    private static IEnumerable<string> Descriptor()
    {
        foreach (var link in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            var target = Read(() => new FileInfo(link).LinkTarget);
            // The folder that is being read is open itself.
            if (target is not null && !target.Contains("/fd", StringComparison.Ordinal))
                yield return target;
        }
    }

    // The runtime's own threads come and go with its pool.
    private static IEnumerable<string> ThreadNames() =>
        Directory.EnumerateDirectories("/proc/self/task").Select(folder => Read(() => File.ReadAllText(Path.Combine(folder, "comm")).TrimEnd()))
            .Where(name => name is not null && !name.StartsWith(".NET", StringComparison.Ordinal) && name != "AuroraView.Sieg" && name != "dotnet")!;

    private static IEnumerable<string> FileNames() =>
        Directory.Exists(Path.GetTempPath()) ? Directory.EnumerateFileSystemEntries(Path.GetTempPath(), "*", SearchOption.AllDirectories) : [];

    private static string? Read(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return null;
        }
    }
}
