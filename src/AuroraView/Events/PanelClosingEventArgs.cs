namespace AuroraView;

/// <summary>The panel is about to close. A handler that sets <see cref="Cancel"/> keeps it open.</summary>
/// <param name="byUser">Whether the user asked for it at the window.</param>
public sealed class PanelClosingEventArgs(bool byUser) : EventArgs
{
    /// <summary>Whether the user asked for it at the window.</summary>
    public bool ByUser { get; } = byUser;

    /// <summary>Whether the panel stays open. Ignored by a forced close.</summary>
    public bool Cancel { get; set; }
}
