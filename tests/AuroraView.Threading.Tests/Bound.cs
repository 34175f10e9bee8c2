namespace AuroraView.Threading.Tests;

/// <summary>How long a test waits for something that must come. Machines are slow at times; nothing here measures speed.</summary>
internal static class Bound
{
    internal static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);
}
