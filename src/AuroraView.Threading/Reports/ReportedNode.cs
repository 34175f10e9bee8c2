using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Reports;

/// <summary>A node in the picture of waits.</summary>
/// <param name="Id">Its name within the report: <c>n0</c>, <c>n1</c>...</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it is, for a person.</param>
public sealed record ReportedNode(string Id, WaitNodeKind Kind, string Text);
