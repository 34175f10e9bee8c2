using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Windows;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.Windows;

// What Windows says to the window.
internal sealed unsafe partial class ViewWindow
{
    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static nint OnMessage(nint window, uint message, nint first, nint second)
    {
        try
        {
            var data = Win32.GetWindowLongPtrW(window, Win32.UserData);
            if (data != 0 && GCHandle.FromIntPtr(data).Target is ViewWindow view && view.Handle == window && view.Handle != 0 && view.Take(message, first, second))
                return 0;
        }
        catch (Exception error)
        {
            Log.Error($"a message of a panel's window could not be handled: {error}");
        }

        return Win32.DefWindowProcW(window, message, first, second);
    }

    private bool Take(uint message, nint first, nint second)
    {
        switch (message)
        {
            case User32.Size:
                Fill();
                return false;
            case User32.Move:
                _ = _controller?.NotifyParentWindowPositionChanged();
                if (!Embedded)
                    Tell(WindowChangeKind.Moved, (short)(second & 0xFFFF), (short)(second >> 16 & 0xFFFF));
                return false;
            case HostFrame.Changed:
                FollowFrame();
                return true;
            case HostFrame.Left:
                OnLeft();
                return true;
            case HostFrame.GotKeyboard:
            case User32.SetFocusMessage:
                _ = _controller?.MoveFocus(0);
                return true;
            case User32.CloseMessage:
                Tell(WindowChangeKind.CloseRequested);
                return true;
            case User32.DpiChanged when !Embedded:
                var wanted = (NativeRectangle*)second;
                _ = User32.SetWindowPos(Handle, 0, wanted->Left, wanted->Top, wanted->Width, wanted->Height, User32.NoOrder | User32.NoActivate);
                return true;
            case HostFrame.Lost:
            // Nobody told: this thread was held too long, or the window came into one that was going already.
            case User32.Destroy or Win32.NonClientDestroy when !_leaving:
                Escape();
                return true;
            default:
                return false;
        }
    }
}
