using AuroraView.Engine;

namespace AuroraView.WebView2.Interop;

/// <summary>The results that WebView2 documents, and what they mean to a user.</summary>
internal static class HResult
{
    public const int Ok = 0;
    public const int False = 1;
    public const int Fail = unchecked((int)0x80004005);
    public const int NotImplemented = unchecked((int)0x80004001);

    /// <summary>RPC_E_CHANGED_MODE: the thread is in another apartment already.</summary>
    public const int ChangedMode = unchecked((int)0x80010106);

    /// <summary>RPC_E_WRONG_THREAD.</summary>
    public const int WrongThread = unchecked((int)0x8001010E);

    /// <summary>HRESULT_FROM_WIN32(ERROR_INVALID_STATE): after Close, and for options that differ from those of a running browser process.</summary>
    public const int InvalidState = unchecked((int)0x8007139F);

    /// <summary>HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND): there is no runtime.</summary>
    public const int FileNotFound = unchecked((int)0x80070002);

    private const int AccessDenied = unchecked((int)0x80070005);
    private const int NotSupported = unchecked((int)0x80070032);
    private const int Abort = unchecked((int)0x80004004);

    /// <summary>Whether a result is a failure.</summary>
    public static bool Failed(int result) => result < 0;

    /// <summary>Throws what a user can act on.</summary>
    /// <exception cref="BackendFailureException">The result is a failure.</exception>
    public static void Check(int result, string what)
    {
        if (Failed(result))
            throw new BackendFailureException("EngineFailed", $"WebView2 could not {what} (0x{result:X8}).");
    }

    /// <summary>Why no view could be made.</summary>
    public static BackendError StartError(int result, string step, string dataFolder, string? browserFolder) => result switch
    {
        FileNotFound when browserFolder is not null => new BackendError("EngineMissing",
            $"There is no WebView2 runtime in '{browserFolder}', which WebView2Options.BrowserFolder or AURORAVIEW_WEBVIEW2_FOLDER names. Name the folder of a fixed version, or none and install the Evergreen runtime (https://go.microsoft.com/fwlink/p/?LinkId=2124703)."),
        FileNotFound => new BackendError("EngineMissing",
            "The WebView2 runtime is not installed. Install the Evergreen runtime (https://go.microsoft.com/fwlink/p/?LinkId=2124703), or name the folder of a fixed version: WebView2Options.BrowserFolder in .NET, AURORAVIEW_WEBVIEW2_FOLDER elsewhere."),
        InvalidState => new BackendError("OptionsMismatch",
            $"The data folder '{dataFolder}' is in use with other WebView2 options, by this or another process. Give this view another folder (WebViewOptions.DataFolder), or the same options."),
        AccessDenied => new BackendError("DataFolder",
            $"The data folder '{dataFolder}' cannot be written to. Give one that can (WebViewOptions.DataFolder)."),
        NotSupported => new BackendError("EngineMissing",
            "The WebView2 runtime does not support this browser folder or this edition of Windows. Install the Evergreen runtime (https://go.microsoft.com/fwlink/p/?LinkId=2124703)."),
        Abort => new BackendError("EngineFailed", $"WebView2 gave up to {step}: its parent window went away meanwhile."),
        _ => new BackendError("EngineFailed", $"WebView2 could not {step} (0x{result:X8})."),
    };
}
