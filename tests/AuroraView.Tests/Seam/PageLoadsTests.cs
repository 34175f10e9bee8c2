using AuroraView.Engine;
using AuroraView.Engine.Pages;
using Xunit;

namespace AuroraView.Tests.Seam;

/// <summary>What a load comes to, and what becomes of it, with an engine that does nothing: FakeLoads.</summary>
public sealed class PageLoadsTests : IDisposable
{
    private readonly FakeScriptEngine _engine = new();
    private readonly string _file = Path.GetTempFileName();

    private FakeLoads Loads => _engine.Loads;

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData(PageSourceKind.File, "relative.html", "does not exist, or is not given by its absolute path")]
    [InlineData(PageSourceKind.File, "/no/such/file.html", "does not exist")]
    [InlineData(PageSourceKind.Url, "tools.example/panel", "is not an absolute URL")]
    [InlineData(PageSourceKind.Url, "FILE:///etc/passwd", "file: pages are not allowed")]
    [InlineData(PageSourceKind.Url, "http://127.0.0.1:25/", "Port 25 belongs to another protocol")]
    public void Load_PageThatCannotBeLoaded_IsRefusedWithTheReasonAndNothingIsAskedOfTheEngine(PageSourceKind kind, string text, string why)
    {
        Loads.Load(7, new PageSource(kind, text));

        Assert.Empty(Loads.Asked);
        Assert.Equal("load 7 Started", _engine.Said[0]);
        Assert.StartsWith("load 7 Failed", _engine.Said[1], StringComparison.Ordinal);
        Assert.Contains(why, _engine.Said[1], StringComparison.Ordinal);
        Assert.False(Loads.IsAwaited);
    }

    [Fact]
    public void Load_HtmlFileAndUrl_GoesToItsAddress()
    {
        Loads.Load(1, new PageSource(PageSourceKind.Html, "<p>"));
        Loads.Load(2, new PageSource(PageSourceKind.File, _file));
        Loads.Load(3, new PageSource(PageSourceKind.Url, "https://tools.example/"));

        Assert.Equal(["auroraview://app/", "auroraview://app/" + Uri.EscapeDataString(Path.GetFileName(_file)), "https://tools.example/"], Loads.Asked);
    }

    [Fact]
    public void Reload_LoadIsAwaited_BeginsItAgain()
    {
        Loads.Load(1, new PageSource(PageSourceKind.Url, "https://a.example/"));
        Loads.Navigate(NavigationCommand.Reload);
        Assert.Equal(["https://a.example/", "https://a.example/"], Loads.Asked);
    }

    [Fact]
    public void Reload_NothingWasEverLoaded_LoadsTheSourceAndAfterACommitReloads()
    {
        Loads.Load(1, new PageSource(PageSourceKind.Url, "https://a.example/"));
        Loads.Navigate(NavigationCommand.Stop);
        Loads.Navigate(NavigationCommand.Reload);
        Loads.Committed();
        Loads.Navigate(NavigationCommand.ReloadIgnoringCache);
        Assert.Equal(["https://a.example/", "stop", "https://a.example/", "reload all"], Loads.Asked);
    }

    [Fact]
    public void ProcessGone_LoadIsAwaited_IsBegunAgainOnce()
    {
        Loads.Load(1, new PageSource(PageSourceKind.Url, "https://a.example/"));
        Assert.True(Loads.ProcessGone());
        Assert.False(Loads.ProcessGone());
        Assert.Equal(["https://a.example/", "https://a.example/"], Loads.Asked);
    }

    [Fact]
    public void ProcessGone_NothingIsAwaited_BeginsNothing()
    {
        Loads.Load(1, new PageSource(PageSourceKind.Url, "https://a.example/"));
        Loads.Committed();
        Assert.False(Loads.ProcessGone());
        Assert.False(Loads.HasPage);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void Step_PageIsAboutToEnd_IsAwaitedOnlyThen(bool isEnding, int steps)
    {
        Loads.IsEnding = isEnding;
        Loads.Navigate(NavigationCommand.Back);
        Loads.ProcessGone();
        Assert.Equal(steps, Loads.Asked.Count);
    }

    [Theory]
    [InlineData("auroraview://app", "/")]
    [InlineData("AuroraView://app/a%20b?c#d", "/a b")]
    [InlineData("auroraview://app/a%3fb", "/a?b")]
    [InlineData("auroraview://other/a", "\0")]
    public void PathOf_Url_IsTheDecodedPathOfTheOneHost(string url, string path) => Assert.Equal(path, AppPages.PathOf(url));
}
