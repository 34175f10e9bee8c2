using AuroraView.Engine;

namespace AuroraView;

/// <summary>The panel is gone, its window and its processes with it.</summary>
/// <param name="reason">Why.</param>
/// <param name="error">What went wrong, if the close was not requested.</param>
/// <param name="abandoned">How many operations were given up because they did not end in time.</param>
public sealed class PanelClosedEventArgs(ClosedReason reason, BackendError? error, int abandoned) : EventArgs
{
    /// <summary>Why.</summary>
    public ClosedReason Reason { get; } = reason;

    /// <summary>What went wrong, or <see langword="null"/> if the close was requested.</summary>
    public BackendError? Error { get; } = error;

    /// <summary>How many operations were given up because they did not end in time.</summary>
    public int Abandoned { get; } = abandoned;
}
