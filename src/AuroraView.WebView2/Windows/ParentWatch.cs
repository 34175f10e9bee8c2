using System.Runtime.InteropServices;
using AuroraView.Threading.Guards;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.Windows;

/// <summary>
/// Hears of a host window's moves and sizes without touching its thread: an accessibility hook, whose events come through this thread's own message queue. Nothing is sent
/// to the host and nothing runs on its thread.
/// </summary>
internal sealed unsafe class ParentWatch : IDisposable
{
    [ThreadStatic]
    private static List<ParentWatch>? t_all;

    private static bool s_isProven;

    private readonly nint _parent;
    private readonly nint _root;
    private readonly Action _changed;
    private readonly nint _hook;
    private NativeRectangle _place;
    private NativeRectangle _rootPlace;

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
        _ = HasMoved();
        _hook = User32.SetWinEventHook(User32.EventLocationChange, User32.EventLocationChange, 0, &OnEvent, process, thread, 0);
    }

    /// <summary>Whether this system was seen to deliver such events; until then somebody has to look now and then.</summary>
    public static bool IsProven => Volatile.Read(ref s_isProven);

    /// <summary>Looks whether something has changed since the last look.</summary>
    public void Look()
    {
        if (HasMoved())
            _changed();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        t_all?.Remove(this);
        if (_hook != 0)
            _ = User32.UnhookWinEvent(_hook);
    }

    private bool HasMoved()
    {
        NativeRectangle place;
        NativeRectangle rootPlace;
        _ = User32.GetWindowRect(_parent, &place);
        _ = User32.GetWindowRect(_root, &rootPlace);
        var moved = !place.Equals(_place) || !rootPlace.Equals(_rootPlace);
        _place = place;
        _rootPlace = rootPlace;
        return moved;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static void OnEvent(nint hook, uint kind, nint window, int item, int child, uint thread, uint time)
    {
        // Of windows, not of carets and cursors in them.
        if (item != 0 || t_all is null)
            return;
        try
        {
            foreach (var watch in t_all.ToArray())
            {
                if (watch._hook != hook || (window != watch._parent && window != watch._root))
                    continue;
                Volatile.Write(ref s_isProven, true);
                watch._changed();
            }
        }
        catch (Exception error)
        {
            Log.Error($"a move of a panel's parent window could not be followed: {error}");
        }
    }
}
