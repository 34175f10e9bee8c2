namespace AuroraView.Threading.Reports;

/// <summary>A node that waits for another one.</summary>
/// <param name="From">The id of the node that waits.</param>
/// <param name="To">The id of the node it waits for.</param>
/// <param name="Operation">The kind of wait, such as <c>sync dispatch</c>, if a thread of this process is blocked in one.</param>
/// <param name="For">For how long it has been.</param>
/// <param name="IsSuspended">Whether the thread runs a call nested in that wait just now.</param>
public sealed record ReportedEdge(string From, string To, string? Operation, TimeSpan? For, bool IsSuspended);
