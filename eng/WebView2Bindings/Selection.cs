namespace WebView2Bindings;

/// <summary>What AuroraView uses of WebView2.</summary>
internal static class Selection
{
    /// <summary>Interfaces that the engine implements and AuroraView calls.</summary>
    public static readonly string[] Called =
    [
        "ICoreWebView2Environment", "ICoreWebView2Controller", "ICoreWebView2Controller2", "ICoreWebView2Controller3",
        "ICoreWebView2", "ICoreWebView2_4", "ICoreWebView2_11", "ICoreWebView2_14", "ICoreWebView2_18", "ICoreWebView2_21", "ICoreWebView2_27",
        "ICoreWebView2Settings", "ICoreWebView2Settings2", "ICoreWebView2Settings3", "ICoreWebView2Settings4", "ICoreWebView2Settings6",
        "ICoreWebView2WebMessageReceivedEventArgs", "ICoreWebView2NavigationStartingEventArgs", "ICoreWebView2NavigationCompletedEventArgs",
        "ICoreWebView2PermissionRequestedEventArgs", "ICoreWebView2NewWindowRequestedEventArgs",
        "ICoreWebView2ProcessFailedEventArgs", "ICoreWebView2ProcessFailedEventArgs2",
        "ICoreWebView2WebResourceRequestedEventArgs", "ICoreWebView2WebResourceRequest", "ICoreWebView2WebResourceResponse", "ICoreWebView2HttpRequestHeaders", "ICoreWebView2Deferral",
        "ICoreWebView2DownloadStartingEventArgs", "ICoreWebView2AcceleratorKeyPressedEventArgs", "ICoreWebView2MoveFocusRequestedEventArgs",
        "ICoreWebView2ExecuteScriptResult", "ICoreWebView2ScriptException",
        "ICoreWebView2ScriptDialogOpeningEventArgs",
        "ICoreWebView2ContextMenuRequestedEventArgs", "ICoreWebView2ContextMenuItemCollection", "ICoreWebView2ContextMenuItem",
        "ICoreWebView2LaunchingExternalUriSchemeEventArgs", "ICoreWebView2ServerCertificateErrorDetectedEventArgs", "ICoreWebView2ScreenCaptureStartingEventArgs",
    ];

    /// <summary>Interfaces that AuroraView implements and the engine calls.</summary>
    public static readonly string[] Implemented =
    [
        "ICoreWebView2EnvironmentOptions", "ICoreWebView2EnvironmentOptions4", "ICoreWebView2CustomSchemeRegistration",
        "ICoreWebView2CreateCoreWebView2EnvironmentCompletedHandler", "ICoreWebView2CreateCoreWebView2ControllerCompletedHandler",
        "ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler", "ICoreWebView2ExecuteScriptCompletedHandler",
        "ICoreWebView2ExecuteScriptWithResultCompletedHandler", "ICoreWebView2CapturePreviewCompletedHandler", "ICoreWebView2CallDevToolsProtocolMethodCompletedHandler",
        "ICoreWebView2WebMessageReceivedEventHandler", "ICoreWebView2NavigationStartingEventHandler", "ICoreWebView2ContentLoadingEventHandler",
        "ICoreWebView2NavigationCompletedEventHandler", "ICoreWebView2DocumentTitleChangedEventHandler",
        "ICoreWebView2PermissionRequestedEventHandler", "ICoreWebView2NewWindowRequestedEventHandler",
        "ICoreWebView2ProcessFailedEventHandler", "ICoreWebView2WindowCloseRequestedEventHandler", "ICoreWebView2WebResourceRequestedEventHandler",
        "ICoreWebView2DownloadStartingEventHandler", "ICoreWebView2FocusChangedEventHandler", "ICoreWebView2AcceleratorKeyPressedEventHandler",
        "ICoreWebView2MoveFocusRequestedEventHandler", "ICoreWebView2ScriptDialogOpeningEventHandler", "ICoreWebView2ContextMenuRequestedEventHandler",
        "ICoreWebView2LaunchingExternalUriSchemeEventHandler", "ICoreWebView2ServerCertificateErrorDetectedEventHandler", "ICoreWebView2ScreenCaptureStartingEventHandler",
    ];
}
