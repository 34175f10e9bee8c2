using System.Diagnostics;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>What comes after a load goes to the document of that load, however fast the loads follow each other.</summary>
public class LoadOrderTests
{
    [Theory]
    [InlineData("html")]
    [InlineData("reload")]
    [InlineData("page")]
    public void EvalSync_AfterLoadsThatOvertakeEachOther_RunsInTheLast(string kind)
    {
        using var host = new HostLoop();
        var view = host.Open();
        Assert.Equal(2, view.EvalJsSync<int>("1 + 1", HostLoop.Bound));
        var random = new Random(1);
        for (var i = 0; i < 60; i++)
        {
            if (kind == "page")
                view.EvalJs("setTimeout(() => location.reload())");
            else
                view.LoadHtml($"<title>first {i}</title>");
            // Anywhere in the first load: before it begins, while it is committed, after its document has said hello.
            var pause = Stopwatch.StartNew();
            var microseconds = random.Next(60_000);
            SpinWait.SpinUntil(() => pause.Elapsed.TotalMicroseconds > microseconds);
            if (kind == "reload")
            {
                view.Reload();
                Assert.Equal($"first {i}", view.EvalJsSync<string>("document.title", HostLoop.Bound));
                continue;
            }

            view.LoadHtml($"<title>second {i}</title>");
            Assert.Equal($"second {i}", view.EvalJsSync<string>("document.title", HostLoop.Bound));
        }
    }
}
