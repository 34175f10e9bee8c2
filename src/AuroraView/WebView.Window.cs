using AuroraView.Engine;
using AuroraView.Threading;
using AuroraView.Views;

namespace AuroraView;

// The window. Every member throws ShutdownInProgressException once the view is closing.
public sealed partial class WebView
{
    /// <summary>The native window (an X11 id, an HWND) once the view is ready, else 0.</summary>
    public nint Handle => _core.Info?.Window ?? 0;

    /// <summary>The engine behind the view, once it is ready.</summary>
    public BackendInfo? Engine => _core.Info;

    /// <summary>Shows the panel, and starts it the first time.</summary>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void Show()
    {
        _core.Starting.SetWindow(new WindowCommand(WindowAction.Show));
        _core.Starting.Begin();
    }

    /// <summary>Hides the panel; the page lives on.</summary>
    public void Hide() => Set(WindowAction.Hide);

    /// <summary>Gives the panel the keyboard.</summary>
    public void Focus() => Set(WindowAction.Focus);

    /// <summary>Changes the inner size, in CSS pixels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1 or above 32,767.</exception>
    public void Resize(int width, int height)
    {
        CheckSide(width, nameof(width));
        CheckSide(height, nameof(height));
        Set(WindowAction.Resize, width, height);
    }

    /// <summary>Moves the window, in pixels of the screen, or of the parent if it has one.</summary>
    public void Move(int x, int y)
    {
        WebViewOptions.Place(x, nameof(x));
        WebViewOptions.Place(y, nameof(y));
        Set(WindowAction.Move, x, y);
    }

    /// <summary>Minimises an own top-level window.</summary>
    public void Minimize() => Set(WindowAction.Minimize);

    /// <summary>Maximises an own top-level window.</summary>
    public void Maximize() => Set(WindowAction.Maximize);

    /// <summary>Undoes minimise, maximise and full screen.</summary>
    public void Restore() => Set(WindowAction.Restore);

    /// <summary>Enters or leaves full screen.</summary>
    public void SetFullScreen(bool on) => Set(WindowAction.FullScreen, on ? 1 : 0);

    /// <summary>Keeps an own top-level window above others, or not.</summary>
    public void SetAlwaysOnTop(bool on) => Set(WindowAction.AlwaysOnTop, on ? 1 : 0);

    /// <summary>Changes the window's title.</summary>
    public void SetTitle(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        _core.Starting.SetWindow(new WindowCommand(WindowAction.Title, Text: title));
    }

    /// <summary>Scales the page.</summary>
    /// <param name="factor">1 is the page's own size; from 0.25 to 5.</param>
    public void SetZoom(double factor)
    {
        if (!(factor is >= 0.25 and <= 5))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The zoom factor lies between 0.25 and 5.");
        Set(WindowAction.Zoom, (int)Math.Round(factor * 1000));
    }

    /// <summary>Opens the developer tools, if <see cref="WebViewOptions.Debug"/> is set.</summary>
    public void OpenDevTools() => Set(WindowAction.OpenDevTools);

    /// <summary>Moves the panel into another window of the host, or makes it a top-level window again (0). The page lives on.</summary>
    public void Reparent(nint parent) => _core.Starting.SetWindow(new WindowCommand(WindowAction.Reparent, Parent: parent));

    /// <summary>Takes a picture of the visible page.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>A PNG file's bytes.</returns>
    /// <exception cref="ShutdownInProgressException">The view is closing, or was closed meanwhile.</exception>
    /// <exception cref="QueueFullException">16 pictures are being taken.</exception>
    /// <exception cref="InvalidOperationException">The engine could not take it.</exception>
    public Task<byte[]> CaptureScreenshotAsync(CancellationToken cancellation = default)
    {
        _core.ThrowIfClosing();
        _core.Starting.Begin();
        var id = _core.NextId();
        var picture = _core.Captures.Add(id, cancellation);
        _core.PushAlways(Outbound.Capture(id));
        // A close that began after the check would not have seen it.
        if (_core.Ending.GivenUp.IsCancellationRequested)
            _core.Captures.FailAll(_core.Refusal);
        return picture;
    }

    private void Set(WindowAction action, int a = 0, int b = 0) => _core.Starting.SetWindow(new WindowCommand(action, a, b));

    private static void CheckSide(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 32_767, name);
    }
}
