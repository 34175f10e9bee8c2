namespace AuroraView.Threading.Reports;

/// <summary>A page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">Whether it can be reached, and why not.</param>
/// <param name="Requests">What it has asked for and not got yet, oldest first.</param>
public sealed record ReportedPage(string Name, string? State, IReadOnlyList<ReportedRequest> Requests);
