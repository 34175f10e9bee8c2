namespace AuroraView.WebView2;

/// <summary>A key that may be the host's.</summary>
/// <param name="VirtualKey">The key's Windows code, such as 0x53 for S.</param>
/// <param name="Control">Whether Ctrl is held.</param>
/// <param name="Shift">Whether Shift is held.</param>
/// <param name="Alt">Whether Alt is held.</param>
public readonly record struct AcceleratorKey(int VirtualKey, bool Control = false, bool Shift = false, bool Alt = false);
