using AuroraView.Engine;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

public class PageTests : EngineTests
{
    [Fact]
    public void Load_Html_IsServedAtTheOwnOrigin()
    {
        using var view = new EngineView();
        view.Backend.Load(7, new PageSource(PageSourceKind.Html, "<title>A panel</title>"));
        var finished = view.Wait("load", static said => said.Text == "Finished");
        Assert.Equal((7, "auroraview://app/"), (finished.Load!.LoadId, finished.Load.Url));
        Assert.Equal(["Started", "Committed", "Finished"], view.All.Where(static said => said.What == "load").Select(static said => said.Text));
        Assert.Equal("A panel", view.Wait("title").Text);
        Assert.Equal(200, EngineDouble.Get("lastStatus"));
    }

    [Fact]
    public void Load_File_IsServedWithItsFolderAndNothingElse()
    {
        var folder = Directory.CreateTempSubdirectory("auroraview").FullName;
        File.WriteAllText(Path.Combine(folder, "panel #1.html"), "<title>from a file</title>");
        File.WriteAllText(Path.Combine(folder, "..", "auroraview-secret.txt"), "secret");
        using var view = new EngineView();
        view.Backend.Load(1, new PageSource(PageSourceKind.File, Path.Combine(folder, "panel #1.html")));
        Assert.Equal("from a file", view.Wait("title").Text);
        foreach (var (path, status) in new[] { ("panel%20%231.html", 200), ("nothing.html", 404), ("..%5Cauroraview-secret.txt", 404), ("%2e%2e/auroraview-secret.txt", 404), ("C:%5Cwindows%5Cwin.ini", 404), ("panel%20%231.html::$DATA", 404) })
        {
            EngineDouble.Set("lastStatus", 0);
            view.Evaluate(100, "double:go auroraview://app/" + path);
            Worker.Until(static () => EngineDouble.Get("lastStatus") != 0);
            Assert.Equal(status, EngineDouble.Get("lastStatus"));
        }
    }

    [Theory]
    [InlineData(PageSourceKind.Url, "https://unknown.example/", "name was not found")]
    [InlineData(PageSourceKind.Url, "file:///C:/windows/win.ini", "not allowed")]
    [InlineData(PageSourceKind.Url, "not an address", "absolute URL")]
    [InlineData(PageSourceKind.File, @"C:\no\such\file.html", "does not exist")]
    public void Load_CannotBeDone_FailsWithWhatToDo(PageSourceKind kind, string text, string expected)
    {
        using var view = new EngineView();
        view.Backend.Load(3, new PageSource(kind, text));
        var failed = view.Wait("load", static said => said.Text == "Failed");
        Assert.Equal(3, failed.Load!.LoadId);
        Assert.Contains(expected, failed.Load.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AnotherTakesItsPlace_OnlyTheLastEnds()
    {
        using var view = new EngineView();
        // The engine holds the WebView thread until both are asked for; the first could end otherwise.
        EngineDouble.Set("release", 0);
        view.Backend.Evaluate(8, "double:hold", null);
        view.Backend.Load(1, new PageSource(PageSourceKind.Url, "https://one.example/"));
        view.Backend.Load(2, new PageSource(PageSourceKind.Url, "https://two.example/"));
        EngineDouble.Set("release", 1);
        Assert.Equal("https://two.example/", view.Wait("load", static said => said.Text == "Finished").Load!.Url);
        view.Evaluate(9, "double:return after");
        Assert.DoesNotContain(view.All, static said => said.Text == "Failed");
    }

    [Fact]
    public void Page_GoesToALocalFile_IsStopped()
    {
        EngineDouble.Set("navigationsCancelled", 0);
        using var view = new EngineView();
        view.Backend.Load(1, new PageSource(PageSourceKind.Html, "x"));
        view.Evaluate(2, "double:go file:///C:/windows/win.ini");
        Worker.Until(static () => EngineDouble.Get("navigationsCancelled") == 1);
    }

    [Fact]
    public void Evaluate_AnswersByKind()
    {
        using var view = new EngineView();
        var text = view.Evaluate(1, "double:return v\"\u00e4\ud83d\ude00\"");
        Assert.Equal((EvaluationStatus.Completed, "v\"\u00e4\ud83d\ude00\""), (text.Status, text.Text));
        Assert.Equal((EvaluationStatus.Completed, ""), (view.Evaluate(2, "1 + 1").Status, view.Evaluate(3, "1 + 1").Text));
        var error = view.Evaluate(4, "double:throw Uncaught SyntaxError: x");
        Assert.Equal((EvaluationStatus.Failed, "Uncaught SyntaxError: x"), (error.Status, error.Text));
    }

    [Fact]
    public void Deliver_InABurst_IsMergedAndEachAnsweredOnceInOrder()
    {
        const int Count = 5_000;
        using var view = new EngineView();
        view.Wait("ready");
        for (var id = 1; id <= Count; id++)
            view.Backend.Deliver(id, "\"[]\""u8);
        view.Wait("evaluated", static said => said.CallId == Count);
        Assert.Equal(Enumerable.Range(1, Count).Select(static id => (long)id), view.All.Where(static said => said.What == "evaluated").Select(static said => said.CallId));
        Assert.InRange(EngineDouble.Get("scripts"), 1, Count / 10);
    }

    [Fact]
    public void Deliver_BeforeAnEvaluation_ComesBeforeIt()
    {
        using var view = new EngineView();
        for (var id = 1; id < 100; id += 2)
        {
            view.Backend.Deliver(id, "\"[]\""u8);
            view.Backend.Evaluate(id + 1, "double:return x", null);
        }

        view.Wait("evaluated", static said => said.CallId == 100);
        Assert.Equal(Enumerable.Range(1, 100).Select(static id => (long)id), view.All.Where(static said => said.What == "evaluated").Select(static said => said.CallId));
    }

    [Fact]
    public void Message_ComesWithTheEnginesOwnOrigin()
    {
        using var view = new EngineView(EngineView.Begin() with { MaxMessageBytes = 100 });
        view.Backend.Load(1, new PageSource(PageSourceKind.Url, "https://Tools.Example:443/panel?x"));
        view.Wait("load", static said => said.Text == "Finished");
        view.Evaluate(2, "double:post (object)");
        view.Evaluate(3, "double:post " + new string('x', 101));
        view.Evaluate(4, "double:post hello");
        Assert.Equal("https://tools.example hello", view.Wait("message").Text);
        Assert.Single(view.All, static said => said.What == "message");
    }

    [Theory]
    [InlineData(false, "windowsRefused", "downloadsRefused")]
    [InlineData(true, "windowsOpened", "downloadsBegun")]
    public void Page_AsksForMore_GetsWhatIsAllowed(bool allowed, string windows, string downloads)
    {
        EngineDouble.Set(windows, 0);
        EngineDouble.Set(downloads, 0);
        EngineDouble.Set("windowsRefused", 0);
        using var view = new EngineView(EngineView.Begin() with { AllowNewWindows = allowed });
        view.Evaluate(1, "double:open https://x.example/");
        view.Evaluate(2, "double:download");
        view.Evaluate(3, "double:permission");
        Worker.Until(() => EngineDouble.Get(windows) == 1 && EngineDouble.Get(downloads) == 1 && EngineDouble.Get("permission") == 2);
        view.Evaluate(4, "double:open file:///C:/windows/win.ini");
        Worker.Until(() => EngineDouble.Get("windowsRefused") == (allowed ? 1 : 2));
    }

    [Fact]
    public void Page_ClosesItself_AsksTheHost()
    {
        using var view = new EngineView();
        view.Evaluate(1, "double:close");
        view.Wait("window", static said => said.Text == "CloseRequested");
        Assert.Equal("still here", view.Evaluate(2, "double:return still here").Text);
    }

    [Fact]
    public void Screenshot_ShownAndHidden_GivesAPictureOrSaysWhyNot()
    {
        using var view = new EngineView();
        view.Backend.CaptureScreenshot(1);
        Assert.Equal(8, view.Wait("captured", static said => said.CallId == 1).Bytes);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Hide));
        view.Backend.CaptureScreenshot(2);
        Assert.Contains("show it first", view.Wait("captured", static said => said.CallId == 2).Text, StringComparison.Ordinal);
    }
}
