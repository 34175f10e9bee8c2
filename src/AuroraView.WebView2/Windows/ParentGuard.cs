using System.Runtime.InteropServices;
using AuroraView.Threading.Guards;

namespace AuroraView.WebView2.Windows;

/// <summary>
/// Takes a frame out of a host's window before that is destroyed. DestroyWindow sends a message to every window inside, one after the other, and waits for each without a
/// bound, for those of the engine too. The hook (WH_CBT) is called on the host's thread, inside its DestroyWindow, before the first of them.
/// </summary>
/// <remarks>
/// On the frame's thread, which owns the hook. A parent in another process cannot be watched in this way; there the frame goes down with it, and the panel saves itself.
/// </remarks>
internal sealed unsafe class ParentGuard : IDisposable
{
    // Replaced and never changed: the hook reads it on the host's thread without a lock.
    private static ParentGuard[] s_all = [];

    private readonly nint _parent;
    private readonly nint _hook;
    private nint _frame;
    private bool _isDoomed;

    /// <summary>Watches a window of this process.</summary>
    public ParentGuard(nint parent)
    {
        _parent = parent;
        uint process;
        var thread = User32.GetWindowThreadProcessId(parent, &process);
        if (process != Environment.ProcessId)
            return;
        Replace(static (all, guard) => [.. all, guard], this);
        _hook = User32.SetWindowsHookExW(User32.ComputerBasedTraining, &OnEvent, 0, thread);
    }

    /// <summary>Names what is to be taken out.</summary>
    /// <returns>Whether it is guarded from now on; not so where the destruction has begun and missed it.</returns>
    public bool Guard(nint frame)
    {
        Volatile.Write(ref _frame, frame);
        // The hook writes and reads the two the other way round: one of both sees the other.
        Interlocked.MemoryBarrier();
        return !Volatile.Read(ref _isDoomed);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_hook != 0)
            _ = User32.UnhookWindowsHookEx(_hook);
        Replace(static (all, guard) => Array.FindAll(all, other => other != guard), this);
    }

    private static void Replace(Func<ParentGuard[], ParentGuard, ParentGuard[]> change, ParentGuard guard)
    {
        ParentGuard[] before;
        do
            before = Volatile.Read(ref s_all);
        while (Interlocked.CompareExchange(ref s_all, change(before, guard), before) != before);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static nint OnEvent(int code, nint first, nint second)
    {
        var refused = User32.CallNextHookEx(0, code, first, second);
        try
        {
            // Somebody else's hook may keep the window.
            if (code == User32.WindowIsDestroyed && refused == 0)
                TakeOut(first);
        }
        catch (Exception error)
        {
            Log.Error($"a panel could not be taken out of a window that is destroyed: {error}");
        }

        return refused;
    }

    private static void TakeOut(nint window)
    {
        foreach (var guard in Volatile.Read(ref s_all))
        {
            if (window != guard._parent && User32.IsChild(window, guard._parent) == 0)
                continue;
            Volatile.Write(ref guard._isDoomed, true);
            Interlocked.MemoryBarrier();
            nint answer;
            if (Volatile.Read(ref guard._frame) is var frame and not 0)
                _ = User32.SendMessageTimeoutW(frame, HostFrame.Leave, 0, 0, 0, HostFrame.Bound, &answer);
        }
    }
}
