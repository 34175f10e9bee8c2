using System.Runtime.InteropServices.Marshalling;
using AuroraView.Threading.Guards;

namespace AuroraView.WebView2.Interop;

/// <summary>A handler of any WebView2 event: sender and arguments as the engine's own pointers, valid during the call.</summary>
[GeneratedComClass]
internal sealed partial class ComEvent(Action<nint> handler) :
    ICoreWebView2WebMessageReceivedEventHandler, ICoreWebView2NavigationStartingEventHandler, ICoreWebView2ContentLoadingEventHandler,
    ICoreWebView2NavigationCompletedEventHandler, ICoreWebView2DocumentTitleChangedEventHandler, ICoreWebView2PermissionRequestedEventHandler,
    ICoreWebView2NewWindowRequestedEventHandler, ICoreWebView2ProcessFailedEventHandler, ICoreWebView2WindowCloseRequestedEventHandler,
    ICoreWebView2WebResourceRequestedEventHandler, ICoreWebView2DownloadStartingEventHandler, ICoreWebView2FocusChangedEventHandler,
    ICoreWebView2AcceleratorKeyPressedEventHandler, ICoreWebView2MoveFocusRequestedEventHandler, ICoreWebView2ScriptDialogOpeningEventHandler,
    ICoreWebView2ContextMenuRequestedEventHandler, ICoreWebView2LaunchingExternalUriSchemeEventHandler, ICoreWebView2ServerCertificateErrorDetectedEventHandler,
    ICoreWebView2ScreenCaptureStartingEventHandler
{
    /// <inheritdoc cref="ICoreWebView2WebMessageReceivedEventHandler.Invoke"/>
    public int Invoke(nint sender, nint args)
    {
        try
        {
            handler(args);
            return HResult.Ok;
        }
        catch (Exception error)
        {
            Log.Error($"an event of WebView2 could not be handled: {error}");
            return HResult.Fail;
        }
    }
}

/// <summary>A handler of the end of any WebView2 operation: its result, and what it gives, valid during the call.</summary>
[GeneratedComClass]
internal sealed partial class ComCompletion(Action<int, nint> handler) :
    ICoreWebView2CreateCoreWebView2EnvironmentCompletedHandler, ICoreWebView2CreateCoreWebView2ControllerCompletedHandler,
    ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler, ICoreWebView2ExecuteScriptCompletedHandler,
    ICoreWebView2ExecuteScriptWithResultCompletedHandler, ICoreWebView2CallDevToolsProtocolMethodCompletedHandler,
    ICoreWebView2CapturePreviewCompletedHandler
{
    /// <inheritdoc cref="ICoreWebView2ExecuteScriptCompletedHandler.Invoke"/>
    public int Invoke(int errorCode, nint result)
    {
        try
        {
            handler(errorCode, result);
            return HResult.Ok;
        }
        catch (Exception error)
        {
            Log.Error($"the end of an operation of WebView2 could not be handled: {error}");
            return HResult.Fail;
        }
    }

    /// <inheritdoc/>
    int ICoreWebView2CapturePreviewCompletedHandler.Invoke(int errorCode) => Invoke(errorCode, 0);
}
