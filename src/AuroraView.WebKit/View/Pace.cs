using System.Runtime.InteropServices;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.View;

/// <summary>
/// Tells what a page can change as often as it likes (its title) at once, and then at most ten times a second: what matters is the last of them. The timer
/// runs only after a change.
/// </summary>
internal sealed unsafe class Pace : IDisposable
{
    private const uint Milliseconds = 100;
    private readonly Action _tell;
    private GCHandle _handle;
    private uint _timer;
    private bool _isDue;

    /// <param name="tell">Tells how it is now.</param>
    public Pace(Action tell)
    {
        _tell = tell;
        _handle = GCHandle.Alloc(this);
    }

    /// <summary>Something changed.</summary>
    public void Change()
    {
        _isDue = _timer != 0;
        if (_isDue || !_handle.IsAllocated)
            return;
        _timer = GLib.AddTimeout(GLib.PriorityDefault, Milliseconds, &OnTimer, GCHandle.ToIntPtr(_handle), 0);
        _tell();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_timer != 0)
            GLib.RemoveSource(_timer);
        _timer = 0;
        if (_handle.IsAllocated)
            _handle.Free();
    }

    [UnmanagedCallersOnly]
    private static int OnTimer(nint data)
    {
        try
        {
            var pace = GObjects.Target<Pace>(data);
            pace._timer = 0;
            if (pace._isDue)
                pace.Change();
            return 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 0;
        }
    }
}
