namespace AuroraView.Threading.Reports;

/// <summary>Something that a page has asked for and not got yet.</summary>
/// <param name="Handler">The name it called.</param>
/// <param name="Age">For how long it has been waiting.</param>
public sealed record ReportedRequest(string Handler, TimeSpan Age);
