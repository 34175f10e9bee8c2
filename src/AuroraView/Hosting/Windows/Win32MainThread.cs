using System.Runtime.Versioning;
using AuroraView.Hosting.Windows;
using AuroraView.Threading;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Windows;

namespace AuroraView.Hosting;

/// <summary>
/// The adapter of any Windows host whose main thread runs a message loop: 3ds Max, a Win32 application, a plug-in of either. It is a message-only window of the main
/// thread and <c>PostMessage</c>, so it needs nothing of the host and pumps inside its modal loops too. See docs/windows.md.
/// </summary>
/// <remarks>
/// <para>A posted message comes before input and painting. A pump that has used up its budget while the user's input waits therefore goes on by a
/// timer, which comes after both.</para>
/// <para>The window goes with the thread, and then calls are refused. A thread that never dispatches messages (a batch process) never pumps: use
/// <see cref="ExplicitPump"/> there.</para>
/// </remarks>
[SupportedOSPlatform("windows")]
public sealed unsafe class Win32MainThread : IMainThreadAdapter
{
    private const string Gone = "The host's main thread has ended, and its message window with it. Nothing can run there any more: make a dispatcher on the thread that is the main thread now.";

    private readonly Win32PumpMode _mode;
    private readonly WakePosts _posts;
    private readonly MainThreadWindow _window;
    private readonly uint _thread;
    private MainThreadDispatcher? _dispatcher;
    private string? _unreachable;
    private int _pumps;

    /// <summary>Creates the window. On the host's main thread only: that is how the adapter knows it.</summary>
    /// <param name="mode">When to pump.</param>
    /// <exception cref="PlatformNotSupportedException">This is not Windows.</exception>
    /// <exception cref="InvalidOperationException">The calling thread is a pool thread, which is no host's main thread, or no window can be created.</exception>
    public Win32MainThread(Win32PumpMode mode = Win32PumpMode.Always)
        : this(mode, TimeProvider.System)
    {
    }

    internal Win32MainThread(Win32PumpMode mode, TimeProvider clock)
    {
        if (!OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("Win32MainThread is for Windows. Elsewhere use the host's own adapter, SynchronizationContextAdapter or ExplicitPump.");
        if (mode is not (Win32PumpMode.Always or Win32PumpMode.WhenIdle))
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown mode. Use Always or WhenIdle.");
        if (Thread.CurrentThread.IsThreadPoolThread)
            throw new InvalidOperationException("This is a pool thread, which never dispatches messages. Create Win32MainThread on the host's main thread.");
        _mode = mode;
        _posts = new WakePosts(clock);
        _thread = Win32.GetCurrentThreadId();
        _window = new MainThreadWindow(OnMessage);
    }

    /// <inheritdoc/>
    public string Name => "Win32 message loop";

    /// <inheritdoc/>
    public bool IsMainThread => Win32.GetCurrentThreadId() == _thread;

    /// <inheritdoc/>
    public string? UnreachableBecause => Volatile.Read(ref _unreachable) ?? (_window.IsAlive ? null : GiveUp());

    /// <summary>The message-only window.</summary>
    internal nint Window => _window.Handle;

    /// <inheritdoc/>
    public void Attach(MainThreadDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <inheritdoc/>
    public void Wake()
    {
        if (!_posts.TryBegin())
            return;
        if (_pumps > 0 && IsMainThread && IsInputWaiting)
        {
            _window.StartTimer();
            return;
        }

        switch (_window.PostWake())
        {
            case 0:
                return;
            case Win32.ErrorInvalidWindowHandle:
                GiveUp();
                return;
            case var error:
                _posts.Answered();
                throw new InvalidOperationException(error == Win32.ErrorNotEnoughQuota
                    ? "The main thread's message queue is full: it has not dispatched messages for a long time, and other code posts to it without a limit. The wake is sent again."
                    : $"The main thread could not be woken (Win32 error {error}). The wake is sent again.");
        }
    }

    /// <inheritdoc/>
    public void Detach() => _window.Destroy(IsMainThread);

    private void OnMessage()
    {
        if (_mode == Win32PumpMode.WhenIdle && (IsInputWaiting || IsInMenuOrMove))
        {
            _window.StartTimer();
            return;
        }

        _posts.Answered();
        _pumps++;
        try
        {
            _dispatcher?.Pump();
        }
        finally
        {
            _pumps--;
        }
    }

    // The high word: what is in the queue now.
    private static bool IsInputWaiting => Win32.GetQueueStatus(Win32.QueuedInputOrPaint) >> 16 != 0;

    private bool IsInMenuOrMove
    {
        get
        {
            var info = new Win32.ThreadInput { Size = (uint)sizeof(Win32.ThreadInput) };
            return Win32.GetGUIThreadInfo(_thread, &info) != 0 && (info.Flags & Win32.InMoveSizeOrMenu) != 0;
        }
    }

    // What is queued would otherwise wait for its timeout.
    private string GiveUp()
    {
        if (Interlocked.Exchange(ref _unreachable, Gone) is null)
        {
            Log.Warning($"{Gone}");
            Background.Run(static adapter => adapter._dispatcher?.Shutdown(TimeSpan.Zero), this);
        }

        return Gone;
    }
}
