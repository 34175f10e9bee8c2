using AuroraView.Engine.Pages;
using AuroraView.WebView2.Interop;
using AuroraView.WebView2.Windows;

namespace AuroraView.WebView2.View;

/// <summary>A dialog that a script has asked for, as the engine gives it. On the WebView thread.</summary>
internal sealed class PendingDialog : IDisposable
{
    private readonly ICoreWebView2ScriptDialogOpeningEventArgs _args;
    private ICoreWebView2Deferral? _deferral;

    /// <param name="args">The event's arguments, which are kept: with a deferral they outlive the event.</param>
    public PendingDialog(nint args)
    {
        _args = ComObjects.Borrow<ICoreWebView2ScriptDialogOpeningEventArgs>(args);
        _ = _args.get_Kind(out var kind);
        Kind = (ScriptDialogKind)kind;
    }

    /// <summary>What is asked for.</summary>
    public ScriptDialogKind Kind { get; }

    /// <summary>Lets the script wait beyond the event.</summary>
    public void Defer()
    {
        HResult.Check(_args.GetDeferral(out var deferral), "let a dialog wait");
        _deferral = ComObjects.Take<ICoreWebView2Deferral>(deferral);
    }

    /// <summary>The question to the user.</summary>
    public ScriptQuestion Ask(string caption, bool mayMute)
    {
        var uri = HResult.Failed(_args.get_Uri(out var address)) ? "" : NativeText.Take(address);
        _ = _args.get_Message(out var message);
        var text = Kind == ScriptDialogKind.Prompt && !HResult.Failed(_args.get_DefaultText(out var given)) ? given : 0;
        try
        {
            return ScriptQuestion.Of(Kind, caption, Origins.Of(uri), NativeText.Span(message), NativeText.Span(text), mayMute);
        }
        finally
        {
            NativeText.Free(message);
            NativeText.Free(text);
        }
    }

    /// <summary>The user says OK.</summary>
    public void Accept(string text)
    {
        if (Kind == ScriptDialogKind.Prompt)
            _ = _args.put_ResultText(text);
        _ = _args.Accept();
    }

    /// <summary>The script goes on.</summary>
    /// <remarks>Of an engine that is gone this fails, which is as good.</remarks>
    public void Complete() => _ = _deferral?.Complete();

    /// <inheritdoc/>
    public void Dispose()
    {
        ComObjects.Release(_deferral);
        ComObjects.Release(_args);
    }
}
