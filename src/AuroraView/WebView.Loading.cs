using AuroraView.Engine;
using AuroraView.Threading;

namespace AuroraView;

// What the page is.
public sealed partial class WebView
{
    /// <summary>The page's URL, as far as the engine has told.</summary>
    public string? Url => _core.Url;

    /// <summary>The page's title, as far as the engine has told.</summary>
    public string? PageTitle => _core.PageTitle;

    /// <summary>Whether there is a page to go back to.</summary>
    public bool CanGoBack => _core.CanGoBack;

    /// <summary>Whether there is a page to go forward to.</summary>
    public bool CanGoForward => _core.CanGoForward;

    /// <summary>Loads a URL. What is asked of the page after this waits for the new page.</summary>
    /// <param name="url">Absolute; its origin may use the bridge from now on.</param>
    /// <exception cref="ArgumentException">It is not an absolute URL.</exception>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void LoadUrl(string url) => Load(PageSources.Url(url));

    /// <summary>Shows HTML text, at the origin <c>auroraview://app</c>.</summary>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void LoadHtml(string html) => Load(PageSources.Html(html));

    /// <summary>Shows a local file; its folder is served as <c>auroraview://app/</c>.</summary>
    /// <param name="path">Absolute, or relative to the current folder.</param>
    /// <exception cref="FileNotFoundException">It does not exist.</exception>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void LoadFile(string path) => Load(PageSources.File(path));

    /// <summary>Loads the page again, from its source. Nothing happens if none has been loaded.</summary>
    /// <param name="ignoreCache">Whether everything is fetched again, past the cache.</param>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void Reload(bool ignoreCache = false)
    {
        _core.ThrowIfClosing();
        _core.Starting.Begin();
        _core.Link.Load(null, ignoreCache ? NavigationCommand.ReloadIgnoringCache : NavigationCommand.Reload);
    }

    /// <summary>Stops the load in progress; at once, whatever else is queued.</summary>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void Stop() => _core.Navigate(NavigationCommand.Stop);

    /// <summary>Goes one page back. Nothing happens if there is none.</summary>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void GoBack() => _core.Navigate(NavigationCommand.Back);

    /// <summary>Goes one page forward. Nothing happens if there is none.</summary>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void GoForward() => _core.Navigate(NavigationCommand.Forward);

    private void Load(PageSource source)
    {
        _core.ThrowIfClosing();
        _core.Starting.Begin();
        _core.Link.Load(source);
    }
}
