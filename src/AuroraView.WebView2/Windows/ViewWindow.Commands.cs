using AuroraView.Engine;
using AuroraView.Engine.Windows;
using AuroraView.Threading.Windows;
using AuroraView.WebView2.Interop;
using AuroraView.WebView2.View;

namespace AuroraView.WebView2.Windows;

// What the host asks of the window, and the keyboard.
internal sealed unsafe partial class ViewWindow
{
    private const int Programmatic = 0;
    private const int Previous = 2;
    private const int SystemKeyDownKind = 2;
    private const int KeyDownKind = 0;

    private (uint Style, NativeRectangle Area)? _beforeFullScreen;

    /// <summary>Carries a command out.</summary>
    /// <returns>Why not, or <see langword="null"/>.</returns>
    public string? Carry(WindowCommand command)
    {
        try
        {
            return TryCarry(command);
        }
        catch (BackendFailureException failure)
        {
            return failure.Error.Message;
        }
    }

    /// <summary>The page's last field was left with Tab: the host's next control gets the keyboard, by a message that is posted.</summary>
    public void OnTabOut(nint args) => WebView2View.With<ICoreWebView2MoveFocusRequestedEventArgs>(args, request =>
    {
        if (_parent == 0 || HResult.Failed(request.get_Reason(out var reason)))
            return;
        var root = User32.GetAncestor(_parent, User32.RootAncestor);
        _ = Win32.PostMessageW(root, User32.NextDialogControl, reason == Previous ? 1 : 0, 0);
        _ = request.put_Handled(1);
    });

    /// <summary>A key with a meaning beyond text: the host's own keys go to it, and the page does not see them.</summary>
    public void OnKey(nint args, IReadOnlyList<AcceleratorKey> hostKeys)
    {
        if (_parent == 0 || hostKeys.Count == 0)
            return;
        WebView2View.With<ICoreWebView2AcceleratorKeyPressedEventArgs>(args, pressed =>
        {
            if (HResult.Failed(pressed.get_KeyEventKind(out var kind)) || kind is not (KeyDownKind or SystemKeyDownKind) || HResult.Failed(pressed.get_VirtualKey(out var key)))
                return;
            var held = new AcceleratorKey((int)key, IsHeld(User32.VirtualControl), IsHeld(User32.VirtualShift), IsHeld(User32.VirtualAlt));
            if (!hostKeys.Contains(held))
                return;
            _ = pressed.get_KeyEventLParam(out var detail);
            _ = pressed.put_Handled(1);
            _ = Win32.PostMessageW(User32.GetAncestor(_parent, User32.RootAncestor), kind == KeyDownKind ? User32.KeyDown : User32.SystemKeyDown, (nint)key, detail);
        });
    }

    private static bool IsHeld(int key) => User32.GetKeyState(key) < 0;

    private string? TryCarry(WindowCommand command)
    {
        if (WindowRules.Refuse(command, Embedded, _start.DevTools) is { } problem)
            return problem;
        switch (command.Action)
        {
            case WindowAction.Show:
                Show();
                return _parentLost ? WindowRules.ParentGone : null;
            case WindowAction.Hide:
                Hide();
                return null;
            case WindowAction.Focus:
                return Focus();
            case WindowAction.Resize:
                Resize(command.A, command.B);
                return null;
            case WindowAction.Move:
                Place(command.A, command.B, 0, 0, User32.NoSize);
                return null;
            case WindowAction.Title:
                SetTitle(command.Text ?? "");
                return null;
            case WindowAction.OpenDevTools:
                return _openDevTools();
            case WindowAction.Zoom:
                _ = _controller?.put_ZoomFactor(command.A / 1000.0);
                return null;
            case WindowAction.Reparent:
                return Reparent(command.Parent);
            case WindowAction.Minimize:
                _ = User32.ShowWindow(Handle, User32.Minimize);
                return null;
            case WindowAction.Maximize:
                _ = User32.ShowWindow(Handle, User32.ShowMaximized);
                return null;
            case WindowAction.Restore:
                SetFullScreen(false);
                _ = User32.ShowWindow(Handle, User32.Restore);
                return null;
            case WindowAction.FullScreen:
                SetFullScreen(command.A != 0);
                return null;
            case WindowAction.AlwaysOnTop:
                _ = User32.SetWindowPos(Handle, command.A != 0 ? User32.TopMost : User32.NotTopMost, 0, 0, 0, 0, User32.NoMove | User32.NoSize | User32.NoActivate);
                return null;
            default:
                return null;
        }
    }

    private string? Focus()
    {
        if (!_shown || _parentLost)
            return WindowRules.Hidden;
        if (_parent == 0)
            _ = User32.SetForegroundWindow(Handle);
        return _controller is null || HResult.Failed(_controller.MoveFocus(Programmatic)) ? "The engine did not take the keyboard." : null;
    }

    private void Resize(int width, int height)
    {
        var area = new NativeRectangle { Right = (int)Math.Round(width * Scale), Bottom = (int)Math.Round(height * Scale) };
        if (!Embedded)
            _ = User32.AdjustWindowRectEx(&area, (uint)Win32.GetWindowLongPtrW(Handle, User32.Style), 0, 0);
        Place(0, 0, area.Width, area.Height, User32.NoMove);
    }

    private void Place(int x, int y, int width, int height, uint what)
    {
        if (_frame is not null)
            _frame.Place(x, y, width, height, what);
        else
            _ = User32.SetWindowPos(Handle, 0, x, y, width, height, what | User32.NoOrder | User32.NoActivate);
    }

    private string? Reparent(nint parent)
    {
        var shown = _shown;
        MoveInto(parent, null, null, Math.Max(1, _size.Width), Math.Max(1, _size.Height));
        if (shown)
            Show();
        return null;
    }

    private void SetFullScreen(bool on)
    {
        if (on == _beforeFullScreen is not null)
            return;
        if (_beforeFullScreen is { } before)
        {
            _beforeFullScreen = null;
            _ = Win32.SetWindowLongPtrW(Handle, User32.Style, (nint)before.Style);
            _ = User32.SetWindowPos(Handle, 0, before.Area.Left, before.Area.Top, before.Area.Width, before.Area.Height, User32.NoOrder | User32.FrameChanged);
            return;
        }

        var monitor = new User32.MonitorInformation { Size = (uint)sizeof(User32.MonitorInformation) };
        NativeRectangle area;
        if (User32.GetWindowRect(Handle, &area) == 0 || User32.GetMonitorInfoW(User32.MonitorFromWindow(Handle, User32.NearestMonitor), &monitor) == 0)
            return;
        var style = (uint)Win32.GetWindowLongPtrW(Handle, User32.Style);
        _beforeFullScreen = (style, area);
        _ = Win32.SetWindowLongPtrW(Handle, User32.Style, (nint)(style & ~User32.Overlapped));
        _ = User32.SetWindowPos(Handle, 0, monitor.Monitor.Left, monitor.Monitor.Top, monitor.Monitor.Width, monitor.Monitor.Height, User32.NoOrder | User32.FrameChanged);
    }
}
