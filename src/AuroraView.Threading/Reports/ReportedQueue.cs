namespace AuroraView.Threading.Reports;

/// <summary>Messages towards a page.</summary>
/// <param name="Name">The queue's name.</param>
/// <param name="State"><c>Open</c>, or <c>Draining</c> once it is being closed.</param>
/// <param name="Capacity">How many messages it holds.</param>
/// <param name="Depth">How many are queued.</param>
/// <param name="InFlight">How many were taken and are not done.</param>
/// <param name="Peak">The greatest depth so far.</param>
public sealed record ReportedQueue(string Name, string State, int Capacity, int Depth, int InFlight, int Peak);
