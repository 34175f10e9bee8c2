using AuroraView.Engine;
using AuroraView.Engine.Pages;

namespace AuroraView.WebView2.Windows;

/// <summary>What a page asks its user. All of it but the caption comes from the page's side, and is cut to what a dialog can show.</summary>
/// <param name="Kind">Which of <c>alert</c>, <c>confirm</c> and <c>prompt</c>.</param>
/// <param name="Caption">The title of the dialog's window: the host's word, never the page's.</param>
/// <param name="Asker">Who asks: the page's origin.</param>
/// <param name="Message">What is asked.</param>
/// <param name="DefaultText">What a prompt's field holds at first.</param>
/// <param name="MayMute">Whether the user is offered to hear no more of this page.</param>
internal sealed record ScriptQuestion(ScriptDialogKind Kind, string Caption, string Asker, string Message, string DefaultText, bool MayMute)
{
    // As much as browsers show; a page could give gigabytes.
    private const int MostText = 2_000;
    private const int MostAsker = 60;

    /// <summary>A question with texts of the page's.</summary>
    public static ScriptQuestion Of(ScriptDialogKind kind, string caption, string origin, ReadOnlySpan<char> message, ReadOnlySpan<char> defaultText, bool mayMute) =>
        new(kind, caption, Says(origin), Cut(message, "…"), Cut(defaultText, ""), mayMute);

    private static string Says(string origin)
    {
        if (origin == PageSource.AppOrigin)
            return "This panel says";
        if (origin == Origins.Opaque)
            return "This page says";
        // The end names who owns a host name; a long beginning must not push it out of sight.
        return (origin.Length > MostAsker ? "…" + origin[^MostAsker..] : origin) + " says";
    }

    private static string Cut(ReadOnlySpan<char> text, string mark)
    {
        // A zero would end the text for Windows.
        if (text.IndexOf('\0') is var end and >= 0)
            text = text[..end];
        if (text.Length <= MostText)
            return text.ToString();
        var most = char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1 : MostText;
        return string.Concat(text[..most], mark);
    }
}
