using System.Runtime.InteropServices;

namespace AuroraView.Engine.Transport;

/// <summary>
/// The limits that a shell or a batch system set for the host (<c>ulimit</c>), and that the panel host inherits. The engine needs more than a host does: it
/// reserves gigabytes of address space, of which it uses little.
/// </summary>
internal static unsafe partial class ResourceLimits
{
    private const ulong Unlimited = ulong.MaxValue;
    private const ulong Gigabyte = 1UL << 30;

    // Linux's numbers, the option of ulimit, and what WebKitGTK was seen to need, with some room.
    private static readonly (int Kind, string Name, string Option, ulong Enough)[] s_kinds =
    [
        (1, "file size", "-f", Unlimited),
        (2, "data", "-d", 8 * Gigabyte),
        (3, "stack", "-s", 8UL << 20),
        (7, "open files", "-n", 1024),
        (9, "address space", "-v", 12 * Gigabyte),
    ];

    /// <summary>Raises this process's limits to what the engine needs, as far as the hard limits allow. For the panel host, before the engine is loaded.</summary>
    public static void Raise()
    {
        foreach ((int kind, _, _, ulong enough) in s_kinds)
        {
            Limit limit;
            if (Get(kind, &limit) != 0 || limit.Soft >= enough || limit.Soft >= limit.Hard)
                continue;
            limit.Soft = Math.Min(enough, limit.Hard);
            _ = Set(kind, &limit);
        }
    }

    /// <summary>Says which limits cannot be raised to what the engine needs; empty if none. For the message of an engine that did not start.</summary>
    public static string Describe()
    {
        List<string> low = [];
        foreach ((int kind, string name, string option, ulong enough) in s_kinds)
        {
            Limit limit;
            if (Get(kind, &limit) == 0 && limit.Hard < enough)
                low.Add($"{name} {limit.Hard} (ulimit -H {option}){(enough == Unlimited ? "" : $", enough is {enough}")}");
        }
        return low.Count == 0 ? "" : $" This process has low limits, which the engine inherits: {string.Join("; ", low)}. Raise them for the host.";
    }

    [LibraryImport("libc.so.6", EntryPoint = "getrlimit")]
    private static partial int Get(int kind, Limit* limit);

    [LibraryImport("libc.so.6", EntryPoint = "setrlimit")]
    private static partial int Set(int kind, Limit* limit);

    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
