using System.Runtime.InteropServices;
using AuroraView.Threading.Waiting;
using AuroraView.Threading.Windows;

namespace AuroraView.WebView2.Windows;

/// <summary>A window class of this load of the library, registered with its first window: two plug-ins may each have brought their own load.</summary>
internal sealed unsafe class OwnClass
{
    private readonly delegate* unmanaged[Stdcall]<nint, uint, nint, nint, nint> _procedure;
    private ShortLock _lock;
    private bool _isRegistered;

    /// <param name="name">What its windows are, as a tool such as Spy++ shows it.</param>
    /// <param name="procedure">Their window procedure.</param>
    public OwnClass(string name, delegate* unmanaged[Stdcall]<nint, uint, nint, nint, nint> procedure)
    {
        Name = $"{name}.{Guid.NewGuid():N}";
        _procedure = procedure;
    }

    /// <summary>The class's name.</summary>
    public string Name { get; }

    /// <summary>Makes a window of it on the calling thread, with the parent's awareness of DPI; without a parent it scales with its monitor.</summary>
    /// <returns>The window, or 0 with the error as the last one of the platform.</returns>
    public nint CreateWindow(uint extendedStyle, string? title, uint style, int x, int y, int width, int height, nint parent)
    {
        Register();
        var before = SetAwareness(parent == 0 ? User32.PerMonitorAware : User32.GetWindowDpiAwarenessContext(parent));
        var window = Win32.CreateWindowExW(
            extendedStyle, Name, title, style | User32.ClipChildren | User32.ClipSiblings, x, y, width, height, parent, 0, Win32.GetModuleHandleW(null), 0);
        var error = Marshal.GetLastPInvokeError();
        if (before != 0)
            _ = SetAwareness(before);
        Marshal.SetLastPInvokeError(error);
        return window;
    }

    /// <summary>Gives the calling thread a window's awareness of DPI, for the windows that it makes from now on.</summary>
    public static void TakeAwareness(nint window) => _ = SetAwareness(User32.GetWindowDpiAwarenessContext(window));

    private static nint SetAwareness(nint context)
    {
        try
        {
            return User32.SetThreadDpiAwarenessContext(context);
        }
        catch (EntryPointNotFoundException)
        {
            // Before Windows 10, 1607 the process has one awareness.
            return 0;
        }
    }

    private void Register()
    {
        // Whoever comes second waits until the class is really there.
        _lock.Enter();
        if (!_isRegistered)
        {
            fixed (char* name = Name)
            {
                var definition = new Win32.WindowClass
                {
                    Size = (uint)sizeof(Win32.WindowClass),
                    Procedure = _procedure,
                    Instance = Win32.GetModuleHandleW(null),
                    ClassName = name,
                };
                _isRegistered = Win32.RegisterClassExW(&definition) != 0;
            }
        }

        _lock.Exit();
    }
}
