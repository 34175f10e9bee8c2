namespace AuroraView.WebView2.Windows;

/// <summary>What the user answered.</summary>
/// <param name="IsAccepted">OK; everything else is a cancel.</param>
/// <param name="Text">What a prompt's field held.</param>
/// <param name="Mutes">Whether the page may open no more dialogs.</param>
internal sealed record ScriptAnswer(bool IsAccepted, string Text, bool Mutes)
{
    /// <summary>Nobody has answered.</summary>
    public static readonly ScriptAnswer Cancelled = new(false, "", false);
}
