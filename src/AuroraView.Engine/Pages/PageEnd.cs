namespace AuroraView.Engine.Pages;

/// <summary>How the end of a page's process is told, the same by every engine.</summary>
internal static class PageEnd
{
    /// <summary>What is told to calls and pictures that were pending.</summary>
    public const string Text = "The page's process ended.";

    /// <summary>The detail of <see cref="IWebViewBackendEvents.OnCrashed"/>.</summary>
    public static string Describe(CrashReason reason) => reason switch
    {
        CrashReason.OutOfMemory => "The page's process used more memory than it may and was ended.",
        CrashReason.Terminated => "The page's process was ended on request.",
        _ => "The page's process crashed or was killed.",
    };
}
