using AuroraView.Engine;
using AuroraView.WebKit.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Windows;

/// <summary>
/// The native window of a view: an own top-level window, or one inside a window of the host. The page outlives it: when
/// the host destroys the parent, the view moves to a fresh, hidden window.
/// </summary>
internal sealed unsafe partial class ViewWindow : IDisposable
{
    private readonly nint _view;
    private readonly BackendStart _start;
    private readonly IWebViewBackendEvents _events;
    private readonly bool _accelerated;
    private readonly nint _self;
    private nint _window;
    private nint _parent;
    private bool _parentLost;
    private bool _follows;
    private bool _shown;
    private bool _movedUndrawn;
    private uint _exposed;
    private string _title;
    private (int Width, int Height) _size;
    private (int X, int Y)? _position;
    private uint _lostIdle;

    public ViewWindow(nint view, BackendStart start, IWebViewBackendEvents events, bool accelerated, nint self)
    {
        _view = view;
        _start = start;
        _events = events;
        _accelerated = accelerated;
        _self = self;
        _title = start.Title;
        // The view's own reference lets it move from window to window.
        GLib.RefSink(view);
        GLib.Connect(view, "button-press-event", (delegate* unmanaged<nint, nint, nint, int>)&OnPress, self, 0, 0);
        GLib.Connect(view, "size-allocate", (delegate* unmanaged<nint, Gtk.Allocation*, nint, void>)&OnAllocated, self, 0, 0);
        Gtk.AddFilter(0, &OnXEvent, self);
    }

    /// <summary>The window's X11 id.</summary>
    public nint Id => (nint)Gtk.GetXWindow(Gtk.GetDrawable(_window));

    /// <summary>Makes the first window.</summary>
    /// <exception cref="BackendFailureException">The parent is not a live window.</exception>
    public void Create()
    {
        MoveInto(_start.Parent, _start.X, _start.Y, _start.Width, _start.Height);
        if (_start.Visible)
            Show();
    }

    /// <summary>The page or the user asks for the end of the window.</summary>
    public void AskToClose() => Tell(WindowChangeKind.CloseRequested);

    /// <summary>A title by the page.</summary>
    public void SetTitle(string title)
    {
        _title = title;
        Gtk.SetTitle(_window, title);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Gtk.RemoveFilter(0, &OnXEvent, _self);
        if (_exposed != 0)
            GLib.RemoveSource(_exposed);
        if (_lostIdle != 0)
            GLib.RemoveSource(_lostIdle);
        if (_window != 0)
        {
            GLib.Disconnect(_window, _self);
            Gtk.Destroy(_window);
        }
        if (_parent != 0)
            ForeignWindow.Leave(_parent);
        X11.Sync(Gtk.GetXDisplay(), 0);
        GLib.Unref(_view);
    }

    // A window of the wanted kind around the view; the old one, if any, goes.
    private void MoveInto(nint parent, int? x, int? y, int width, int height)
    {
        (int Width, int Height) room = parent == 0 ? default : ForeignWindow.Adopt(parent);
        nint old = _window;
        if (_parent != 0 && (_parent != parent || _parentLost))
            ForeignWindow.Leave(_parent);
        if (old != 0)
            Gtk.Remove(old, _view);

        _window = NewWindow(parent, x, y, width, height);
        if (parent != 0 && (parent != _parent || _parentLost))
            ForeignWindow.Enter(parent);
        _parent = parent;
        _parentLost = false;
        _position = null;
        if (parent != 0)
            _follows = x is null && y is null;
        Gtk.Add(_window, _view);
        Gtk.Show(_view);
        Gtk.Realize(_window);
        if (parent != 0)
            Embed(room, x ?? 0, y ?? 0, width, height);
        if (old != 0)
        {
            _movedUndrawn = true;
            Gtk.Destroy(old);
            Tell(WindowChangeKind.Replaced, (int)Id);
        }
    }

    private nint NewWindow(nint parent, int? x, int? y, int width, int height)
    {
        nint window = Gtk.NewWindow(Gtk.TopLevel);
        Gtk.SetTitle(window, _title);
        Gtk.SetDefaultSize(window, Math.Max(1, width), Math.Max(1, height));
        Gtk.SetDecorated(window, parent == 0 && _start.Frame ? 1 : 0);
        if (_start.Transparent)
        {
            nint visual = Gtk.GetRgbaVisual(Gtk.GetScreen(window));
            // A foreign parent may have another depth; a child with alpha would then be refused by the X server.
            if (visual != 0 && parent == 0)
                Gtk.SetVisual(window, visual);
            Gtk.SetAppPaintable(window, 1);
        }
        if (parent == 0)
        {
            if (!_start.Resizable)
            {
                Gtk.SetSizeRequest(_view, Math.Max(1, width), Math.Max(1, height));
                Gtk.SetResizable(window, 0);
            }
            Gtk.SetKeepAbove(window, _start.AlwaysOnTop ? 1 : 0);
            if (x is not null || y is not null)
                Gtk.Move(window, x ?? 0, y ?? 0);
        }
        else
        {
            Gtk.SetSizeRequest(_view, 1, 1);
        }
        GLib.Connect(window, "delete-event", (delegate* unmanaged<nint, nint, nint, int>)&OnDelete, _self, 0, 0);
        GLib.Connect(window, "destroy-event", (delegate* unmanaged<nint, nint, nint, int>)&OnDestroyEvent, _self, 0, 0);
        GLib.Connect(window, "focus-in-event", (delegate* unmanaged<nint, nint, nint, int>)&OnFocusIn, _self, 0, 0);
        GLib.Connect(window, "focus-out-event", (delegate* unmanaged<nint, nint, nint, int>)&OnFocusOut, _self, 0, 0);
        GLib.Connect(window, "configure-event", (delegate* unmanaged<nint, nint, nint, int>)&OnConfigured, _self, 0, 0);
        GLib.Connect(window, "map-event", (delegate* unmanaged<nint, nint, nint, int>)&OnMapped, _self, 0, 0);
        GLib.Connect(window, "unmap-event", (delegate* unmanaged<nint, nint, nint, int>)&OnUnmapped, _self, 0, 0);
        return window;
    }

    // Realized, not yet shown: no window manager has seen it, so it becomes a plain child.
    private void Embed((int Width, int Height) room, int x, int y, int width, int height)
    {
        nint display = Gtk.GetXDisplay();
        XErrors.Watch();
        X11.Reparent(display, (nuint)Id, (nuint)_parent, x, y);
        if (!XErrors.None(out int code))
            throw ForeignWindow.Bad(_parent, $"the X server refused to put a window into it (X error {code})");
        if (_follows)
            Fit(room.Width, room.Height);
        else
            Place(x, y, width, height);
    }

    // To the parent's size, which X gives in pixels and GTK wants in its own units.
    private void Fit(int width, int height)
    {
        int scale = Math.Max(1, Gtk.GetScale(_window));
        Place(0, 0, Math.Max(1, width / scale), Math.Max(1, height / scale));
    }

    private void Place(int x, int y, int width, int height)
    {
        int scale = Math.Max(1, Gtk.GetScale(_window));
        nint display = Gtk.GetXDisplay();
        Gtk.Resize(_window, Math.Max(1, width), Math.Max(1, height));
        X11.MoveResize(display, (nuint)Id, x, y, (uint)Math.Max(1, width * scale), (uint)Math.Max(1, height * scale));
        X11.Flush(display);
    }

    private void Show()
    {
        _shown = true;
        if (!_parentLost)
            Gtk.Show(_window);
        if (_movedUndrawn)
            DrawAnew();
    }

    // In another window the engine draws nothing until the page does, which a page at rest never does. Another background, and the old one again, make it: by one
    // step of 255, which nobody sees, and without an event that the page could see.
    private void DrawAnew()
    {
        const double step = 1 / 255.0;
        _movedUndrawn = false;
        Gtk.Rgba background;
        Native.WebKit.GetBackground(_view, &background);
        Gtk.Rgba other = background;
        other.Red += background.Red < 0.5 ? step : -step;
        Native.WebKit.SetBackground(_view, &other);
        Native.WebKit.SetBackground(_view, &background);
    }

    // Accelerated, the engine draws a frame once: what GTK clears after another window covered it stays empty until the page draws the next.
    private void DrawAnewSoon()
    {
        if (_accelerated && _exposed == 0)
            _exposed = GLib.AddIdle(GLib.PriorityDefault, &OnExposedIdle, _self, 0);
    }

    private void LoseParent()
    {
        if (_parent == 0 || _parentLost)
            return;
        _parentLost = true;
        // Later, in a turn of its own: GDK is in the middle of taking the old window apart.
        _lostIdle = GLib.AddIdle(GLib.PriorityDefault, &OnParentLostIdle, _self, 0);
    }

    private void MoveOutOfLostParent()
    {
        _lostIdle = 0;
        if (!_parentLost || _parent == 0)
            return;
        nint old = _window;
        nint lost = _parent;
        Gtk.Remove(old, _view);
        _window = NewWindow(lost, null, null, _size.Width, _size.Height);
        ForeignWindow.Leave(lost);
        _parent = 0;
        Gtk.Add(_window, _view);
        Gtk.Realize(_window);
        Gtk.Destroy(old);
        Tell(WindowChangeKind.Replaced, (int)Id);
        Tell(WindowChangeKind.ParentLost, (int)lost);
    }

    private void Tell(WindowChangeKind kind, int a = 0, int b = 0, string? error = null) => _events.OnWindow(new WindowChange(kind, a, b, error));
}
