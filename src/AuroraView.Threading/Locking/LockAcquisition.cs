using System.Globalization;

namespace AuroraView.Threading.Locking;

/// <summary>A lock as it was taken, or was to be taken.</summary>
/// <param name="Lock">The lock's name.</param>
/// <param name="Level">Its level.</param>
/// <param name="Shared">Whether it was for reading.</param>
/// <param name="Thread">The thread's name and id.</param>
/// <param name="Member">The method that took it.</param>
/// <param name="Line">The line in that method's file.</param>
public sealed record LockAcquisition(string Lock, LockLevel Level, bool Shared, string Thread, string Member, int Line)
{
    /// <summary>The acquisition as a phrase.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"'{Lock}'{(Level == LockLevel.None ? "" : $" ({Level}, level {(int)Level})")}{(Shared ? " for reading" : "")}, in {Member}, line {Line}, on {Thread}");
}
