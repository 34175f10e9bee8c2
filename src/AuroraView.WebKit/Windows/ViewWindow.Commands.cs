using AuroraView.Engine;
using AuroraView.Engine.Windows;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Windows;

internal sealed unsafe partial class ViewWindow
{
    private const nuint CurrentTime = 0;

    /// <summary>Carries a command out, or says why not.</summary>
    public void Carry(WindowCommand command)
    {
        string? problem;
        try
        {
            problem = TryCarry(command);
        }
        catch (BackendFailureException failure)
        {
            problem = failure.Error.Message;
        }
        if (problem is not null)
            Tell(WindowChangeKind.CommandFailed, (int)command.Action, 0, problem);
    }

    private bool Embedded => _parent != 0 || _parentLost;

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
                _shown = false;
                Gtk.Hide(_window);
                return null;
            case WindowAction.Focus:
                return Focus();
            case WindowAction.Resize:
                return Resize(command.A, command.B);
            case WindowAction.Move:
                return Move(command.A, command.B);
            case WindowAction.Title:
                SetTitle(command.Text ?? "");
                return null;
            case WindowAction.OpenDevTools:
                Native.WebKit.ShowInspector(Native.WebKit.GetInspector(_view));
                return null;
            case WindowAction.Zoom:
                Native.WebKit.SetZoom(_view, command.A / 1000.0);
                return null;
            case WindowAction.Reparent:
                return Reparent(command.Parent);
            case WindowAction.Minimize:
                Gtk.Iconify(_window);
                return null;
            case WindowAction.Maximize:
                Gtk.Maximize(_window);
                return null;
            case WindowAction.Restore:
                Gtk.Unfullscreen(_window);
                Gtk.Unmaximize(_window);
                Gtk.Deiconify(_window);
                return null;
            case WindowAction.FullScreen when command.A != 0:
                Gtk.Fullscreen(_window);
                return null;
            case WindowAction.FullScreen:
                Gtk.Unfullscreen(_window);
                return null;
            case WindowAction.AlwaysOnTop:
                Gtk.SetKeepAbove(_window, command.A != 0 ? 1 : 0);
                return null;
            default:
                return null;
        }
    }

    private string? Focus()
    {
        if (Gtk.IsMapped(_window) == 0)
            return WindowRules.Hidden;
        if (Embedded)
            TakeKeyboard((uint)CurrentTime);
        else
            Gtk.Present(_window);
        Gtk.GrabFocus(_view);
        // Without a window manager nobody else gives it the keyboard.
        TakeKeyboard((uint)CurrentTime);
        return null;
    }

    private void TakeKeyboard(uint time)
    {
        nint display = Gtk.GetXDisplay();
        X11.SetInputFocus(display, (nuint)Id, X11.RevertToParent, time);
        X11.Flush(display);
    }

    private string? Resize(int width, int height)
    {
        if (_parent != 0)
        {
            _follows = false;
            (int x, int y) = _position ?? (0, 0);
            Place(x, y, width, height);
            return null;
        }
        if (!_start.Resizable && !_parentLost)
            Gtk.SetSizeRequest(_view, width, height);
        Gtk.Resize(_window, width, height);
        return null;
    }

    private string? Move(int x, int y)
    {
        if (_parent != 0)
        {
            _follows = false;
            _position = (x, y);
            Place(x, y, _size.Width, _size.Height);
            return null;
        }
        Gtk.Move(_window, x, y);
        return null;
    }

    private string? Reparent(nint parent)
    {
        bool shown = _shown;
        // A view whose window is not shown keeps its document, but nothing new is drawn until it is.
        MoveInto(parent, null, null, _size.Width > 1 ? _size.Width : _start.Width, _size.Height > 1 ? _size.Height : _start.Height);
        if (shown)
            Show();
        return null;
    }
}
