using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AuroraView.Native.Abi;
using AuroraView.Native.Views;

namespace AuroraView.Native.Exports;

/// <summary>A panel's window. The header documents each function.</summary>
internal static unsafe class WindowExports
{
    [UnmanagedCallersOnly(EntryPoint = "av_view_window", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Change(long view, int action, int a, int b)
    {
        try
        {
            Apply(Handles.Get<NativeView>(view).View, action, a, b);
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_title", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Title(long view, byte* title, long length)
    {
        try
        {
            Handles.Get<NativeView>(view).View.SetTitle(Utf8Argument.Text(title, length, nameof(title)));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_reparent", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Reparent(long view, long parent)
    {
        try
        {
            Handles.Get<NativeView>(view).View.Reparent(checked((nint)parent));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    private static void Apply(WebView panel, int action, int a, int b)
    {
        switch (action)
        {
            case 0: panel.Show(); break;
            case 1: panel.Hide(); break;
            case 2: panel.Focus(); break;
            case 3: panel.Resize(a, b); break;
            case 4: panel.Move(a, b); break;
            case 5: panel.Minimize(); break;
            case 6: panel.Maximize(); break;
            case 7: panel.Restore(); break;
            case 8: panel.SetFullScreen(a != 0); break;
            case 9: panel.SetAlwaysOnTop(a != 0); break;
            case 10: panel.OpenDevTools(); break;
            case 11: panel.SetZoom(a / 1000.0); break;
            default: throw new ArgumentException($"There is no window action {action}.");
        }
    }
}
