namespace AuroraView.Threading.Waiting;

/// <summary>The pages of this process.</summary>
internal static class WaitParties
{
    internal static WeakRegistry<WaitParty> Pages { get; } = new();
}
