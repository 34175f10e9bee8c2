using System.Globalization;

namespace AuroraView.Bench;

/// <summary>The table: a figure of ours beside the peer's of the same run, and the aim.</summary>
internal sealed class Figures
{
    private readonly List<string[]> _rows = [];

    public void Add(string what, double ours, string unit, double? peer = null, string peerName = "", string aim = "")
    {
        var ratio = peer is { } other ? (ours / other).ToString("0.00", CultureInfo.InvariantCulture) + "x" : "";
        _rows.Add([what, Number(ours) + " " + unit, peer is { } p ? $"{Number(p)} {unit} ({peerName})" : "", ratio, aim]);
        Console.Error.WriteLine($"  {what}: {Number(ours)} {unit} {ratio}");
    }

    public void Print(TextWriter output)
    {
        output.WriteLine("| what | ours | peer, same run | ratio | aim |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var row in _rows)
            output.WriteLine($"| {string.Join(" | ", row)} |");
    }

    private static string Number(double value) => value switch
    {
        >= 1000 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
