namespace AuroraView.WebView2.View;

/// <summary>A script that the engine has not answered.</summary>
/// <param name="CallIds">The calls it answers: one for an evaluation, all merged ones for a batch.</param>
/// <param name="IsBatch">Whether it is a batch for the page's bridge.</param>
/// <param name="Since">When it was sent, in milliseconds of the system's clock.</param>
internal sealed record PendingScript(long[] CallIds, bool IsBatch, long Since)
{
    /// <summary>Whether it was answered already, because the page is gone; a late completion is then ignored.</summary>
    public bool IsAnswered { get; set; }
}
