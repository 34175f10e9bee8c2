using AuroraView.Engine.Pages;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.View;

// What a page may ask for, as on Linux: not allowed is refused, without a question to the user.
internal sealed partial class WebView2View
{
    private const int PermissionDenied = 2;
    private const int CancelOnCertificateError = 1;

    private void ConnectPolicy(ICoreWebView2 core)
    {
        On<ICoreWebView2PermissionRequestedEventHandler>(core.add_PermissionRequested, static args => With<ICoreWebView2PermissionRequestedEventArgs>(args, static request => request.put_State(PermissionDenied)));
        On<ICoreWebView2NewWindowRequestedEventHandler>(core.add_NewWindowRequested, OnNewWindow);
        On<ICoreWebView2ScriptDialogOpeningEventHandler>(core.add_ScriptDialogOpening, args => Dialogs.OnOpening(args));
        if (core is ICoreWebView2_4 fourth && !Start.AllowNewWindows)
            On<ICoreWebView2DownloadStartingEventHandler>(fourth.add_DownloadStarting, OnDownload);
        if (core is ICoreWebView2_11 eleventh && !Start.DevTools)
            On<ICoreWebView2ContextMenuRequestedEventHandler>(eleventh.add_ContextMenuRequested, EditingMenu.Trim);
        // The engine's page about a bad certificate has a way past it.
        if (core is ICoreWebView2_14 fourteenth)
            On<ICoreWebView2ServerCertificateErrorDetectedEventHandler>(fourteenth.add_ServerCertificateErrorDetected, static args => With<ICoreWebView2ServerCertificateErrorDetectedEventArgs>(args, static error => error.put_Action(CancelOnCertificateError)));
        // mailto: and the like start programs.
        if (core is ICoreWebView2_18 eighteenth && !Start.AllowNewWindows)
            On<ICoreWebView2LaunchingExternalUriSchemeEventHandler>(eighteenth.add_LaunchingExternalUriScheme, static args => With<ICoreWebView2LaunchingExternalUriSchemeEventArgs>(args, static launch => launch.put_Cancel(1)));
        // A picture of the screen is no permission to this engine, but a question of its own.
        if (core is ICoreWebView2_27 twentySeventh)
            On<ICoreWebView2ScreenCaptureStartingEventHandler>(twentySeventh.add_ScreenCaptureStarting, static args => With<ICoreWebView2ScreenCaptureStartingEventArgs>(args, static capture => capture.put_Cancel(1)));
    }

    private void OnNewWindow(nint args) => With<ICoreWebView2NewWindowRequestedEventArgs>(args, request =>
    {
        var url = HResult.Failed(request.get_Uri(out var uri)) ? "" : NativeText.Take(uri);
        if (Start.AllowNewWindows && !Loads!.IsRefusedFile(url))
            return;
        _ = request.put_Handled(1);
        Refusals.Tell(_events, "a new window for", url, Start.AllowNewWindows ? Refusals.NoFiles : Refusals.NoNewWindows);
    });

    private void OnDownload(nint args) => With<ICoreWebView2DownloadStartingEventArgs>(args, download =>
    {
        _ = download.put_Cancel(1);
        _ = download.put_Handled(1);
        Refusals.Tell(_events, "a download to", HResult.Failed(download.get_ResultFilePath(out var path)) ? "" : NativeText.Take(path), Refusals.NoNewWindows);
    });
}
