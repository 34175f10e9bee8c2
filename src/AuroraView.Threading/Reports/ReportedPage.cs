namespace AuroraView.Threading.Reports;

/// <summary>A page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">Whether it can be reached, and why not.</param>
/// <param name="OpenRequests">How many requests it has open.</param>
/// <param name="Requests">The oldest of them, at most <see cref="HangReport.MostCalls"/>.</param>
public sealed record ReportedPage(string Name, string? State, int OpenRequests, IReadOnlyList<ReportedRequest> Requests);
