using AuroraView.Threading.Guards;
using AuroraView.WebView2.Windows;

namespace AuroraView.WebView2.View;

/// <summary>
/// The dialogs of a page's scripts, one at a time. The page waits by the engine's deferral, and nobody else does: the window is on a thread of its own, whose answer is
/// posted. Each deferral is completed exactly once: by the answer, or by whatever takes the dialog away.
/// </summary>
internal sealed class ScriptDialogs
{
    private readonly WebView2View _view;
    private PendingDialog? _open;
    private ScriptDialog? _window;
    private bool _wasShown;
    private bool _isMuted;
    private bool _isLeaving;

    public ScriptDialogs(WebView2View view) => _view = view;

    /// <summary>A script asks. Returns at once.</summary>
    public void OnOpening(nint args)
    {
        var pending = new PendingDialog(args);
        try
        {
            switch (pending.Kind)
            {
                // The host decides when a page goes: its own Load or Reload must not hang on a question to the user.
                case ScriptDialogKind.BeforeUnload:
                    pending.Accept("");
                    break;
                case ScriptDialogKind.Alert or ScriptDialogKind.Confirm or ScriptDialogKind.Prompt when _open is null && !_isMuted && !_isLeaving:
                    Open(pending);
                    break;
                // Without an answer it is a cancel. Of two frames that ask at a time the second is refused.
                case var _ when _open is null:
                    // Nobody is asked any more: a page that does nothing but ask does not answer.
                    _view.Scripts!.Life.EndPause();
                    break;
            }
        }
        finally
        {
            if (_open != pending)
                pending.Dispose();
        }
    }

    /// <summary>
    /// The host is about to load something else: an open dialog is taken away, as a cancel, and the page opens no more. A script that waits would hold the load, and a page
    /// that asks in a loop would never be left.
    /// </summary>
    public void OnLeaving()
    {
        _isLeaving = true;
        Cancel();
    }

    /// <summary>A load has ended, or has not begun.</summary>
    public void OnLoadOver() => _isLeaving = false;

    /// <summary>Another document is there, or none: what the user decided was about the last one.</summary>
    public void OnDocumentGone()
    {
        Cancel();
        _wasShown = false;
        _isMuted = false;
        _isLeaving = false;
    }

    private void Cancel()
    {
        _window?.Dispose();
        Complete(ScriptAnswer.Cancelled);
    }

    private void Open(PendingDialog pending)
    {
        pending.Defer();
        _open = pending;
        _view.Scripts!.Life.PauseUntilSign();
        try
        {
            var question = pending.Ask(_view.Start.Title, _wasShown);
            _wasShown = true;
            _window = ScriptDialog.Show(question, _view.Window, OnAnswered);
            _view.TellDialog(pending.Kind.ToString().ToLowerInvariant());
        }
        catch (Exception error)
        {
            Log.Error($"a dialog of the page is answered with cancel: {error}");
            Complete(ScriptAnswer.Cancelled);
        }
    }

    // On the dialog's thread.
    private void OnAnswered(ScriptDialog window, ScriptAnswer answer) => _view.Thread.PostUrgent(() =>
    {
        // Taken away meanwhile, and perhaps another one is open.
        if (window == _window)
            Complete(answer);
    });

    private void Complete(ScriptAnswer answer)
    {
        _window = null;
        if (_open is not { } pending)
            return;
        _open = null;
        _view.TellDialog(null);
        _isMuted |= answer.Mutes;
        using (pending)
        {
            if (answer.IsAccepted)
                pending.Accept(answer.Text);
            pending.Complete();
        }
    }
}
