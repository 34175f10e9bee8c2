using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Windows;
using AuroraView.WebView2.Interop;
using AuroraView.WebView2.View;

namespace AuroraView.WebView2.Windows;

/// <summary>
/// The native window that WebView2 fills: an own top-level window, or inside a frame in a window of the host. When the host destroys the parent, the view leaves it, hidden, and
/// lives on.
/// </summary>
/// <remarks>On the WebView thread. Nothing here sends a message to the host's thread or waits for it; what it must know is posted.</remarks>
internal sealed unsafe partial class ViewWindow : IDisposable
{
    private static readonly OwnClass s_class = new("AuroraView.WebView", &OnMessage);

    private readonly BackendStart _start;
    private readonly EventGate _events;
    private readonly Action<Action> _post;
    private readonly Action _engineLost;
    private readonly Func<string?> _openDevTools;
    private readonly GCHandle _self;
    private ICoreWebView2Controller? _controller;
    private HostFrame? _frame;
    private nint _parent;
    private nint _engineParent;
    private bool _parentLost;
    private bool _shown;
    private bool _leaving;
    private string _title;
    private (int Width, int Height) _size;

    /// <summary>Makes the window.</summary>
    /// <param name="start">What was asked for.</param>
    /// <param name="events">Who hears of the window.</param>
    /// <param name="post">Runs work on this thread soon, from any thread.</param>
    /// <param name="engineLost">Called where the engine's window is gone and its view has to be made again.</param>
    /// <param name="openDevTools">Opens the developer tools, or says why not.</param>
    /// <exception cref="BackendFailureException">The parent is not a live window, or no window can be made.</exception>
    public ViewWindow(BackendStart start, EventGate events, Action<Action> post, Action engineLost, Func<string?> openDevTools)
    {
        _start = start;
        _events = events;
        _post = post;
        _engineLost = engineLost;
        _openDevTools = openDevTools;
        _title = start.Title;
        _self = GCHandle.Alloc(this);
        try
        {
            MoveInto(start.Parent, start.X, start.Y, start.Width, start.Height);
        }
        catch
        {
            _self.Free();
            throw;
        }

        if (start.Visible)
            Show();
    }

    /// <summary>The window, on this thread.</summary>
    public nint Handle { get; private set; }

    /// <summary>The window as the host sees it: the frame in its window, or the window itself.</summary>
    public nint Outer => _frame?.Handle ?? Handle;

    private bool Embedded => _parent != 0 || _parentLost;

    private double Scale => Math.Max(1, User32.GetDpiForWindow(Handle)) / 96.0;

    /// <summary>The window in which the engine is to make its view.</summary>
    /// <exception cref="BackendFailureException">There is none any more.</exception>
    public nint TakeForEngine()
    {
        // Gone with the host's, before anybody could say so.
        if (Win32.IsWindow(Handle) == 0)
            Escape();
        if (Win32.IsWindow(Handle) == 0)
            throw new BackendFailureException("BadParent", "The parent window was destroyed while the panel was made in it.");
        return _engineParent = Handle;
    }

    /// <summary>Whether the window that the engine was given is gone.</summary>
    public bool IsEngineParentGone => Win32.IsWindow(_engineParent) == 0;

    /// <summary>The engine's view is there.</summary>
    public void Attach(ICoreWebView2Controller controller)
    {
        _controller = controller;
        // The window may have become another meanwhile.
        if (_engineParent != Handle)
            MoveEngine();
        Fill();
        _ = controller.put_IsVisible(_shown && !_parentLost ? 1 : 0);
    }

    /// <summary>The engine's view is going.</summary>
    public void Detach() => _controller = null;

    /// <summary>A title by the page or the host.</summary>
    public void SetTitle(string title)
    {
        _title = title;
        if (!Embedded)
            _ = User32.SetWindowTextW(Handle, title);
    }

    /// <summary>The view is closing: nothing is seen of it any more.</summary>
    public void Vanish()
    {
        if (_frame is not null)
            _frame.Show(false);
        else
            _ = User32.ShowWindow(Handle, User32.Hide);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving = true;
        _controller = null;
        _ = Win32.DestroyWindow(Handle);
        _frame?.Dispose();
        _self.Free();
    }

    private void MoveInto(nint parent, int? x, int? y, int width, int height)
    {
        if (parent != 0 && Win32.IsWindow(parent) == 0)
        {
            throw new BackendFailureException("BadParent",
                $"The parent window 0x{parent:X} does not exist. Give the HWND of an existing window, as a pointer-sized number.");
        }

        var (old, oldFrame) = (Handle, _frame);
        var frame = parent == 0 ? null : HostFrame.Open(parent, x, y, width, height, OnFrameLost);
        try
        {
            Handle = frame is null ? CreateTopLevel(x, y, width, height) : Create(User32.NoParentNotify, User32.Child | User32.Visible, 0, 0, width, height, frame.Handle);
        }
        catch
        {
            frame?.Dispose();
            throw;
        }

        _frame = frame;
        _parent = parent;
        _parentLost = false;
        // Scripts and storage live on: only the window is another.
        MoveEngine();
        frame?.Tell(Handle);
        Fit();
        Fill();
        if (old != 0)
        {
            _leaving = true;
            _ = Win32.DestroyWindow(old);
            _leaving = false;
            Tell(WindowChangeKind.Replaced, (int)Outer);
        }

        oldFrame?.Dispose();
    }

    private nint CreateTopLevel(int? x, int? y, int width, int height)
    {
        var style = !_start.Frame ? User32.Popup : _start.Resizable ? User32.Overlapped : User32.Overlapped & ~(User32.SizeFrame | User32.MaximizeBox);
        var extended = _start.AlwaysOnTop ? User32.TopMostWindow : 0;
        var area = new NativeRectangle { Right = width, Bottom = height };
        _ = User32.AdjustWindowRectEx(&area, style, 0, extended);
        return Create(extended, style, x ?? User32.UseDefault, y ?? User32.UseDefault, area.Width, area.Height, 0);
    }

    private nint Create(uint extended, uint style, int x, int y, int width, int height, nint frame)
    {
        var window = s_class.CreateWindow(extended, _title, style, x, y, width, height, frame);
        if (window == 0)
        {
            var error = Marshal.GetLastPInvokeError();
            throw new BackendFailureException(frame == 0 ? "NoDisplay" : "BadParent", frame == 0
                ? $"No window can be made (Win32 error {error}): this process has no desktop."
                : $"No window can be put into the parent window (Win32 error {error}): is it gone again?");
        }

        _ = Win32.SetWindowLongPtrW(window, Win32.UserData, GCHandle.ToIntPtr(_self));
        return window;
    }

    private void Show()
    {
        _shown = true;
        if (_parentLost)
            return;
        // Without taking the keyboard: that is what Focus is for.
        if (_frame is not null)
            _frame.Show(true);
        else
            _ = User32.ShowWindow(Handle, User32.ShowNoActivate);
        _ = _controller?.put_IsVisible(1);
        Tell(WindowChangeKind.Shown);
    }

    private void Hide()
    {
        _shown = false;
        Vanish();
        _ = _controller?.put_IsVisible(0);
        Tell(WindowChangeKind.Hidden);
    }

    private void FollowFrame()
    {
        _frame?.ChangeIsSeen();
        Fit();
        _ = _controller?.NotifyParentWindowPositionChanged();
    }

    private void Fit()
    {
        if (_frame is null)
            return;
        NativeRectangle room;
        NativeRectangle now;
        if (User32.GetClientRect(_frame.Handle, &room) == 0 || User32.GetClientRect(Handle, &now) == 0)
            return;
        if (room.Width > 0 && room.Height > 0 && (room.Width != now.Width || room.Height != now.Height))
            _ = User32.SetWindowPos(Handle, 0, 0, 0, room.Width, room.Height, User32.NoOrder | User32.NoActivate);
    }

    // The engine's view covers the whole window.
    private void Fill()
    {
        NativeRectangle room;
        if (Handle == 0 || User32.GetClientRect(Handle, &room) == 0)
            return;
        _ = _controller?.put_Bounds(room);
        if (room.Width < 1 || room.Height < 1)
            return;
        (int, int) size = ((int)Math.Round(room.Width / Scale), (int)Math.Round(room.Height / Scale));
        if (size == _size)
            return;
        _size = size;
        Tell(WindowChangeKind.Resized, _size.Width, _size.Height);
    }

    // The frame has left the parent with all that is in it.
    private void OnLeft()
    {
        var lost = _parent;
        _parentLost = true;
        _parent = 0;
        _ = _controller?.put_IsVisible(0);
        Tell(WindowChangeKind.ParentLost, (int)lost);
    }

    // The frame went down with our window, and neither heard of it. On the frame's thread.
    private void OnFrameLost(HostFrame frame) => _post(() =>
    {
        if (frame == _frame)
            Escape();
    });

    // Inside the DestroyWindow of a parent in another process: the engine's window is below ours and still alive, so it can be saved now and not later.
    private void Escape()
    {
        var isNews = !_parentLost;
        var lost = _parent;
        _parentLost = true;
        _parent = 0;
        _frame?.Dispose();
        _frame = null;
        try
        {
            Handle = CreateTopLevel(null, null, Math.Max(1, _size.Width), Math.Max(1, _size.Height));
        }
        catch (BackendFailureException failure)
        {
            Log.Error($"the panel could not leave its parent window: {failure.Message}");
            return;
        }

        _ = _controller?.put_IsVisible(0);
        MoveEngine();
        Tell(WindowChangeKind.Replaced, (int)Handle);
        if (isNews)
            Tell(WindowChangeKind.ParentLost, (int)lost);
    }

    private void MoveEngine()
    {
        if (_controller is null)
            return;
        _engineParent = Handle;
        if (HResult.Failed(_controller.put_ParentWindow(Handle)))
            _engineLost();
    }

    private void Tell(WindowChangeKind kind, int a = 0, int b = 0, string? error = null) => _events.OnWindow(new WindowChange(kind, a, b, error));
}
