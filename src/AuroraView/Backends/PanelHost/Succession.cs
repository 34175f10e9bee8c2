namespace AuroraView.Backends.PanelHost;

/// <summary>A view's place among those that come from a panel host that died.</summary>
/// <param name="Order">Its number among all views of this process, in the order in which they were made.</param>
/// <param name="Former">The panel host that died, or <see langword="null"/> at the first start.</param>
/// <param name="Pause">How long to wait before the new one is started, in milliseconds.</param>
internal sealed record Succession(long Order, SharedPanelHost? Former, int Pause)
{
    /// <summary>The last place: no other view waits for it.</summary>
    public static Succession None { get; } = new(long.MaxValue, null, 0);
}
