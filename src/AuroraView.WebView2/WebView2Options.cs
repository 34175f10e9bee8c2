using AuroraView.Threading.Guards;

namespace AuroraView.WebView2;

/// <summary>What is the same for all WebView2 views of a process.</summary>
public sealed record WebView2Options
{
    /// <summary>The folder of a fixed version of the runtime, or <see langword="null"/> for the one that is installed.</summary>
    public string? BrowserFolder { get; init; }

    /// <summary>
    /// Where cookies and storage live of views that name no folder, or <see langword="null"/> for a folder of this process under the user's temporary files, which
    /// is deleted when the process is gone. Processes that share one share a browser process too, and must use equal options.
    /// </summary>
    public string? DataFolder { get; init; }

    /// <summary>How long the engine may take to make a view. Default 60 s: a first start on a cold machine is slow.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Keys that a panel inside a host's window hands to the host instead of the page, such as Ctrl+S. Default none.</summary>
    public IReadOnlyList<AcceleratorKey> HostKeys { get; init; } = [];

    /// <summary>Runs the reading of a page's files, on another thread than the caller's.</summary>
    internal Action<Action> ReadFiles { get; init; } = static work => Background.Run(static work => work(), work);
}
