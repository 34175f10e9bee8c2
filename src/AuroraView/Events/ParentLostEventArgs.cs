namespace AuroraView;

/// <summary>The window that the panel lived in was destroyed, and the panel is about to close.</summary>
public sealed class ParentLostEventArgs : EventArgs
{
    /// <summary>Whether the panel stays open, hidden, until <see cref="WebView.Reparent"/> gives it a new place. A handler that reparents it at once need not set this.</summary>
    public bool KeepOpen { get; set; }
}
