using AuroraView.Engine;

namespace AuroraView.Backends.PanelHost;

/// <summary>What a view has to be told again if its panel host is another one: its window, and the page it was to show.</summary>
/// <remarks>Not thread-safe: the owner serialises.</remarks>
internal sealed class ViewMemory
{
    private readonly Dictionary<WindowAction, WindowCommand> _commands = [];
    private BackendStart? _start;
    private (long Id, PageSource Source)? _load;
    private string? _url;
    private bool _isAwaited;
    private bool _isParentLost;

    /// <summary>Whether the view was started.</summary>
    public bool IsStarted => _start is not null;

    /// <summary>The commands by which the window became what it is now, besides the start.</summary>
    public IEnumerable<WindowCommand> Commands => _commands.Values;

    /// <summary>What to start the view with now. A view whose parent window is gone is started without one, hidden.</summary>
    public BackendStart Start
    {
        get => _isParentLost ? _start! with { Parent = 0, Visible = false } : _start!;
        set => _start = value;
    }

    /// <summary>A page is to be loaded.</summary>
    public void OnLoad(long id, PageSource source)
    {
        _load = (id, source);
        _url = null;
        _isAwaited = true;
        IsUnloaded = false;
    }

    /// <summary>A step in the history, a reload or a stop.</summary>
    public void OnNavigate(NavigationCommand command) => _isAwaited |= IsReload(command) && _load is not null;

    /// <summary>Whether a command loads the page that is there.</summary>
    public static bool IsReload(NavigationCommand command) => command is NavigationCommand.Reload or NavigationCommand.ReloadIgnoringCache;

    /// <summary>A load moved on.</summary>
    public void OnProgress(LoadProgress progress)
    {
        if (progress.LoadId != _load?.Id)
            return;
        _isAwaited &= progress.Phase is LoadPhase.Started or LoadPhase.Moved;
        if (progress.Phase is LoadPhase.Committed or LoadPhase.Moved)
            _url = progress.Url;
    }

    /// <summary>A command for the window.</summary>
    public void OnCommand(WindowCommand command)
    {
        switch (command.Action)
        {
            case WindowAction.Reparent:
                _start = _start is null ? null : _start with { Parent = command.Parent, X = null, Y = null };
                _commands.Remove(WindowAction.Move);
                _commands.Remove(WindowAction.Resize);
                _isParentLost = false;
                break;
            case WindowAction.Show or WindowAction.Hide:
                _start = _start is null ? null : _start with { Visible = command.Action == WindowAction.Show };
                break;
            case WindowAction.Restore:
                _commands.Remove(WindowAction.Minimize);
                _commands.Remove(WindowAction.Maximize);
                _commands.Remove(WindowAction.FullScreen);
                break;
            case WindowAction.Focus or WindowAction.OpenDevTools:
                break;
            default:
                _commands[command.Action] = command;
                break;
        }
    }

    /// <summary>The window changed.</summary>
    public void OnChange(WindowChange change)
    {
        _isParentLost |= change.Kind == WindowChangeKind.ParentLost;
        if (change.Kind != WindowChangeKind.Resized || change.A <= 1 || change.B <= 1 || _start is null)
            return;
        // By the user, or after its parent.
        _start = _start with { Width = change.A, Height = change.B };
        if (_commands.ContainsKey(WindowAction.Resize))
            _commands[WindowAction.Resize] = new WindowCommand(WindowAction.Resize, change.A, change.B);
    }

    /// <summary>The panel host is gone, and the page with it.</summary>
    public void OnLost() => IsUnloaded = true;

    /// <summary>The page that was lost, once: from its source, or from where it had gone on the network.</summary>
    /// <param name="awaited">Only one that was not there yet.</param>
    public (long Id, PageSource Source)? TakeUnloaded(bool awaited)
    {
        if (!IsUnloaded || _load is not { } load || (awaited && !_isAwaited))
            return null;
        bool isElsewhere = !_isAwaited && _url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true;
        IsUnloaded = false;
        _isAwaited = true;
        return isElsewhere ? (load.Id, new PageSource(PageSourceKind.Url, _url!)) : load;
    }

    /// <summary>Whether there is no page in the new panel host.</summary>
    public bool IsUnloaded { get; private set; }
}
