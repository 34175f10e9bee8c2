using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

/// <summary>Dialogs of a page's scripts: what the user sees and answers.</summary>
public class DialogTests : EngineTests
{
    private const int EnterKey = 0x0D;
    private const int EscapeKey = 0x1B;
    private const int Alert = 0;
    private const int Confirm = 1;
    private const int Prompt = 2;

    [Fact]
    public void Alert_ThePageWaitsForTheUserAndNobodyElseDoes()
    {
        using var view = DialogPage.Open();
        view.Ask(1, Alert, "Saved.");
        var dialog = OpenDialog.Wait();
        view.Backend.Evaluate(2, "double:return after", null);
        // The view goes on meanwhile.
        view.Backend.CaptureScreenshot(3);
        view.Wait("captured");
        Assert.DoesNotContain(view.All, static said => said.What == "evaluated");
        dialog.PressOk();
        Assert.Equal("", view.Answer(1));
        Assert.Equal("after", view.Answer(2));
        dialog.WaitUntilGone();
        Assert.Equal(1, EngineDouble.Get("dialogsAccepted"));
    }

    [Fact]
    public void Confirm_OkIsAccepted() => Assert.Equal("", Answered(Confirm, static dialog => dialog.PressOk()));

    [Fact]
    public void Confirm_CancelIsNot() => Assert.Equal("cancelled", Answered(Confirm, static dialog => dialog.PressCancel()));

    [Theory]
    [InlineData(Alert)]
    [InlineData(Confirm)]
    [InlineData(Prompt)]
    public void Dialog_ClosedByItsCloseButton_IsCancelled(int kind) => Assert.Equal("cancelled", Answered(kind, static dialog => dialog.Close()));

    [Theory]
    [InlineData(Confirm, EnterKey, "")]
    [InlineData(Confirm, EscapeKey, "cancelled")]
    [InlineData(Prompt, EnterKey, "given")]
    [InlineData(Prompt, EscapeKey, "cancelled")]
    public void Dialog_EnterAndEscape_AnswerIt(int kind, int key, string expected) => Assert.Equal(expected, Answered(kind, dialog => dialog.Key(key)));

    [Fact]
    public void Prompt_GivesWhatTheUserTypes() => Assert.Equal("t\u00fcp\u00e9 \ud83d\ude00", Answered(Prompt, static dialog =>
    {
        dialog.Type("t\u00fcp\u00e9 \ud83d\ude00");
        dialog.PressOk();
    }));

    [Fact]
    public void Dialog_SaysWhoAsksUnderTheHostsTitle()
    {
        using var view = DialogPage.Open(EngineView.Begin() with { Title = "Rig tools" }, "https://Tools.Example:443/panel");
        view.Ask(1, Confirm, "Delete?\nReally?");
        var dialog = OpenDialog.Wait();
        Assert.Equal(("Rig tools", "https://tools.example says", "Delete?\r\nReally?"), (dialog.Caption, dialog.Asker, dialog.Message));
        Assert.Equal((0, 0), (dialog.Field, dialog.Mute));
        dialog.PressOk();
        view.Answer(1);
    }

    [Fact]
    public void Dialog_OfAnAbsurdlyLongText_IsCutAndFitsTheScreen()
    {
        using var view = DialogPage.Open();
        view.Ask(1, Prompt, new string('m', 100_000) + "|" + new string('d', 100_000));
        var dialog = OpenDialog.Wait();
        Assert.Equal(2_001, dialog.Message.Length);
        Assert.InRange(dialog.Height, 100, 700);
        dialog.PressOk();
        Assert.Equal(2_000, view.Answer(1).Length);
    }

    [Fact]
    public void Dialog_IsOverTheMiddleOfItsPanel()
    {
        using var view = DialogPage.Open(EngineView.Begin() with { X = 300, Y = 200, Width = 500, Height = 400 });
        view.Ask(1, Alert, "here");
        var dialog = OpenDialog.Wait();
        var (panel, middle) = (OpenDialog.MiddleOf(view.Window), OpenDialog.MiddleOf(dialog.Window));
        Assert.InRange(middle.X - panel.X, -1, 1);
        Assert.InRange(middle.Y - panel.Y, -1, 1);
        dialog.PressOk();
        view.Answer(1);
    }

    [Fact]
    public void ManyDialogs_InARow_AreEachAnswered()
    {
        using var view = DialogPage.Open();
        view.Backend.Evaluate(1, "double:dialogs 20", null);
        var last = 0L;
        for (var i = 0; i < 20; i++)
        {
            var dialog = OpenDialog.Wait(but: (nint)last);
            last = dialog.Window;
            dialog.PressOk();
            dialog.WaitUntilGone();
        }

        Assert.Equal("20", view.Answer(1));
    }

    // The first dialog has no such box; a page that opens another one may be at it for good.
    [Fact]
    public void ManyDialogs_TheUserHasHadEnough_NoMoreAreShownUntilTheNextPage()
    {
        using var view = DialogPage.Open();
        view.Backend.Evaluate(1, "double:dialogs 500", null);
        var first = OpenDialog.Wait();
        Assert.Equal(0, first.Mute);
        first.PressOk();
        first.WaitUntilGone();
        var second = OpenDialog.Wait();
        second.PressMute();
        second.PressOk();
        Assert.Equal("2", view.Answer(1));
        Assert.Empty(OpenDialog.All);
        view.LoadAgain();
        Assert.Equal("", view.Answered(2, Confirm, static dialog => dialog.PressOk()));
    }

    [Fact]
    public void Dialog_OfAnotherFrameMeanwhile_IsCancelledAndTheFirstStays()
    {
        using var view = DialogPage.Open();
        view.Ask(1, Confirm, "first");
        var dialog = OpenDialog.Wait();
        view.Backend.Evaluate(2, "double:frame 1 second", null);
        Assert.Equal("cancelled", view.Answer(2));
        Assert.Equal("first", Assert.Single(OpenDialog.All).Message);
        dialog.PressOk();
        Assert.Equal("", view.Answer(1));
    }

    [Fact]
    public void Dialog_WindowsMakesNone_IsCancelled()
    {
        using var view = DialogPage.Open();
        EngineDouble.RefuseDialogs(true);
        try
        {
            view.Ask(1, Confirm, "unseen");
            Assert.Equal("cancelled", view.Answer(1));
        }
        finally
        {
            EngineDouble.RefuseDialogs(false);
        }

        Assert.Equal("", view.Answered(2, Confirm, static dialog => dialog.PressOk()));
    }

    private static string Answered(int kind, Action<OpenDialog> answer)
    {
        using var view = DialogPage.Open();
        return view.Answered(1, kind, answer);
    }
}
