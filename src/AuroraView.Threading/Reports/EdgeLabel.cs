using System.Globalization;

namespace AuroraView.Threading.Reports;

/// <summary>What a picture says beside an arrow.</summary>
internal static class EdgeLabel
{
    internal static string? Of(ReportedEdge edge) =>
        edge.Operation is not { } operation ? null
        : edge.For is not { } elapsed ? operation
        : string.Create(CultureInfo.InvariantCulture, $"{operation}, {elapsed.TotalMilliseconds:0} ms");
}
