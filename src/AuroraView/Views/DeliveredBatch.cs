namespace AuroraView.Views;

/// <summary>What travels to the page as one script.</summary>
/// <param name="document">The document it is for.</param>
internal sealed class DeliveredBatch(long document)
{
    internal long Document { get; } = document;

    internal List<Outbound> Items { get; } = [];
}
