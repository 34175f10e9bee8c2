namespace AuroraView.Engine.Pages;

/// <summary>
/// The loads of a view, as far as they are the same for every engine: what the host asked for, whether it is still awaited, and what is
/// begun again if the
/// page's process ends meanwhile. An engine adds how it loads and what its events mean.
/// </summary>
/// <remarks>All of it on the WebView thread.</remarks>
/// <param name="events">Who is told.</param>
/// <param name="pages">The host's own pages.</param>
/// <param name="fileAccess">Whether pages may read files.</param>
internal abstract class PageLoads(IWebViewBackendEvents events, AppPages pages, bool fileAccess)
{
    private const int MostRestarts = 1;
    private PageSource? _source;
    private Action? _again;
    private int _restarts;
    private bool _everCommitted;

    /// <summary>Whether a document is there.</summary>
    public bool HasPage { get; private set; }

    /// <summary>Whether what the host asked for has not taken the old document's place yet.</summary>
    public bool IsAwaited => _again is not null;

    /// <summary>Whether the engine loads, also what the page itself asked for.</summary>
    public virtual bool IsLoading => IsAwaited;

    /// <summary>Called when a load begins, or is asked for.</summary>
    public Action? OnLoading { get; set; }

    /// <summary>Called when a load is committed, or has failed.</summary>
    public Action? OnOver { get; set; }

    /// <summary>The id of the last load that was asked for.</summary>
    protected long LoadId { get; private set; }

    /// <summary>Loads a page.</summary>
    public void Load(long loadId, PageSource source)
    {
        OnAsked();
        LoadId = loadId;
        _source = source;
        _restarts = 0;
        _everCommitted = false;
        LoadPlan plan = LoadPlan.Make(source, pages, fileAccess);
        if (plan.Refusal is { } why)
            Refuse(plan.Address, why);
        else
            Ask(() => Go(plan.Address));
    }

    /// <summary>Whether a step can be made: there may be no page to go back or forward to.</summary>
    public abstract bool Can(NavigationCommand command);

    /// <summary>Moves in the history, reloads or stops.</summary>
    public void Navigate(NavigationCommand command)
    {
        switch (command)
        {
            case NavigationCommand.Reload or NavigationCommand.ReloadIgnoringCache when _again is { } again:
                again();
                break;
            case NavigationCommand.Reload or NavigationCommand.ReloadIgnoringCache when !_everCommitted && _source is not null:
                Load(LoadId, _source);
                break;
            case NavigationCommand.Reload or NavigationCommand.ReloadIgnoringCache:
                Ask(() => Reload(command == NavigationCommand.ReloadIgnoringCache));
                break;
            case NavigationCommand.Stop:
                _again = null;
                Stop();
                break;
            default:
                // It may stay in its document, and then has no end of its own: only a step of a page that is about to end is awaited.
                _again = IsPageEnding ? () => Step(command) : null;
                Step(command);
                break;
        }
    }

    /// <summary>Whether a URL is a local file's and those are not allowed.</summary>
    public bool IsRefusedFile(string url) => !fileAccess && Addresses.IsFile(url);

    /// <summary>The host asks for a page, which may be refused.</summary>
    protected virtual void OnAsked()
    {
    }

    /// <summary>Begins to load an address.</summary>
    protected abstract void Go(string url);

    /// <summary>Begins to load the document again.</summary>
    protected abstract void Reload(bool ignoreCache);

    /// <summary>Stops the load in progress.</summary>
    protected abstract void Stop();

    /// <summary>Begins a step in the history, which takes the place of what was asked for before.</summary>
    protected abstract void Step(NavigationCommand command);

    /// <summary>Whether the page's process was told to end, and has not yet.</summary>
    protected virtual bool IsPageEnding => false;

    /// <summary>The host's own pages.</summary>
    protected AppPages Pages => pages;

    /// <summary>What was asked for has its end, or is given up.</summary>
    protected void Forget() => _again = null;

    /// <summary>The page of an engine that died can be loaded again.</summary>
    protected void TakeOver(PageLoads before)
    {
        _source = before._source;
        LoadId = before.LoadId;
    }

    /// <summary>The new document is there.</summary>
    protected void Commit()
    {
        _everCommitted = true;
        HasPage = true;
        _again = null;
        _restarts = 0;
        OnOver?.Invoke();
    }

    /// <summary>The document is gone with its process. What the host asked for, and the old page kept, is begun again.</summary>
    /// <param name="fromSource">Whether a reload begins with the host's page again; otherwise the engine knows what it showed.</param>
    /// <returns>Whether it is.</returns>
    protected bool BeginAgain(bool fromSource)
    {
        HasPage = false;
        _everCommitted &= !fromSource;
        if (_again is not { } again || _restarts++ >= MostRestarts)
            return false;
        again();
        return true;
    }

    /// <summary>What was asked for cannot be loaded.</summary>
    protected void Refuse(string url, string why)
    {
        Tell(LoadPhase.Started, url, null);
        Fail(url, why);
    }

    /// <summary>A load has failed.</summary>
    protected void Fail(string url, string why)
    {
        _again = null;
        OnOver?.Invoke();
        Tell(LoadPhase.Failed, url, why);
    }

    /// <summary>Tells of a step of a load.</summary>
    protected void Tell(LoadPhase phase, string url, string? error) =>
        events.OnLoad(new LoadProgress(phase, url, error, Can(NavigationCommand.Back), Can(NavigationCommand.Forward), LoadId));

    private void Ask(Action step)
    {
        _again = step;
        _restarts = 0;
        OnLoading?.Invoke();
        step();
    }
}
