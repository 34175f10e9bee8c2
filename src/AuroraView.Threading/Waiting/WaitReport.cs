using System.Globalization;

namespace AuroraView.Threading.Waiting;

/// <summary>The graph as lines of text.</summary>
internal static class WaitReport
{
    private const int Most = 20;

    /// <summary>The waits of a thread, and those of others that a reader of a timeout will want to see.</summary>
    internal static IReadOnlyList<string> Neighbours(ThreadNode? thread) => WaitGraph.Read(first =>
    {
        var lines = new List<string>();
        for (var record = first; record is not null && lines.Count < Most; record = record.Next)
        {
            if (record.Target is not { } target || (thread is not null && record.Thread == thread && record != thread.Blocked))
                continue;
            var elapsed = record.Clock.GetElapsedTime(record.Since).TotalMilliseconds;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{record.Thread.Describe()} waits in {record.What} for {target.Describe()} (since {elapsed:0} ms)"));
        }

        return lines;
    });

    /// <summary>The wait that a thread sits in now.</summary>
    internal static string? Of(ThreadNode? thread) => thread is null ? null : WaitGraph.Read(_ =>
        thread.Blocked is { Target: { } target } record
            ? string.Create(CultureInfo.InvariantCulture, $"{record.What} for {target.Describe()}, for {record.Clock.GetElapsedTime(record.Since).TotalMilliseconds:0} ms")
            : null);
}
