namespace AuroraView;

/// <summary>The panel's inner size changed.</summary>
/// <param name="width">Width in CSS pixels.</param>
/// <param name="height">Height in CSS pixels.</param>
public sealed class PanelResizedEventArgs(int width, int height) : EventArgs
{
    /// <summary>Width in CSS pixels.</summary>
    public int Width { get; } = width;

    /// <summary>Height in CSS pixels.</summary>
    public int Height { get; } = height;
}
