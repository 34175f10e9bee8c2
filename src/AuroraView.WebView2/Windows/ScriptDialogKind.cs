namespace AuroraView.WebView2.Windows;

/// <summary>What a script asks for, numbered as the engine does (COREWEBVIEW2_SCRIPT_DIALOG_KIND).</summary>
internal enum ScriptDialogKind
{
    /// <summary><c>alert</c>: something to be read.</summary>
    Alert,

    /// <summary><c>confirm</c>: yes or no.</summary>
    Confirm,

    /// <summary><c>prompt</c>: a line of text.</summary>
    Prompt,

    /// <summary><c>beforeunload</c>: whether the page may be left.</summary>
    BeforeUnload,
}
