using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Scripts;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.View;

/// <summary>
/// The dialogs of the page's scripts. The engine draws them inside the view; the page waits meanwhile, and with it whatever is asked of it. The host is told, so that
/// what waits can say for what. A load takes the dialog away, as a cancel: a script that waits would hold the load.
/// </summary>
internal sealed unsafe class ScriptDialogs(nint view, IWebViewBackendEvents events, Liveness life)
{
    private const int BeforeUnload = 3;
    private static readonly string[] s_kinds = ["alert", "confirm", "prompt"];
    private nint _open;
    private bool _isLeaving;

    /// <summary>A script asks.</summary>
    /// <returns>Whether that was answered; otherwise the engine asks the user.</returns>
    public bool OnOpening(nint dialog)
    {
        int kind = Native.WebKit.GetDialogType(dialog);
        if (kind == BeforeUnload)
        {
            // A page that asks whether it may be left is not asked: the host decides when a page goes.
            Native.WebKit.Confirm(dialog, 1);
            return true;
        }

        // Without an answer it is a cancel.
        if (_isLeaving)
            return true;
        Forget();
        _open = Native.WebKit.RefDialog(dialog);
        life.PauseUntilSign();
        events.OnWindow(new WindowChange(WindowChangeKind.DialogOpened, Error: kind >= 0 && kind < s_kinds.Length ? s_kinds[kind] : "unknown"));
        return false;
    }

    /// <summary>The host is about to show something else: an open dialog is taken away, and the page opens no more.</summary>
    public void OnLeaving()
    {
        _isLeaving = true;
        if (_open == 0)
            return;
        Native.WebKit.CloseDialog(_open);
        // The engine leaves its widget there when a dialog is closed from outside.
        nint widget = 0;
        Gtk.ForEach(view, &FindWidget, (nint)(&widget));
        if (widget != 0)
            Gtk.Destroy(widget);
        Forget();
        life.EndPause();
        events.OnWindow(new WindowChange(WindowChangeKind.DialogClosed));
    }

    /// <summary>A load has ended one way or the other.</summary>
    public void OnLoadOver() => _isLeaving = false;

    /// <summary>The page, or the view, is gone.</summary>
    public void Forget()
    {
        if (_open != 0)
            Native.WebKit.UnrefDialog(_open);
        _open = 0;
    }

    [UnmanagedCallersOnly]
    private static void FindWidget(nint widget, nint data)
    {
        try
        {
            if (GObjects.Text(GLib.TypeName(widget)).StartsWith("WebKitScriptDialog", StringComparison.Ordinal))
                *(nint*)data = widget;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }
}
