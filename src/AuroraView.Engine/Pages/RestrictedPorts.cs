namespace AuroraView.Engine.Pages;

/// <summary>
/// Ports that engines do not load pages from, because they belong to other protocols (the Fetch standard, "port blocking"). Engines refuse them
/// without a reason, or show an empty page, so the reason is given here.
/// </summary>
internal static class RestrictedPorts
{
    private static readonly int[] s_ports =
    [
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123,
        135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995,
        1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
    ];

    /// <summary>Why a page is not loaded from where <paramref name="url"/> points, or <see langword="null"/> where its port is no reason.</summary>
    public static string? Refuse(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && parsed.Scheme is "http" or "https" && Array.BinarySearch(s_ports, parsed.Port) >= 0
            ? $"Port {parsed.Port} belongs to another protocol, and web engines refuse to load pages from it. Let the server listen on another port, such as 8080."
            : null;
}
