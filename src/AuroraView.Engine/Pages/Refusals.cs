namespace AuroraView.Engine.Pages;

/// <summary>What is told of something that a page asked for and may not have.</summary>
internal static class Refusals
{
    /// <summary>Why there is no window, and no download.</summary>
    public const string NoNewWindows = "new windows and downloads are not allowed (AllowNewWindows).";

    /// <summary>Why there is no local file.</summary>
    public const string NoFiles = "pages may not read files (AllowFileAccess).";

    private const int LongestAddress = 1000;

    /// <summary>Tells of a refusal.</summary>
    /// <param name="events">Who is told.</param>
    /// <param name="what">What it was, before its address.</param>
    /// <param name="address">Its address, which a page can make as long as it likes.</param>
    /// <param name="why">What would allow it.</param>
    public static void Tell(IWebViewBackendEvents events, string what, string address, string why) => events.OnWindow(
        new WindowChange(WindowChangeKind.Refused, Error: $"{what} {(address.Length > LongestAddress ? address[..LongestAddress] + "…" : address)}: {why}"));
}
