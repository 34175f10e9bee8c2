using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using AuroraView.WebKit.Engine;
using Xunit;

namespace AuroraView.PanelHost.Tests.Engine;

public sealed class HistoryTests41() : HistoryTests("4.1");

public sealed class HistoryTests40() : HistoryTests("4.0");

/// <summary>What a page does to its own address, and the language that it is told.</summary>
public abstract class HistoryTests(string api) : OnBothApis(api)
{
    [Fact]
    public void Page_that_changes_its_address_without_a_load_is_followed()
    {
        using TestView view = TestView.Show("<p>one</p>");
        foreach ((string script, string url) in new[]
        {
            ("history.pushState({}, '', '/scene/7?tab=2')", "auroraview://app/scene/7?tab=2"),
            ("history.replaceState({}, '', '/scene/8')", "auroraview://app/scene/8"),
            ("location.hash = 'part'", "auroraview://app/scene/8#part"),
        })
        {
            int from = view.Count;
            view.Eval(script + "; ''");
            LoadProgress moved = view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Moved, from);
            Assert.Equal(url, moved.Url);
            Assert.True(script.StartsWith("history.replace", StringComparison.Ordinal) || moved.CanGoBack);
        }
        Assert.DoesNotContain(view.All<LoadProgress>(), progress => progress.Phase == LoadPhase.Failed);
    }

    [Fact]
    public void Load_tells_no_move_of_its_own()
    {
        using var server = new PageServer(new() { ["/a"] = "<p>a</p>", ["/b"] = "<p>b</p>" });
        using TestView view = TestView.Show("<p>one</p>");
        view.Load(new PageSource(PageSourceKind.Url, server.Origin + "/a"));
        int from = view.Count;
        view.Eval($"location.href = '{server.Origin}/b'; ''");
        view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Finished && progress.Url.EndsWith("/b", StringComparison.Ordinal), from);
        Assert.DoesNotContain(view.All<LoadProgress>(), progress => progress.Phase == LoadPhase.Moved);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reload_of_a_pushed_path_shows_the_document_that_pushed_it(bool html)
    {
        string folder = Directory.CreateTempSubdirectory("auroraview-history-").FullName;
        const string page = "<title>app</title>";
        File.WriteAllText(Path.Combine(folder, "panel.html"), page);
        File.WriteAllText(Path.Combine(folder, "real.html"), "<title>real</title>");
        try
        {
            using TestView view = TestView.Start(start => start with { AssetRoot = folder });
            view.Load(html ? new PageSource(PageSourceKind.Html, page) : new PageSource(PageSourceKind.File, Path.Combine(folder, "panel.html")));
            view.Eval("history.pushState({}, '', '/deep/7'); ''");
            view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Moved);
            // Again from the reloaded document: it is still the same one.
            for (int round = 8; round < 10; round++)
            {
                int from = view.Count;
                view.Backend.Navigate(NavigationCommand.Reload);
                view.Wait<LoadProgress>(progress => progress.Phase is LoadPhase.Finished or LoadPhase.Failed, from);
                Assert.Equal("app", view.Eval("document.title"));
                from = view.Count;
                view.Eval($"history.pushState({{}}, '', '/deep/{round}'); ''");
                view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Moved && progress.Url.EndsWith($"{round}", StringComparison.Ordinal), from);
            }
            // What a page does itself, at once; a file of that name comes first; a path that nothing pushed is not found.
            int now = view.Count;
            view.Eval("history.pushState({}, '', '/at/once'); location.reload(); ''");
            view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Finished, now);
            Assert.Equal("app", view.Eval("document.title"));
            now = view.Count;
            view.Eval("history.pushState({}, '', '/real.html'); location.reload(); ''");
            view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Finished, now);
            Assert.Equal("real", view.Eval("document.title"));
            now = view.Count;
            view.Eval("location.href = '/never/pushed'; ''");
            view.Wait<LoadProgress>(progress => progress.Phase is LoadPhase.Finished or LoadPhase.Failed, now);
            Assert.NotEqual("app", view.Eval("document.title"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("C", "en-US")]
    [InlineData("C.UTF-8", "en-US")]
    [InlineData(null, "en-US")]
    [InlineData("de_AT.UTF-8", "de-AT")]
    public void Language_is_a_real_one_whatever_the_locale(string? locale, string language)
    {
        using var lang = new Pinned("LANG", locale);
        using var all = new Pinned("LC_ALL", null);
        using var messages = new Pinned("LC_MESSAGES", null);
        using var list = new Pinned("LANGUAGE", null);
        using TestView view = TestView.Show("<p>hi</p>");
        Assert.Equal(language, view.Eval("navigator.language"), ignoreCase: true);
        Assert.Equal(language, view.Eval("Intl.NumberFormat(navigator.language).resolvedOptions().locale"), ignoreCase: true);
    }

    [Theory]
    [InlineData("de_DE.UTF-8", "fr_FR.UTF-8", "en_GB.UTF-8", null, "de-DE")]
    [InlineData(null, "fr_FR@euro", "en_GB.UTF-8", null, "en-GB")]
    [InlineData(null, "fr_CA.UTF-8", null, "de:en_GB:fr_CA", "de,en-GB,fr-CA")]
    [InlineData(null, "POSIX", null, "de", "en-US")]
    [InlineData(null, "..", null, null, "en-US")]
    public void Languages_follow_the_order_of_the_locales_variables(string? lcAll, string? lang, string? messages, string? list, string expected)
    {
        string[] found = Languages.Find(name => name switch { "LC_ALL" => lcAll, "LANG" => lang, "LC_MESSAGES" => messages, "LANGUAGE" => list, _ => null });
        Assert.Equal(expected, string.Join(',', found));
    }
}
