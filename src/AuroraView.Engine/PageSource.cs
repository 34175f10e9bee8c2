namespace AuroraView.Engine;

/// <summary>Where a page comes from.</summary>
public enum PageSourceKind
{
    /// <summary>An absolute URL.</summary>
    Url,

    /// <summary>HTML text, shown at the origin <c>auroraview://app</c>.</summary>
    Html,

    /// <summary>A local file, shown as <c>auroraview://app/name</c>; its folder is what that origin serves.</summary>
    File,
}

/// <summary>A page to load.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Text">The URL, the HTML text or the absolute path.</param>
public sealed record PageSource(PageSourceKind Kind, string Text)
{
    /// <summary>The origin of pages that the host itself provides (<see cref="PageSourceKind.Html"/> and <see cref="PageSourceKind.File"/>).</summary>
    public const string AppOrigin = "auroraview://app";
}

/// <summary>A step in the history, or an end to loading.</summary>
public enum NavigationCommand
{
    /// <summary>Loads the page again, from its source: also a page that was given as HTML text.</summary>
    Reload,

    /// <summary>Like <see cref="Reload"/>, ignoring the cache.</summary>
    ReloadIgnoringCache,

    /// <summary>Stops the load in progress.</summary>
    Stop,

    /// <summary>One page back, if there is one.</summary>
    Back,

    /// <summary>One page forward, if there is one.</summary>
    Forward,
}
