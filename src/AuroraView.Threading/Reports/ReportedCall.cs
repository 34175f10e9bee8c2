namespace AuroraView.Threading.Reports;

/// <summary>A call that is queued or runs.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Age">For how long it has been queued, or has been running.</param>
/// <param name="Producer">The thread or page that made it; <see langword="null"/> if that is not known.</param>
public sealed record ReportedCall(string Function, TimeSpan Age, string? Producer);
