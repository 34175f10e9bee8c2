namespace AuroraView;

/// <summary>A load of the page.</summary>
/// <param name="url">The page's URL.</param>
/// <param name="error">Why it failed.</param>
public sealed class PageLoadEventArgs(string url, string? error) : EventArgs
{
    /// <summary>The page's URL.</summary>
    public string Url { get; } = url;

    /// <summary>Why it failed; <see langword="null"/> if it did not.</summary>
    public string? Error { get; } = error;
}
