namespace AuroraView.Engine;

/// <summary>What to do with the native window.</summary>
public enum WindowAction
{
    /// <summary>Show it.</summary>
    Show,

    /// <summary>Hide it; the page lives on.</summary>
    Hide,

    /// <summary>Give it the keyboard.</summary>
    Focus,

    /// <summary>Inner size: <see cref="WindowCommand.A"/> by <see cref="WindowCommand.B"/> CSS pixels.</summary>
    Resize,

    /// <summary>Position: <see cref="WindowCommand.A"/>, <see cref="WindowCommand.B"/> in pixels.</summary>
    Move,

    /// <summary>Minimise an own top-level window.</summary>
    Minimize,

    /// <summary>Maximise an own top-level window.</summary>
    Maximize,

    /// <summary>Undo minimise, maximise and full screen.</summary>
    Restore,

    /// <summary>Enter full screen (<see cref="WindowCommand.A"/> is 1) or leave it (0).</summary>
    FullScreen,

    /// <summary>Stay above other windows (1) or not (0).</summary>
    AlwaysOnTop,

    /// <summary>Title: <see cref="WindowCommand.Text"/>.</summary>
    Title,

    /// <summary>Open the developer tools, if they are allowed.</summary>
    OpenDevTools,

    /// <summary>Page zoom in thousandths: <see cref="WindowCommand.A"/>.</summary>
    Zoom,

    /// <summary>Move into another parent window: <see cref="WindowCommand.Parent"/>, or 0 to become a top-level window.</summary>
    Reparent,
}

/// <summary>One change to the native window.</summary>
/// <param name="Action">What to do.</param>
/// <param name="A">First number of the action.</param>
/// <param name="B">Second number of the action.</param>
/// <param name="Text">Text of the action.</param>
/// <param name="Parent">Window of the action.</param>
public sealed record WindowCommand(WindowAction Action, int A = 0, int B = 0, string? Text = null, nint Parent = 0);
