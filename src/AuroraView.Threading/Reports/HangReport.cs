using AuroraView.Threading.Locking;
using AuroraView.Threading.Reports;

namespace AuroraView.Threading;

/// <summary>
/// The waits of this process and the calls that are queued, as data, as JSON, and as a picture. Take one if nothing seems to go on.
/// </summary>
/// <remarks>
/// <para>Taken from any thread, at any time, without waiting for anybody and without running anything of anybody else's. Each part is consistent in itself; the
/// parts are looked at one after the other, within microseconds. docs/hangs.md shows how to read one.</para>
/// <para>All members may be used from any thread. A report does not change.</para>
/// </remarks>
public sealed class HangReport
{
    /// <summary>How many queued calls are listed for a thread, and how many open requests for a page.</summary>
    public const int MostCalls = 50;

    internal HangReport()
    {
    }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset TakenAt { get; internal init; }

    /// <summary>The process.</summary>
    public int ProcessId { get; internal init; }

    /// <summary>Whether lock order was verified. Only then the holders of locks are known.</summary>
    public LockOrderMode LockOrder { get; internal init; }

    /// <summary>The threads that wait, hold a verified lock, or run the calls of a queue.</summary>
    public IReadOnlyList<ReportedThread> Threads { get; internal init; } = [];

    /// <summary>The calls that are queued for and run by threads: main threads and panels' handler threads.</summary>
    public IReadOnlyList<ReportedDispatcher> Dispatchers { get; internal init; } = [];

    /// <summary>The ordered locks that are held or waited for.</summary>
    public IReadOnlyList<ReportedLock> Locks { get; internal init; } = [];

    /// <summary>The pages.</summary>
    public IReadOnlyList<ReportedPage> Pages { get; internal init; } = [];

    /// <summary>The messages on their way to pages.</summary>
    public IReadOnlyList<ReportedQueue> Queues { get; internal init; } = [];

    /// <summary>The nodes of the picture.</summary>
    public IReadOnlyList<ReportedNode> Nodes { get; internal init; } = [];

    /// <summary>The edges of the picture: from a waiting node to what it waits for.</summary>
    public IReadOnlyList<ReportedEdge> Edges { get; internal init; } = [];

    /// <summary>Takes a report of this process.</summary>
    public static HangReport Take() => HangSurvey.Take();

    /// <summary>The whole report as JSON, indented. Times are in milliseconds, in members whose names end in <c>Ms</c>. A value that is not known is null.</summary>
    public string ToJson() => HangReportJson.Write(this);

    /// <summary>The picture for Mermaid: paste it into a Markdown code block of the language <c>mermaid</c>.</summary>
    public string ToMermaid() => HangReportMermaid.Write(this);

    /// <summary>The picture for Graphviz: <c>dot -Tsvg</c>.</summary>
    public string ToDot() => HangReportDot.Write(this);

    /// <summary>The report for a person, a line a fact.</summary>
    public override string ToString() => HangReportText.Write(this);
}
