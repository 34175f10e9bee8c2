namespace AuroraView.Threading.Reports;

/// <summary>A wait of a thread.</summary>
/// <param name="Operation">The kind of wait: <c>sync dispatch</c>, <c>sync eval</c>, <c>lock</c>, <c>drain</c>, <c>close</c>...</param>
/// <param name="Target">What it is for.</param>
/// <param name="For">For how long it has been.</param>
/// <param name="IsSuspended">Whether the thread runs a call nested in it just now.</param>
public sealed record ReportedWait(string Operation, string Target, TimeSpan For, bool IsSuspended);
