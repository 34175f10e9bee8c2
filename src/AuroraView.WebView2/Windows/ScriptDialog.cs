using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Windows;
using AuroraView.WebView2.Apartment;

namespace AuroraView.WebView2.Windows;

/// <summary>The window of one question of a page, modeless, on a thread of its own.</summary>
/// <remarks>
/// A thread of its own has an input queue of its own. The WebView thread shares the host's: a panel is a child in the host's tree of windows. A dialog there would get no
/// keys while the host is busy, and giving it the keyboard would send a message to the host's thread and wait for it. For the same reason it has no owner: an owner joins
/// the queues. It stays above the host's windows by a hook whose events come through its own queue.
/// </remarks>
internal sealed unsafe class ScriptDialog : IDisposable
{
    [ThreadStatic]
    private static ScriptDialog? t_this;

    private readonly MessageThread _thread;
    private readonly ScriptQuestion _question;
    private readonly nint _panel;
    private readonly Action<ScriptDialog, ScriptAnswer> _answered;
    private DialogControls? _controls;
    private nint _window;
    private nint _hook;
    private bool _isAnswered;

    private ScriptDialog(ScriptQuestion question, nint panel, Action<ScriptDialog, ScriptAnswer> answered)
    {
        _question = question;
        _panel = panel;
        _answered = answered;
        _thread = new MessageThread("AuroraView dialog", OnEnded, static () => { });
    }

    /// <summary>Begins to show a question, and does not wait for its window.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="panel">The panel's window: the dialog is put over its middle and has its awareness of DPI.</param>
    /// <param name="answered">Called once, on the dialog's thread: also where the dialog is taken away, or cannot be made.</param>
    public static ScriptDialog Show(ScriptQuestion question, nint panel, Action<ScriptDialog, ScriptAnswer> answered)
    {
        var dialog = new ScriptDialog(question, panel, answered);
        dialog._thread.Start(dialog.Create, dialog.Destroy);
        return dialog;
    }

    /// <summary>Takes the dialog away, and does not wait for that. From any thread.</summary>
    public void Dispose() => _thread.PostUrgent(_thread.End);

    private void Create()
    {
        t_this = this;
        OwnClass.TakeAwareness(_panel);
        // No items: Windows measures those in units of a font, and the texts are not known to it.
        var template = new User32.DialogTemplate { Style = User32.Popup | User32.Caption | User32.SystemMenu | User32.ClipChildren };
        _window = User32.CreateDialogIndirectParamW(Win32.GetModuleHandleW(null), &template, 0, &OnMessage, 0);
        if (_window == 0)
            throw new BackendFailureException("NoDialog", $"No window can be made for a dialog of the page (Win32 error {Marshal.GetLastPInvokeError()}).");
        _controls = new DialogControls(_window, _question, _panel);
        _thread.Dialog = _window;
        _hook = User32.SetWinEventHook(User32.EventForeground, User32.EventForeground, 0, &OnForeground, (uint)Environment.ProcessId, 0, 0);
        _ = User32.ShowWindow(_window, User32.ShowNormal);
        _ = User32.SetForegroundWindow(_window);
    }

    // The thread's last work.
    private void Destroy()
    {
        t_this = null;
        if (_hook != 0)
            _ = User32.UnhookWinEvent(_hook);
        if (_window != 0)
            _ = Win32.DestroyWindow(_window);
        _controls?.Dispose();
    }

    private void OnEnded(BackendError? error)
    {
        if (error is not null)
            Log.Error($"a dialog of the page is answered with cancel: {error.Message}");
        Answer(ScriptAnswer.Cancelled);
    }

    private void Answer(ScriptAnswer answer)
    {
        if (_isAnswered)
            return;
        _isAnswered = true;
        _answered(this, answer);
    }

    private bool Take(uint message, nint first)
    {
        switch (message)
        {
            case User32.CloseMessage:
                Answer(_controls?.Answer(false) ?? ScriptAnswer.Cancelled);
                _thread.End();
                return true;
            case User32.CommandMessage when (first & 0xFFFF) is User32.OkButton or User32.CancelButton:
                Answer(_controls?.Answer((first & 0xFFFF) == User32.OkButton) ?? ScriptAnswer.Cancelled);
                _thread.End();
                return true;
            default:
                return false;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static nint OnMessage(nint window, uint message, nint first, nint second)
    {
        try
        {
            return t_this?._window == window && t_this.Take(message, first) ? 1 : 0;
        }
        catch (Exception error)
        {
            Log.Error($"a message of a dialog could not be handled: {error}");
            return 0;
        }
    }

    // The user came back to the host, whose window would hide the dialog while the page waits for an answer.
    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static void OnForeground(nint hook, uint kind, nint window, int item, int child, uint thread, uint time)
    {
        if (t_this is { } dialog && window != dialog._window)
            _ = User32.SetWindowPos(dialog._window, 0, 0, 0, 0, 0, User32.NoMove | User32.NoSize | User32.NoActivate);
    }
}
