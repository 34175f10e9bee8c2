using System.Globalization;

namespace AuroraView.Threading.Waiting;

/// <summary>The graph as lines of text. What is seen under the graph's lock is put into words after it.</summary>
internal static class WaitReport
{
    private const int Most = 20;

    /// <summary>The waits of a thread, and those of others that a reader of a timeout will want to see.</summary>
    internal static IReadOnlyList<string> Neighbours(ThreadNode? thread) => WaitGraph.Read(first =>
    {
        var seen = new List<(ThreadNode Thread, Seen Wait)>();
        for (var record = first; record is not null && seen.Count < Most; record = record.Next)
        {
            if (record.Target is not null && !(thread is not null && record.Thread == thread && record != thread.Blocked))
                seen.Add((record.Thread, new Seen(record)));
        }

        return seen;
    }).ConvertAll(static seen => $"{seen.Thread.Describe()} waits in {seen.Wait.Text} (since {seen.Wait.Milliseconds})");

    /// <summary>The wait that a thread sits in now.</summary>
    internal static string? Of(ThreadNode? thread) =>
        thread is not null && WaitGraph.Read(_ => thread.Blocked is { Target: not null } record ? new Seen(record) : (Seen?)null) is { } seen
            ? $"{seen.Text}, for {seen.Milliseconds}"
            : null;

    private readonly struct Seen(WaitRecord record)
    {
        private readonly string _what = record.What!;
        private readonly Description _target = record.Target!.Describe();
        private readonly ClockTime _begun = record.Begun;

        internal string Text => $"{_what} for {_target}";

        internal string Milliseconds => string.Create(CultureInfo.InvariantCulture, $"{_begun.Elapsed.TotalMilliseconds:0} ms");
    }
}
