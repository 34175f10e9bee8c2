using AuroraView.WebView2.View;
using AuroraView.WebView2.Windows;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

/// <summary>What a page may ask for beside dialogs, and how the engine is set.</summary>
public class PolicyTests : EngineTests
{
    private const string BrowserMenu = "back forward reload - saveAs print - >share webCapture - inspectElement";

    [Theory]
    [InlineData(BrowserMenu, "none")]
    [InlineData("spellCheck spellCheck - emoji - undo redo - cut copy paste pasteAndMatchStyle selectAll - >writingDirection - share - inspectElement",
        "spellCheck spellCheck - emoji - undo redo - cut copy paste pasteAndMatchStyle selectAll")]
    [InlineData("openLinkInNewWindow saveLinkAs copyLinkLocation - share - inspectElement", "copyLinkLocation")]
    [InlineData("saveImageAs copyImage copyImageLocation - webSelect - aCommandOfTomorrow - copy", "copyImage copyImageLocation - copy")]
    [InlineData("- - copy - -", "copy")]
    [InlineData("", "none")]
    public void Menu_KeepsWhatEdits(string engine, string expected)
    {
        using var view = new EngineView();
        Assert.Equal(expected, view.Evaluate(1, "double:menu " + engine).Text);
    }

    [Theory]
    [InlineData(false, false, "none")]
    [InlineData(false, true, "none")]
    [InlineData(true, false, BrowserMenu)]
    [InlineData(true, true, BrowserMenu)]
    public void Menu_OfABrowser_IsForDebuggingAlone(bool devTools, bool isOld, string expected)
    {
        EngineDouble.Set("oldRuntime", isOld ? 1 : 0);
        using var view = new EngineView(EngineView.Begin() with { DevTools = devTools });
        var shown = view.Evaluate(1, "double:menu " + BrowserMenu).Text;
        // A runtime this old gives a script's result as JSON, and the double gives none.
        Assert.Equal(isOld ? "" : expected, shown);
        Assert.Equal(isOld && !devTools ? 0 : 1, EngineDouble.Get("menusShown"));
    }

    [Theory]
    [InlineData(false, "refused")]
    [InlineData(true, "launched")]
    public void Program_IsStartedWhereNewWindowsAreAllowed(bool isAllowed, string expected)
    {
        using var view = new EngineView(EngineView.Begin() with { AllowNewWindows = isAllowed });
        Assert.Equal(expected, view.Evaluate(1, "double:launch mailto:someone@studio.example").Text);
    }

    [Theory]
    [InlineData("double:certificate")]
    [InlineData("double:screen")]
    public void Question_OfTheEngineToTheUser_IsNotAsked(string command)
    {
        using var view = new EngineView(EngineView.Begin() with { AllowNewWindows = true, DevTools = true });
        Assert.Equal("refused", view.Evaluate(1, command).Text);
    }

    [Fact]
    public void Engine_NoAutofillNoPasswordsNoSwipes()
    {
        foreach (var name in (string[])["autofill", "passwords", "swipes"])
            EngineDouble.Set(name, 1);
        using var view = new EngineView();
        view.Wait("ready");
        Assert.Equal((0, 0, 0), (EngineDouble.Get("autofill"), EngineDouble.Get("passwords"), EngineDouble.Get("swipes")));
    }

    [Fact]
    public void Question_NamesItsAskerByTheEndOfItsOrigin()
    {
        Assert.Equal("This panel says", Asker("auroraview://app"));
        Assert.Equal("This page says", Asker("null"));
        var longest = Asker("https://" + new string('a', 200) + ".evil.example");
        Assert.StartsWith("…", longest, StringComparison.Ordinal);
        Assert.EndsWith(".evil.example says", longest, StringComparison.Ordinal);
        Assert.InRange(longest.Length, 20, 80);
    }

    [Fact]
    public void Question_IsCutBetweenCharactersAndAtAZero()
    {
        Assert.Equal(new string('x', 1_999) + "…", Message(new string('x', 1_999) + "\ud83d\ude00 and more"));
        Assert.Equal("before", Message("before\0after"));
    }

    [Fact]
    public void Menu_Choose_NoEntriesNoSeparators() => Assert.Equal([false, false], EditingMenu.Choose([("other", 3), ("reload", 0)]));

    private static string Asker(string origin) => ScriptQuestion.Of(ScriptDialogKind.Alert, "", origin, "", "", false).Asker;

    private static string Message(string text) => ScriptQuestion.Of(ScriptDialogKind.Alert, "", "null", text, "", false).Message;
}
