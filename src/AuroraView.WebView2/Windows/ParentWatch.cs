using System.Runtime.InteropServices;

namespace AuroraView.WebView2.Windows;

/// <summary>
/// Hears of a host window's moves and sizes without touching its thread: an accessibility hook, whose events come through this thread's own message queue. Nothing is sent
/// to the host and nothing runs on its thread.
/// </summary>
internal sealed unsafe class ParentWatch : IDisposable
{
    [ThreadStatic]
    private static List<ParentWatch>? t_all;

    private readonly nint _parent;
    private readonly nint _root;
    private readonly Action _changed;
    private readonly nint _hook;

    /// <param name="parent">The host's window.</param>
    /// <param name="changed">Called on this thread when it, or the top-level window it is in, has another place or size.</param>
    public ParentWatch(nint parent, Action changed)
    {
        _parent = parent;
        _root = User32.GetAncestor(parent, User32.RootAncestor);
        _changed = changed;
        uint process;
        var thread = User32.GetWindowThreadProcessId(parent, &process);
        (t_all ??= []).Add(this);
        _hook = User32.SetWinEventHook(User32.EventLocationChange, User32.EventLocationChange, 0, &OnEvent, process, thread, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        t_all?.Remove(this);
        if (_hook != 0)
            _ = User32.UnhookWinEvent(_hook);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static void OnEvent(nint hook, uint kind, nint window, int item, int child, uint thread, uint time)
    {
        // Of windows, not of carets and cursors in them.
        if (item != 0 || t_all is null)
            return;
        foreach (var watch in t_all.ToArray())
        {
            if (watch._hook == hook && (window == watch._parent || window == watch._root))
                watch._changed();
        }
    }
}
