using AuroraView.Bridge;
using AuroraView.Engine;
using AuroraView.Threading;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>
/// The start of the engine, and what is asked of its window. One thread hands the engine its start and what was asked of its window until
/// then; a close that comes
/// meanwhile waits for that thread, see <see cref="ViewLife"/>. From any thread.
/// </summary>
internal sealed class ViewStart(ViewCore core, PageToken token, BridgeLimits limits)
{
    private const string MessageHandler = "auroraview";

    private readonly List<WindowCommand> _early = [];
    private ShortLock _earlyLock;
    private bool _earlyIsOver;
    private nint _parent = core.Options.Parent;

    /// <summary>Set when the thread that hands the engine its start is done.</summary>
    internal OneShot Over { get; } = new("the start of the engine");

    /// <summary>The host's window that the panel is to live in, as the host last said; 0 for a window of its own.</summary>
    internal nint Parent => Volatile.Read(ref _parent);

    /// <summary>Starts the engine, the first time.</summary>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed, or the engine could not be started.</exception>
    internal void Begin()
    {
        if (!core.Life.Happens(ViewLife.Event.Start, out _))
        {
            core.ThrowIfClosing();
            return;
        }

        var threw = false;
        try
        {
            using (core.Events.Enter())
            {
                core.Backend.Start(CreateStart(), core);
                SetWindowEarly();
            }
        }
        catch (Exception error)
        {
            threw = true;
            OnStartThrew(error);
        }

        _ = core.Life.Happens(ViewLife.Event.StartOver, out _);
        Over.Set();
        if (threw)
            throw core.Refusal();
        core.Link.Start();
    }

    /// <summary>Changes the window now, or as soon as there is one.</summary>
    /// <exception cref="QueueFullException">Too many changes wait: for the first show, or for a panel host that does not read.</exception>
    internal void SetWindow(WindowCommand command)
    {
        core.ThrowIfClosing();
        if (command.Action == WindowAction.Reparent)
            Volatile.Write(ref _parent, command.Parent);
        _earlyLock.Enter();
        var early = !_earlyIsOver;
        // The show itself ends the waiting.
        var full = early && _early.Count >= core.Safety.QueueCapacity && command.Action != WindowAction.Show;
        if (early && !full)
            _early.Add(command);
        _earlyLock.Exit();
        if (full)
            throw new QueueFullException($"list of changes to the window of {core.Name}", core.Safety.QueueCapacity, null, 0, TimeSpan.Zero, "They are applied when the panel is shown. Show it first.");
        if (!early)
            core.Backend.SetWindow(command);
    }

    private void SetWindowEarly()
    {
        while (core.State < ViewState.Closing)
        {
            _earlyLock.Enter();
            WindowCommand[] early = [.. _early];
            _early.Clear();
            _earlyIsOver = early.Length == 0;
            _earlyLock.Exit();
            if (early.Length == 0)
                return;
            foreach (var command in early)
                core.Backend.SetWindow(command);
        }
    }

    // Nobody else will say that there is no engine: an engine that was not started does not end.
    private void OnStartThrew(Exception error)
    {
        var why = (error as BackendFailureException)?.Error ?? new BackendError("StartFailed", $"The engine could not be started: {ErrorMessage.Of(error)}");
        core.Ending.Begin(new ViewLife.Ending(ClosedReason.StartFailed, why, TimeSpan.Zero, error));
        try
        {
            // What it may have made before it threw.
            core.Backend.Terminate();
        }
        catch (Exception second)
        {
            core.Report($"The engine whose start had failed could not be ended: {ErrorMessage.Of(second)}", second);
        }

        core.Ending.OnEngineGone();
    }

    private BackendStart CreateStart() => new()
    {
        Title = core.Options.Title,
        Width = core.Options.Width,
        Height = core.Options.Height,
        X = core.Options.X,
        Y = core.Options.Y,
        Parent = core.Options.Parent,
        Visible = core.Options.Visible,
        Resizable = core.Options.Resizable,
        Frame = core.Options.Frame,
        AlwaysOnTop = core.Options.AlwaysOnTop,
        Transparent = core.Options.Transparent,
        Background = core.Options.Background,
        DevTools = core.Options.Debug,
        AllowNewWindows = core.Options.AllowNewWindows,
        AllowFileAccess = core.Options.AllowFileAccess,
        DataFolder = core.Options.DataFolder,
        Group = core.Options.Group,
        Isolated = core.Options.Isolated,
        UserAgent = core.Options.UserAgent,
        AssetRoot = core.Options.AssetRoot,
        Acceleration = core.Options.Acceleration,
        MaxMessageBytes = core.Options.MaxMessageBytes,
        MessageToken = token.Text,
        DocumentScript = PageScript.Create(token, limits, MessageHandler),
        DeliverFunction = PageScript.DeliverFunction,
        MessageHandler = MessageHandler,
        PingTimeout = core.Options.PingTimeout,
    };
}
