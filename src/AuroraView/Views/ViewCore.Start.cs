using AuroraView.Bridge;
using AuroraView.Engine;
using AuroraView.Threading;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

// The beginning: one thread hands the engine its start and what was asked of its window until then; a close that comes meanwhile waits for that thread, see ViewLife.
internal sealed partial class ViewCore
{
    private const string MessageHandler = "auroraview";

    private readonly ViewLife _life = new();
    private readonly OneShot _startOver = new("the start of the engine");
    private readonly List<WindowCommand> _early = [];
    private ShortLock _earlyLock;
    private bool _earlyIsOver;

    /// <summary>Starts the engine, the first time.</summary>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed, or the engine could not be started.</exception>
    internal void Start()
    {
        if (!_life.Happens(ViewLife.Event.Start, out _))
        {
            ThrowIfClosing();
            return;
        }

        var threw = false;
        try
        {
            using (_events.Enter())
            {
                _backend.Start(CreateStart(), this);
                SetWindowEarly();
            }
        }
        catch (Exception error)
        {
            threw = true;
            OnStartThrew(error);
        }

        _ = _life.Happens(ViewLife.Event.StartOver, out _);
        _startOver.Set();
        if (threw)
            throw Refusal();
        Link.Start();
    }

    /// <summary>Changes the window now, or as soon as there is one.</summary>
    /// <exception cref="QueueFullException">Too many changes wait: for the first show, or for a panel host that does not read.</exception>
    internal void SetWindow(WindowCommand command)
    {
        ThrowIfClosing();
        if (command.Action == WindowAction.Reparent)
            Volatile.Write(ref _parent, command.Parent);
        _earlyLock.Enter();
        var early = !_earlyIsOver;
        // The show itself ends the waiting.
        var full = early && _early.Count >= Safety.QueueCapacity && command.Action != WindowAction.Show;
        if (early && !full)
            _early.Add(command);
        _earlyLock.Exit();
        if (full)
            throw new QueueFullException($"list of changes to the window of {Name}", Safety.QueueCapacity, null, 0, TimeSpan.Zero, "They are carried out once the panel is shown.");
        if (!early)
            _backend.SetWindow(command);
    }

    private void SetWindowEarly()
    {
        while (State < ViewState.Closing)
        {
            _earlyLock.Enter();
            WindowCommand[] early = [.. _early];
            _early.Clear();
            _earlyIsOver = early.Length == 0;
            _earlyLock.Exit();
            if (early.Length == 0)
                return;
            foreach (var command in early)
                _backend.SetWindow(command);
        }
    }

    // Nobody else will say that there is no engine: an engine that was not started does not end.
    private void OnStartThrew(Exception error)
    {
        var why = (error as BackendFailureException)?.Error ?? new BackendError("StartFailed", $"The engine could not be started: {ErrorMessage.Of(error)}");
        BeginClose(new ViewLife.Ending(ClosedReason.StartFailed, why, TimeSpan.Zero, error));
        try
        {
            // What it may have made before it threw.
            _backend.Terminate();
        }
        catch (Exception second)
        {
            Report($"The engine whose start had failed could not be ended: {ErrorMessage.Of(second)}", second);
        }

        _backendClosed.Set();
    }

    private BackendStart CreateStart() => new()
    {
        Title = _options.Title,
        Width = _options.Width,
        Height = _options.Height,
        X = _options.X,
        Y = _options.Y,
        Parent = _options.Parent,
        Visible = _options.Visible,
        Resizable = _options.Resizable,
        Frame = _options.Frame,
        AlwaysOnTop = _options.AlwaysOnTop,
        Transparent = _options.Transparent,
        Background = _options.Background,
        DevTools = _options.Debug,
        AllowNewWindows = _options.AllowNewWindows,
        AllowFileAccess = _options.AllowFileAccess,
        DataFolder = _options.DataFolder,
        Group = _options.Group,
        Isolated = _options.Isolated,
        UserAgent = _options.UserAgent,
        AssetRoot = _options.AssetRoot,
        Acceleration = _options.Acceleration,
        MaxMessageBytes = _options.MaxMessageBytes,
        MessageToken = _token.Text,
        DocumentScript = PageScript.Create(_token, _limits, MessageHandler),
        DeliverFunction = PageScript.DeliverFunction,
        MessageHandler = MessageHandler,
        PingTimeout = _options.PingTimeout,
    };
}
