using AuroraView.Engine;

namespace AuroraView;

/// <summary>The page's process ended or does not answer. The host and the panel's window live on.</summary>
/// <param name="reason">What happened.</param>
/// <param name="detail">What the engine says.</param>
/// <param name="isReloading">Whether the page is being loaded again.</param>
public sealed class PanelCrashedEventArgs(CrashReason reason, string detail, bool isReloading) : EventArgs
{
    /// <summary>What happened.</summary>
    public CrashReason Reason { get; } = reason;

    /// <summary>What the engine says.</summary>
    public string Detail { get; } = detail;

    /// <summary>Whether the page is being loaded again.</summary>
    public bool IsReloading { get; } = isReloading;
}
