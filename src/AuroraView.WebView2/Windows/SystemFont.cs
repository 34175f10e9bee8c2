namespace AuroraView.WebView2.Windows;

/// <summary>The font that the user has chosen for message boxes.</summary>
internal static unsafe class SystemFont
{
    private const uint NonClientMetrics = 0x29;

    /// <summary>That font at a DPI; the caller deletes it.</summary>
    public static nint ForMessages(uint dpi)
    {
        var metrics = new User32.NonClientMetrics { Size = (uint)sizeof(User32.NonClientMetrics) };
        return Read(&metrics, dpi) ? Gdi32.CreateFontIndirectW(metrics.MessageFont) : 0;
    }

    /// <summary>Gives a font back.</summary>
    public static void Delete(nint font)
    {
        if (font != 0)
            _ = Gdi32.DeleteObject(font);
    }

    private static bool Read(User32.NonClientMetrics* metrics, uint dpi)
    {
        try
        {
            return User32.SystemParametersInfoForDpi(NonClientMetrics, metrics->Size, metrics, 0, dpi) != 0;
        }
        catch (EntryPointNotFoundException)
        {
            // Before Windows 10, 1607 the process has one DPI.
            return User32.SystemParametersInfoW(NonClientMetrics, metrics->Size, metrics, 0) != 0;
        }
    }
}
