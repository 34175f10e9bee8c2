using AuroraView.Engine;
using AuroraView.WebView2;
using AuroraView.WebView2.Pages;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

/// <summary>Files of a page: read elsewhere, answered on the WebView thread, and nothing of them left behind.</summary>
public class AssetTests : EngineTests
{
    private const int Length = 400_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("auroraview").FullName;

    public AssetTests()
    {
        File.WriteAllText(Path.Combine(_folder, "panel.html"), "<title>from a file</title>");
        File.WriteAllBytes(Path.Combine(_folder, "film.mp4"), [.. Enumerable.Range(0, Length).Select(static i => (byte)(i / 1000))]);
    }

    [Fact]
    public void Load_WhileItsFileCannotBeRead_TheViewGoesOnAndTheLoadEndsLater()
    {
        var reads = new HeldReads();
        using var view = new EngineView(options: new WebView2Options { ReadFiles = reads.Hold });
        view.Backend.Load(1, new PageSource(PageSourceKind.File, Path.Combine(_folder, "panel.html")));
        var read = reads.Take();
        Assert.Equal("still here", view.Evaluate(2, "double:return still here").Text);
        Assert.DoesNotContain(view.All, static said => said.Text is "Committed" or "Finished");
        read();
        Assert.Equal("from a file", view.Wait("title").Text);
        view.Wait("load", static said => said.Text == "Finished");
    }

    [Fact]
    public void Close_WhileAFileCannotBeRead_EndsAndLeavesNothing()
    {
        var reads = new HeldReads();
        using var view = new EngineView(options: new WebView2Options { ReadFiles = reads.Hold });
        view.Backend.Load(1, new PageSource(PageSourceKind.File, Path.Combine(_folder, "panel.html")));
        var read = reads.Take();
        Assert.Equal(ClosedReason.Requested, view.Close().Closed);
        Assert.Equal(0, EngineDouble.Get("objects"));
        // The end of the read finds nobody; what it has read is given back.
        read();
        Assert.Equal("closed", view.All[^1].What);
    }

    [Fact]
    public void Browser_ExitsWhileAFileCannotBeRead_TheFileIsAskedForAgain()
    {
        var reads = new HeldReads();
        using var view = new EngineView(options: new WebView2Options { ReadFiles = reads.Hold });
        view.Backend.Load(1, new PageSource(PageSourceKind.File, Path.Combine(_folder, "panel.html")));
        var late = reads.Take();
        view.Evaluate(2, "double:fail 0");
        view.Wait("crashed");
        view.Backend.Navigate(NavigationCommand.Reload);
        var second = reads.Take();
        late();
        second();
        view.Wait("load", static said => said.Text == "Finished");
        Assert.Single(view.All, static said => said.Text == "Finished");
    }

    [Fact]
    public void Load_AnotherWhileAFileCannotBeRead_OnlyTheLastEnds()
    {
        var reads = new HeldReads();
        using var view = new EngineView(options: new WebView2Options { ReadFiles = reads.Hold });
        view.Backend.Load(1, new PageSource(PageSourceKind.File, Path.Combine(_folder, "panel.html")));
        var read = reads.Take();
        view.Backend.Load(2, new PageSource(PageSourceKind.Url, "https://two.example/"));
        view.Wait("load", static said => said.Text == "Finished");
        read();
        view.Evaluate(3, "double:return after");
        Assert.Equal(2, Assert.Single(view.All, static said => said.Text is "Finished" or "Failed").Load!.LoadId);
    }

    [Theory]
    [InlineData("all", 200, Length, 0)]
    [InlineData("bytes=0-", 206, Length, 0)]
    [InlineData("bytes=1000-1999", 206, 1000, 1)]
    [InlineData("bytes=399000-999999", 206, 1000, 399000 / 1000 % 256)]
    [InlineData("bytes=-1000", 206, 1000, 399000 / 1000 % 256)]
    [InlineData("bytes=2-1", 200, Length, 0)]
    [InlineData("bytes=0-1,5-6", 200, Length, 0)]
    public void Fetch_OfARange_GetsThatPart(string range, int status, int length, int first)
    {
        using var view = Open();
        Fetch(view, range, "auroraview://app/film.mp4");
        Assert.Equal((status, length, first), (EngineDouble.Get("lastStatus"), EngineDouble.Get("lastLength"), EngineDouble.Get("lastByte")));
    }

    [Theory]
    [InlineData("bytes=400000-", "auroraview://app/film.mp4", 416)]
    [InlineData("bytes=-0", "auroraview://app/film.mp4", 416)]
    [InlineData("all", "auroraview://app/", 404)]
    [InlineData("all", "auroraview://app/none.mp4", 404)]
    [InlineData("all", "auroraview://app/none/film.mp4", 404)]
    public void Fetch_OfWhatIsNotThere_IsRefusedWithWhy(string range, string uri, int status)
    {
        using var view = Open();
        Fetch(view, range, uri);
        Assert.Equal(status, EngineDouble.Get("lastStatus"));
        Assert.Equal('A', EngineDouble.Get("lastByte"));
    }

    [Theory]
    [InlineData(null, 10L, null)]
    [InlineData("bytes=0-0", 10L, "0+1")]
    [InlineData("Bytes=3-", 10L, "3+7")]
    [InlineData("bytes=-3", 10L, "7+3")]
    [InlineData("bytes=-30", 10L, "0+10")]
    [InlineData("bytes=9-99999999999", 10L, "9+1")]
    [InlineData("bytes=10-", 10L, "10+0")]
    [InlineData("bytes=0-", 0L, "0+0")]
    [InlineData("bytes=9223372036854775807-", 10L, "9223372036854775807+-9223372036854775797")]
    [InlineData("bytes=99999999999999999999-", 10L, null)]
    [InlineData("bytes=-", 10L, null)]
    [InlineData("bytes=+1-2", 10L, null)]
    [InlineData("bytes=1", 10L, null)]
    [InlineData("lines=1-2", 10L, null)]
    public void ByteRange_Reads(string? header, long length, string? expected) =>
        Assert.Equal(expected, ByteRange.Read(header, length) is { } range ? $"{range.First}+{range.Length}" : null);

    private static void Fetch(EngineView view, string range, string uri)
    {
        EngineDouble.Set("fetched", 0);
        view.Evaluate(50, $"double:fetch {range} {uri}");
        Worker.Until(static () => EngineDouble.Get("fetched") == 1);
    }

    private EngineView Open()
    {
        var view = new EngineView();
        view.Backend.Load(1, new PageSource(PageSourceKind.File, Path.Combine(_folder, "panel.html")));
        view.Wait("load", static said => said.Text == "Finished");
        return view;
    }
}
