using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Windows;

/// <summary>A message-only window of the thread that creates it: what is posted to it is dispatched by whatever loop that thread runs, modal ones too.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class MainThreadWindow
{
    private const uint WakeMessage = Win32.App + 1;
    private const uint DestroyMessage = Win32.App + 2;
    private const nuint TimerId = 1;

    // A window procedure lives in one load of this library; two plug-ins may each have brought their own.
    private static readonly string s_className = $"AuroraView.MainThread.{Guid.NewGuid():N}";
    private static ShortLock s_classLock;
    private static int s_creating;

    private readonly GCHandle _self;
    private Action? _onMessage;
    private int _released;

    /// <summary>Creates the window on the calling thread.</summary>
    /// <param name="onMessage">Called on that thread for each wake and each end of the timer.</param>
    /// <exception cref="InvalidOperationException">The system gives no window.</exception>
    public MainThreadWindow(Action onMessage)
    {
        _onMessage = onMessage;
        BeginCreating();
        Handle = Win32.CreateWindowExW(0, s_className, null, 0, 0, 0, 0, 0, Win32.MessageOnly, 0, Win32.GetModuleHandleW(null), 0);
        var error = Marshal.GetLastPInvokeError();
        EndCreating();
        if (Handle == 0)
        {
            RemoveUnusedClass();
            throw new InvalidOperationException($"A message-only window could not be created (Win32 error {error}). This process has no window station, or no handles are left.");
        }

        // Weak: a window must not keep a forgotten dispatcher alive.
        _self = GCHandle.Alloc(this, GCHandleType.Weak);
        Win32.SetWindowLongPtrW(Handle, Win32.UserData, GCHandle.ToIntPtr(_self));
    }

    ~MainThreadWindow() => Destroy(isOwnThread: false);

    /// <summary>The window.</summary>
    public nint Handle { get; }

    /// <summary>Whether the window is there. It goes with its thread.</summary>
    public bool IsAlive => Win32.IsWindow(Handle) != 0;

    /// <summary>Posts a wake, from any thread.</summary>
    /// <returns>0, or the Win32 error.</returns>
    public int PostWake() => Post(WakeMessage);

    /// <summary>Comes back after input and painting: a timer has the lowest priority of all messages. On the window's thread.</summary>
    public void StartTimer() => Win32.SetTimer(Handle, TimerId, Win32.ShortestTimer, 0);

    /// <summary>Destroys the window, from any thread; on another one than the window's it happens with the next message there.</summary>
    public void Destroy(bool isOwnThread)
    {
        _onMessage = null;
        if (Handle == 0)
            return;
        var isGone = isOwnThread ? Win32.DestroyWindow(Handle) == 0 : Post(DestroyMessage) == Win32.ErrorInvalidWindowHandle;
        // A thread that has ended took its windows along without telling their procedures.
        if (isGone)
            Release();
        RemoveUnusedClass();
        GC.SuppressFinalize(this);
    }

    private int Post(uint message) => Win32.PostMessageW(Handle, message, 0, 0) != 0 ? 0 : Marshal.GetLastPInvokeError();

    private void Release()
    {
        if (Interlocked.Exchange(ref _released, 1) != 0)
            return;
        _self.Free();
    }

    // Creating a window calls the hooks that the host has set: never under the lock. The class stays for as long as somebody creates one.
    private static void BeginCreating()
    {
        s_classLock.Enter();
        s_creating++;
        fixed (char* name = s_className)
        {
            var definition = new Win32.WindowClass
            {
                Size = (uint)sizeof(Win32.WindowClass),
                Procedure = &OnMessage,
                Instance = Win32.GetModuleHandleW(null),
                ClassName = name,
            };
            // It is registered already where this is not the first window; creating one tells of a real failure.
            _ = Win32.RegisterClassExW(&definition);
        }

        s_classLock.Exit();
    }

    private static void EndCreating()
    {
        s_classLock.Enter();
        s_creating--;
        s_classLock.Exit();
    }

    // A library that is unloaded must leave no class whose procedure is gone. The system refuses while there is a window of it.
    private static void RemoveUnusedClass()
    {
        s_classLock.Enter();
        if (s_creating == 0)
            _ = Win32.UnregisterClassW(s_className, Win32.GetModuleHandleW(null));
        s_classLock.Exit();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static nint OnMessage(nint window, uint message, nint first, nint second)
    {
        try
        {
            switch (message)
            {
                case WakeMessage:
                    Of(window)?._onMessage?.Invoke();
                    return 0;
                case Win32.Timer:
                    _ = Win32.KillTimer(window, TimerId);
                    Of(window)?._onMessage?.Invoke();
                    return 0;
                case DestroyMessage:
                    _ = Win32.DestroyWindow(window);
                    RemoveUnusedClass();
                    return 0;
                case Win32.NonClientDestroy:
                    Forget(window);
                    break;
            }
        }
        catch (Exception error)
        {
            // Nothing may be thrown into the host's loop.
            Log.Error($"the main thread's pump failed: {error}");
        }

        return Win32.DefWindowProcW(window, message, first, second);
    }

    private static MainThreadWindow? Of(nint window)
    {
        var data = Win32.GetWindowLongPtrW(window, Win32.UserData);
        return data == 0 ? null : GCHandle.FromIntPtr(data).Target as MainThreadWindow;
    }

    private static void Forget(nint window)
    {
        var data = Win32.SetWindowLongPtrW(window, Win32.UserData, 0);
        if (data == 0)
            return;
        if (GCHandle.FromIntPtr(data).Target is MainThreadWindow owner)
        {
            owner.Release();
            return;
        }

        GCHandle.FromIntPtr(data).Free();
    }
}
