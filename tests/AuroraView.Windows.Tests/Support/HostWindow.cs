using System.Runtime.InteropServices;
using AuroraView.Hosting;
using AuroraView.Threading;

namespace AuroraView.Windows.Tests.Support;

/// <summary>A host with a window, whose main thread runs a message loop.</summary>
internal sealed unsafe class HostWindow : IDisposable
{
    private readonly HostThread _thread = new(static () => new Win32MainThread());
    private readonly List<(nint Window, uint Message, nint First)> _messages = [];

    internal HostWindow(int width = 500, int height = 300)
    {
        Handle = Dispatcher.Invoke(() => new MessageWindow(width, height, message =>
        {
            lock (_messages)
                _messages.Add(message);
        }).Handle);
    }

    internal MainThreadDispatcher Dispatcher => _thread.Dispatcher;

    internal nint Handle { get; }

    /// <summary>The system's id of the host's main thread.</summary>
    internal uint ThreadId => _thread.Id;

    internal bool Got(uint message, nint first)
    {
        lock (_messages)
            return _messages.Exists(got => got.Message == message && got.First == first);
    }

    internal (int Width, int Height) Room => Dispatcher.Invoke(() =>
    {
        User32.Rectangle area;
        _ = User32.GetClientRect(Handle, &area);
        return (area.Right, area.Bottom);
    });

    internal void Resize(int width, int height) => Dispatcher.Invoke(() => User32.SetWindowPos(Handle, 0, 0, 0, width, height, User32.NoMoveNoOrder));

    internal void Destroy() => Dispatcher.Invoke(() =>
    {
        if (User32.DestroyWindow(Handle) == 0)
            throw new InvalidOperationException($"The window was not destroyed: Win32 error {Marshal.GetLastPInvokeError()}.");
    });

    public void Dispose()
    {
        // Gone already where the test destroyed it.
        Dispatcher.Invoke(() => User32.DestroyWindow(Handle));
        _thread.Dispose();
    }
}
