using System.Globalization;

namespace AuroraView.Siege;

/// <summary>Memory after each round. One round's number says nothing; what counts is whether the later ones are above the earlier ones.</summary>
internal sealed class MemoryTrend
{
    private const int Settled = 6;
    private const int Enough = 18;
    private const double Mega = 1024 * 1024;
    private const double ManagedPerRound = 0.1;
    private const double ResidentPerRound = 0.5;
    // What pools and allocators may keep, however long it goes on.
    private const double ManagedKept = 40;
    private const double ResidentKept = 150;

    private readonly List<(double Managed, double Resident)> _after = [];

    public string Last => string.Create(CultureInfo.InvariantCulture, $"{_after[^1].Resident:0} MB resident, {_after[^1].Managed:0.0} MB managed");

    /// <summary>Notes a round. Says what is wrong, if anything, once there are enough of them.</summary>
    public string? Add()
    {
        _after.Add((GC.GetTotalMemory(forceFullCollection: true) / Mega, Environment.WorkingSet / Mega));
        if (_after.Count < Enough)
            return null;
        // The first ones fill pools.
        var settled = _after.Skip(Settled).ToList();
        var (managed, resident) = (Slope([.. settled.Select(each => each.Managed)]), Slope([.. settled.Select(each => each.Resident)]));
        return (managed > ManagedPerRound && managed * settled.Count > ManagedKept) || (resident > ResidentPerRound && resident * settled.Count > ResidentKept)
            ? string.Create(CultureInfo.InvariantCulture, $"memory grows by {managed:0.00} MB managed and {resident:0.00} MB resident a round: ")
                + string.Join(", ", settled.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Managed:0.0}/{each.Resident:0}")))
            : null;
    }

    // The middle one of all slopes between two rounds (Theil and Sen): a round that is far off does not count.
    private static double Slope(double[] values)
    {
        var slopes = new List<double>();
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = i + 1; j < values.Length; j++)
                slopes.Add((values[j] - values[i]) / (j - i));
        }

        slopes.Sort();
        return slopes[slopes.Count / 2];
    }
}
