using System.Diagnostics;
using System.Runtime.InteropServices;
using AuroraView.Backends;
using AuroraView.Threading.Waiting;
using AuroraView.WebView2.Interop;
using AuroraView.WebView2.View;

namespace AuroraView.WebView2.Windows;

/// <summary>
/// The native window that WebView2 fills: an own top-level window, or a child of a window of the host. When the host destroys the parent, the view moves to a fresh, hidden
/// window and lives on.
/// </summary>
/// <remarks>On the WebView thread. Nothing here sends a message to the host's thread or waits for it; what it must know is posted.</remarks>
internal sealed unsafe partial class ViewWindow : IDisposable
{
    private const nuint LookTimer = 1;
    private const uint LookEvery = 250;
    private const uint ParentMoved = User32.App + 1;

    private static readonly string s_className = $"AuroraView.WebView.{Guid.NewGuid():N}";

    private static ShortLock s_classLock;
    private static bool s_isRegistered;

    private readonly BackendStart _start;
    private readonly EventGate _events;
    private readonly GCHandle _self;
    private ICoreWebView2Controller? _controller;
    private ParentWatch? _watch;
    private nint _parent;
    private bool _parentLost;
    private bool _follows;
    private bool _shown;
    private bool _leaving;
    private bool _moveIsPosted;
    private string _title;
    private (int Width, int Height) _size;

    /// <summary>Makes the window.</summary>
    /// <exception cref="BackendFailureException">The parent is not a live window, or no window can be made.</exception>
    public ViewWindow(BackendStart start, EventGate events)
    {
        _start = start;
        _events = events;
        _title = start.Title;
        _self = GCHandle.Alloc(this);
        Register();
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

    /// <summary>The window.</summary>
    public nint Handle { get; private set; }

    private bool Embedded => _parent != 0 || _parentLost;

    private double Scale => Math.Max(1, User32.GetDpiForWindow(Handle)) / 96.0;

    /// <summary>The engine's view is there.</summary>
    public void Attach(ICoreWebView2Controller controller)
    {
        _controller = controller;
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
    public void Vanish() => _ = User32.ShowWindow(Handle, User32.Hide);

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving = true;
        _watch?.Dispose();
        _controller = null;
        _ = User32.DestroyWindow(Handle);
        _self.Free();
    }

    private void MoveInto(nint parent, int? x, int? y, int width, int height)
    {
        if (parent != 0 && User32.IsWindow(parent) == 0)
        {
            throw new BackendFailureException("BadParent",
                $"The parent window 0x{parent:X} does not exist. Give the HWND of a window that is there and stays there, as a pointer-sized number.");
        }

        var old = Handle;
        var window = Create(parent, x, y, width, height);
        _watch?.Dispose();
        _watch = null;
        _parent = parent;
        _parentLost = false;
        Handle = window;
        _moveIsPosted = false;
        _follows = parent != 0 && x is null && y is null;
        // Scripts and storage live on: only the window is another.
        if (_controller is not null)
            _ = _controller.put_ParentWindow(window);
        if (parent != 0)
        {
            _watch = new ParentWatch(parent, OnParentMoved);
            _ = User32.SetTimer(window, LookTimer, LookEvery, 0);
            if (_follows)
                Fit();
        }

        Fill();
        if (old != 0)
        {
            _leaving = true;
            _ = User32.DestroyWindow(old);
            _leaving = false;
        }
    }

    private nint Create(nint parent, int? x, int? y, int width, int height)
    {
        // A child must have its parent's awareness; a window of our own scales with its monitor.
        var before = SetAwareness(parent == 0 ? -4 : User32.GetWindowDpiAwarenessContext(parent));
        try
        {
            var style = parent != 0 ? User32.Child : !_start.Frame ? User32.Popup : _start.Resizable ? User32.Overlapped : User32.Overlapped & ~(User32.SizeFrame | User32.MaximizeBox);
            var extended = (parent != 0 ? User32.NoParentNotify : 0) | (parent == 0 && _start.AlwaysOnTop ? User32.TopMostWindow : 0);
            var area = new NativeRectangle { Right = width, Bottom = height };
            if (parent == 0)
                _ = User32.AdjustWindowRectEx(&area, style, 0, extended);
            var window = User32.CreateWindowExW(
                extended, s_className, _title, style | User32.ClipChildren | User32.ClipSiblings,
                x ?? (parent != 0 ? 0 : User32.UseDefault), y ?? (parent != 0 ? 0 : User32.UseDefault), area.Width, area.Height, parent, 0, User32.GetModuleHandleW(null), GCHandle.ToIntPtr(_self));
            if (window == 0)
            {
                var error = Marshal.GetLastPInvokeError();
                throw new BackendFailureException(parent == 0 ? "NoDisplay" : "BadParent", parent == 0
                    ? $"No window can be made (Win32 error {error}): this process has no desktop."
                    : $"No window can be put into the parent window 0x{parent:X} (Win32 error {error}).");
            }

            _ = User32.SetWindowLongPtrW(window, User32.UserData, GCHandle.ToIntPtr(_self));
            return window;
        }
        finally
        {
            if (before != 0)
                _ = SetAwareness(before);
        }
    }

    private static nint SetAwareness(nint context)
    {
        try
        {
            return User32.SetThreadDpiAwarenessContext(context);
        }
        catch (EntryPointNotFoundException)
        {
            // Before Windows 10, 1607 the process has one awareness.
            return 0;
        }
    }

    private static void Register()
    {
        // Whoever comes second waits until the class is really there.
        s_classLock.Enter();
        if (!s_isRegistered)
        {
            fixed (char* name = s_className)
            {
                var definition = new User32.WindowClass
                {
                    Size = (uint)sizeof(User32.WindowClass),
                    Procedure = &OnMessage,
                    Instance = User32.GetModuleHandleW(null),
                    ClassName = name,
                };
                s_isRegistered = User32.RegisterClassExW(&definition) != 0;
            }
        }

        s_classLock.Exit();
    }

    private void Show()
    {
        _shown = true;
        if (_parentLost)
            return;
        // Without taking the keyboard: that is what Focus is for.
        _ = User32.ShowWindow(Handle, User32.ShowNoActivate);
        _ = _controller?.put_IsVisible(1);
        Tell(WindowChangeKind.Shown);
    }

    private void Hide()
    {
        _shown = false;
        _ = User32.ShowWindow(Handle, User32.Hide);
        _ = _controller?.put_IsVisible(0);
        Tell(WindowChangeKind.Hidden);
    }

    // While the user drags an edge the parent changes many times: one message stands for all.
    private void OnParentMoved()
    {
        if (_moveIsPosted)
            return;
        _moveIsPosted = User32.PostMessageW(Handle, ParentMoved, 0, 0) != 0;
    }

    private void FollowParent()
    {
        _moveIsPosted = false;
        if (_follows)
            Fit();
        _ = _controller?.NotifyParentWindowPositionChanged();
    }

    private void Fit()
    {
        NativeRectangle room;
        if (User32.GetClientRect(_parent, &room) == 0)
            return;
        NativeRectangle now;
        _ = User32.GetClientRect(Handle, &now);
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

    // Inside the parent's DestroyWindow: the engine's window is below ours and still alive, so it can be saved now and not later.
    private void LoseParent()
    {
        _parentLost = true;
        _watch?.Dispose();
        _watch = null;
        _parent = 0;
        _follows = false;
        try
        {
            Handle = Create(0, null, null, Math.Max(1, _size.Width), Math.Max(1, _size.Height));
        }
        catch (BackendFailureException failure)
        {
            Trace.TraceError($"AuroraView: the panel could not leave its parent window: {failure.Message}");
            return;
        }

        if (_controller is not null)
        {
            _ = _controller.put_IsVisible(0);
            _ = _controller.put_ParentWindow(Handle);
        }

        Tell(WindowChangeKind.ParentLost);
    }

    private void Tell(WindowChangeKind kind, int a = 0, int b = 0, string? error = null) => _events.Open?.OnWindow(new WindowChange(kind, a, b, error));

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static nint OnMessage(nint window, uint message, nint first, nint second)
    {
        try
        {
            var data = User32.GetWindowLongPtrW(window, User32.UserData);
            if (data != 0 && GCHandle.FromIntPtr(data).Target is ViewWindow view && view.Handle == window && view.Handle != 0 && view.Take(message, first, second))
                return 0;
        }
        catch (Exception error)
        {
            Trace.TraceError($"AuroraView: a message of a panel's window could not be handled: {error}");
        }

        return User32.DefWindowProcW(window, message, first, second);
    }

    private bool Take(uint message, nint first, nint second)
    {
        switch (message)
        {
            case User32.Size:
                Fill();
                return false;
            case User32.Move:
                _ = _controller?.NotifyParentWindowPositionChanged();
                if (!Embedded)
                    Tell(WindowChangeKind.Moved, (short)(second & 0xFFFF), (short)(second >> 16 & 0xFFFF));
                return false;
            case ParentMoved:
                FollowParent();
                return true;
            case User32.TimerMessage when first == (nint)LookTimer:
                if (_watch is null || ParentWatch.IsProven)
                    _ = User32.KillTimer(Handle, LookTimer);
                else
                    _watch.Look();
                return true;
            case User32.SetFocusMessage:
                _ = _controller?.MoveFocus(0);
                return true;
            case User32.CloseMessage:
                Tell(WindowChangeKind.CloseRequested);
                return true;
            case User32.DpiChanged when !Embedded:
                var wanted = (NativeRectangle*)second;
                _ = User32.SetWindowPos(Handle, 0, wanted->Left, wanted->Top, wanted->Width, wanted->Height, User32.NoOrder | User32.NoActivate);
                return true;
            case User32.Destroy when !_leaving:
                LoseParent();
                return true;
            default:
                return false;
        }
    }
}
