namespace AuroraView.Engine.Windows;

/// <summary>Which commands a view's window carries out, the same for every engine.</summary>
internal static class WindowRules
{
    /// <summary>Why a panel whose parent is gone is not shown.</summary>
    public const string ParentGone = "The parent window is gone; give the panel a new one first (Reparent).";

    /// <summary>Why a panel that is not shown does not take the keyboard.</summary>
    public const string Hidden = "A hidden panel cannot take the keyboard; show it first.";

    private const int LargestSide = 32_767;

    /// <summary>Why a command is not carried out, or <see langword="null"/> if it may be.</summary>
    /// <param name="command">The command.</param>
    /// <param name="embedded">Whether the panel lives, or lived, inside a window of the host.</param>
    /// <param name="devTools">Whether developer tools are allowed.</param>
    public static string? Refuse(WindowCommand command, bool embedded, bool devTools) => command.Action switch
    {
        WindowAction.OpenDevTools when !devTools => "Developer tools are not allowed; set DevTools in the options.",
        WindowAction.Zoom when command.A is < 100 or > 10_000 => $"A zoom of {command.A} thousandths is out of bounds (100 to 10000).",
        WindowAction.Resize when command.A is < 1 or > LargestSide || command.B is < 1 or > LargestSide =>
            $"A size of {command.A} x {command.B} is out of bounds (1 to {LargestSide}).",
        WindowAction.Minimize or WindowAction.Maximize or WindowAction.Restore or WindowAction.FullScreen or WindowAction.AlwaysOnTop when embedded =>
            $"{command.Action} is for top-level windows; this panel lives inside a window of the host.",
        > WindowAction.Reparent => $"The command {command.Action} is unknown.",
        _ => null,
    };
}
