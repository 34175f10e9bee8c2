using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Threading;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Waiting;
using AuroraView.Threading.Windows;
using AuroraView.WebView2.Apartment;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.Windows;

/// <summary>
/// The child of the host's window in which a panel's window lives, on a thread that does nothing but dispatch. What Windows sends between the host's thread and the panel's
/// ends here, so neither can hold the other: the host's resizing, hiding and destroying, and the questions that windows ask their parents (who is activated, which cursor).
/// </summary>
internal sealed unsafe class HostFrame : IDisposable
{
    /// <summary>Posted to the panel's window: the frame, or the window it is in, has another place or size.</summary>
    public const uint Changed = Win32.App;

    /// <summary>Posted to the panel's window: the parent is being destroyed, and the frame has left it.</summary>
    public const uint Left = Win32.App + 1;

    /// <summary>Posted to the panel's window: the host gave the frame the keyboard.</summary>
    public const uint GotKeyboard = Win32.App + 2;

    /// <summary>Sent to the panel's window: the frame goes down with the parent, now.</summary>
    public const uint Lost = Win32.App + 3;

    /// <summary>Sent to the frame by the parent's thread, in the parent's destruction.</summary>
    public const uint Leave = Win32.App + 4;

    /// <summary>How long a window in its destruction waits for the panel to save itself, in milliseconds. It takes less than one.</summary>
    public const uint Bound = 1000;

    // How often a new frame looks whether it is still there: for ten seconds.
    private const int Probation = 40;

    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_openBound = TimeSpan.FromSeconds(5);
    private static readonly OwnClass s_class = new("AuroraView.Frame", &OnMessage);

    private readonly MessageThread _thread;
    private readonly nint _parent;
    private readonly Action<HostFrame> _lost;
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GCHandle _self;
    private ParentWatch? _watch;
    private ParentGuard? _guard;
    private ITimer? _lookTimer;
    private int _looks;
    private bool _follows;
    private bool _hasLeft;
    private bool _isGone;
    private nint _panel;
    private int _changePosted;

    private HostFrame(nint parent, bool follows, Action<HostFrame> lost)
    {
        _parent = parent;
        _follows = follows;
        _lost = lost;
        _thread = new MessageThread("AuroraView frame", OnThreadEnded, static () => { });
    }

    /// <summary>The frame's window.</summary>
    public nint Handle { get; private set; }

    /// <summary>Makes a frame, hidden. Without a place it fills the parent and follows it.</summary>
    /// <param name="parent">The host's window.</param>
    /// <param name="x">Left edge in the parent, in pixels.</param>
    /// <param name="y">Top edge in the parent, in pixels.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="lost">Called on the frame's thread where it has gone down with all that was in it, and no message could say so. Perhaps more than once.</param>
    /// <exception cref="BackendFailureException">The parent takes none.</exception>
    public static HostFrame Open(nint parent, int? x, int? y, int width, int height, Action<HostFrame> lost)
    {
        var frame = new HostFrame(parent, x is null && y is null, lost);
        frame._thread.Start(() => frame.Create(x ?? 0, y ?? 0, width, height), frame.Destroy);
        try
        {
            // Its thread makes a window and does nothing else: this is no wait for the host.
            WaitFor.Task(frame._opened.Task, s_openBound, what: "opening of the panel's frame");
        }
        catch (WaitTimeoutException)
        {
            frame.Dispose();
            throw new BackendFailureException("BadParent", $"Windows did not make a child of the parent window 0x{parent:X} within {s_openBound.TotalSeconds:0} s.");
        }

        return frame;
    }

    /// <summary>Names the panel's window, which hears of changes from now on. From any thread.</summary>
    public void Tell(nint panel) => _thread.PostUrgent(() =>
    {
        _panel = panel;
        // The parent may have been faster. A window in a frame that has gone down is gone too and hears nothing.
        if (_isGone)
            _lost(this);
        else if (_hasLeft)
            _ = Win32.PostMessageW(panel, Left, 0, 0);
        else
            OnChanged();
    });

    /// <summary>The panel's window looks at the frame now; what changes after this is told again. On the panel's thread.</summary>
    public void ChangeIsSeen() => Interlocked.Exchange(ref _changePosted, 0);

    /// <summary>Shows or hides it, without taking the keyboard. From any thread.</summary>
    public void Show(bool visible) => _thread.PostUrgent(() =>
    {
        if (!_hasLeft)
            _ = User32.ShowWindow(Handle, visible ? User32.ShowNoActivate : User32.Hide);
    });

    /// <summary>Moves or resizes it; it follows its parent no more. From any thread.</summary>
    public void Place(int x, int y, int width, int height, uint what) => _thread.PostUrgent(() =>
    {
        _follows = false;
        _ = User32.SetWindowPos(Handle, 0, x, y, width, height, what | User32.NoOrder | User32.NoActivate);
    });

    /// <summary>Destroys it, and does not wait for that: the keyboard may have to go back to a host that is busy. From any thread.</summary>
    public void Dispose() => _thread.PostUrgent(_thread.End);

    private void Create(int x, int y, int width, int height)
    {
        _guard = new ParentGuard(_parent);
        Handle = s_class.CreateWindow(User32.NoParentNotify, null, User32.Child, x, y, width, height, _parent);
        if (Handle == 0)
            throw new BackendFailureException("BadParent", $"No window can be put into the parent window 0x{_parent:X} (Win32 error {Marshal.GetLastPInvokeError()}).");
        _self = GCHandle.Alloc(this);
        _ = Win32.SetWindowLongPtrW(Handle, Win32.UserData, GCHandle.ToIntPtr(_self));
        _watch = new ParentWatch(_parent, OnParentMoved);
        _lookTimer = Background.Timer(TimeProvider.System, static frame => frame._thread.PostUrgent(frame.Look), this, s_lookEvery, s_lookEvery);
        if (_guard.Guard(Handle))
            Fit();
        else
            LeaveParent();
        _opened.TrySetResult();
    }

    // The thread's last work.
    private void Destroy()
    {
        _lookTimer?.Dispose();
        _guard?.Dispose();
        _watch?.Dispose();
        _watch = null;
        _panel = 0;
        // Gone already where the parent took it along.
        if (!_isGone)
            _ = Win32.DestroyWindow(Handle);
        if (_self.IsAllocated)
            _self.Free();
    }

    private void OnThreadEnded(BackendError? error) =>
        _opened.TrySetException(new BackendFailureException(error ?? new BackendError("BadParent", $"The parent window 0x{_parent:X} was closed.")));

    // A destruction of the parent that had begun before the frame was guarded goes on while the frame leaves, and may take it along, and the panel's window, without a
    // word to either: so for a while the frame looks. None that began before it was made can take longer and end well.
    private void Look()
    {
        if (Win32.IsWindow(Handle) == 0)
        {
            _isGone = true;
            _lost(this);
        }

        if (_isGone || (++_looks >= Probation && (_watch is null || ParentWatch.IsProven)))
            _lookTimer?.Dispose();
        else if (!ParentWatch.IsProven)
            _watch?.Look();
    }

    private void OnParentMoved()
    {
        Fit();
        OnChanged();
    }

    private void Fit()
    {
        NativeRectangle room;
        NativeRectangle now;
        if (!_follows || User32.GetClientRect(_parent, &room) == 0 || User32.GetClientRect(Handle, &now) == 0)
            return;
        if (room.Width > 0 && room.Height > 0 && (room.Width != now.Width || room.Height != now.Height))
            _ = User32.SetWindowPos(Handle, 0, 0, 0, room.Width, room.Height, User32.NoOrder | User32.NoActivate);
    }

    // While the user drags an edge the parent changes many times: one message stands for all.
    private void OnChanged()
    {
        if (_panel != 0 && Interlocked.Exchange(ref _changePosted, 1) == 0 && Win32.PostMessageW(_panel, Changed, 0, 0) == 0)
            ChangeIsSeen();
    }

    // The host's thread waits for this in its DestroyWindow, so nothing here may ask it for anything.
    private void LeaveParent()
    {
        if (_hasLeft)
            return;
        _hasLeft = true;
        _watch?.Dispose();
        _watch = null;
        _follows = false;
        _ = User32.ShowWindow(Handle, User32.Hide);
        _ = User32.SetParent(Handle, 0);
        _ = Win32.SetWindowLongPtrW(Handle, User32.Style, unchecked((nint)(User32.Popup | User32.ClipChildren | User32.ClipSiblings)));
        if (_panel != 0)
            _ = Win32.PostMessageW(_panel, Left, 0, 0);
    }

    // A parent in another process, which nobody could announce: what is inside goes down next.
    private void OnDestroyed()
    {
        nint answer;
        if (_panel != 0)
            _ = User32.SendMessageTimeoutW(_panel, Lost, 0, 0, 0, Bound, &answer);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static nint OnMessage(nint window, uint message, nint first, nint second)
    {
        try
        {
            var data = Win32.GetWindowLongPtrW(window, Win32.UserData);
            if (data != 0 && GCHandle.FromIntPtr(data).Target is HostFrame frame && frame.Take(message) is { } answer)
                return answer;
        }
        catch (Exception error)
        {
            Log.Error($"a message of a panel's frame could not be handled: {error}");
        }

        return Win32.DefWindowProcW(window, message, first, second);
    }

    private nint? Take(uint message)
    {
        switch (message)
        {
            case User32.Size:
                OnChanged();
                return 0;
            case Leave:
                LeaveParent();
                return 0;
            case User32.SetFocusMessage:
                _ = Win32.PostMessageW(_panel, GotKeyboard, 0, 0);
                return 0;
            case User32.Destroy:
                _isGone = true;
                OnDestroyed();
                return null;
            // A close is for top-level windows.
            case User32.CloseMessage:
            // The panel's window covers it.
            case User32.EraseBackground:
            // A window asks its parents: the answer is given here, and does not wait for the host.
            case User32.SetCursor or User32.ParentNotify or User32.ContextMenu or User32.MouseWheel or User32.MouseSideWheel or User32.ApplicationCommand:
                return 0;
            case User32.MouseActivate:
                return User32.ActivateByMouse;
            default:
                return null;
        }
    }
}
