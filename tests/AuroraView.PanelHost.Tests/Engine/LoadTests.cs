using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Engine;

public sealed class LoadTests41() : LoadTests("4.1");

public sealed class LoadTests40() : LoadTests("4.0");

/// <summary>Loads, history, origins and what pages may not do.</summary>
public abstract class LoadTests(string api) : OnBothApis(api)
{
    [Fact]
    public void Load_tells_its_steps_in_order()
    {
        using TestView view = TestView.Start();
        long load = view.BeginLoad(new PageSource(PageSourceKind.Html, "<p>hi</p>"));
        view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Finished);
        Assert.Equal([LoadPhase.Started, LoadPhase.Committed, LoadPhase.Finished], view.All<LoadProgress>().Select(progress => progress.Phase));
        Assert.All(view.All<LoadProgress>(), progress => Assert.Equal(("auroraview://app/", load), (progress.Url, progress.LoadId)));
    }

    [Fact]
    public void Load_superseded_fails_for_nobody()
    {
        using var server = new PageServer([]);
        using TestView view = TestView.Show("<p>first</p>");
        view.BeginLoad(new PageSource(PageSourceKind.Url, server.Origin + "/hangs"));
        server.WaitHung();
        LoadProgress second = view.Load(new PageSource(PageSourceKind.Html, "<p>second</p>"));
        Assert.Equal(LoadPhase.Finished, second.Phase);
        Assert.Equal("second", view.Eval("document.body.innerText.trim()"));
        Assert.DoesNotContain(view.All<LoadProgress>(), progress => progress.Phase == LoadPhase.Failed);
    }

    [Fact]
    public void Load_of_an_address_with_parts_that_no_server_sees_finishes()
    {
        using var server = new PageServer(new() { ["/page?a=%20b"] = "<p>served</p>" });
        using TestView view = TestView.Show("<p>first</p>");
        string address = server.Origin.Replace("http://", "HTTP://name:word@", StringComparison.Ordinal) + "/page?a=%20b#part";
        Assert.Equal(LoadPhase.Finished, view.Load(new PageSource(PageSourceKind.Url, address)).Phase);
        Assert.Equal("served", view.Eval("document.body.innerText.trim()"));
    }

    [Fact]
    public void Load_stopped_fails_once_and_the_old_page_stays()
    {
        using var server = new PageServer([]);
        using TestView view = TestView.Show("<p>first</p>");
        for (int round = 0; round < 2; round++)
        {
            // Once stopped at once, once when the request is under way.
            long load = view.BeginLoad(new PageSource(PageSourceKind.Url, server.Origin + "/hangs"));
            if (round == 1)
                view.Wait<LoadProgress>(progress => progress.LoadId == load && progress.Phase == LoadPhase.Started);
            view.Backend.Navigate(NavigationCommand.Stop);
            view.Wait<LoadProgress>(progress => progress.LoadId == load && progress.Phase == LoadPhase.Failed);
            Assert.Equal("first", view.Eval("document.body.innerText.trim()"));
        }
        Assert.Equal(2, view.All<LoadProgress>().Count(progress => progress.Phase == LoadPhase.Failed));
    }

    [Theory]
    [InlineData(PageSourceKind.Url, "http://127.0.0.1:4/", "")]
    [InlineData(PageSourceKind.Url, "not a url", "absolute URL")]
    [InlineData(PageSourceKind.Url, "file:///etc/passwd", "file access")]
    [InlineData(PageSourceKind.File, "/nonexistent/panel.html", "does not exist")]
    [InlineData(PageSourceKind.File, "relative.html", "absolute path")]
    public void Load_that_cannot_work_fails_with_a_reason(PageSourceKind kind, string text, string reason)
    {
        using TestView view = TestView.Start();
        LoadProgress progress = view.Load(new PageSource(kind, text));
        Assert.Equal(LoadPhase.Failed, progress.Phase);
        Assert.NotNull(progress.Error);
        Assert.Contains(reason, progress.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Reload_of_html_text_shows_it_again_also_when_the_page_asks()
    {
        using TestView view = TestView.Show("<p>kept</p>");
        foreach (Action reload in new Action[] { () => view.Backend.Navigate(NavigationCommand.Reload), () => view.Backend.Navigate(NavigationCommand.ReloadIgnoringCache), () => view.Eval("location.reload(); ''") })
        {
            view.Eval("document.body.innerText = 'changed'");
            int from = view.Count;
            reload();
            view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Finished, from);
            Assert.Equal("kept", view.Eval("document.body.innerText.trim()"));
        }
    }

    [Fact]
    public void Back_and_forward_go_through_the_history_without_a_stale_document()
    {
        using var server = new PageServer(new() { ["/a"] = "<p>a</p>", ["/b"] = "<p>b</p>" });
        using TestView view = TestView.Start();
        view.Load(new PageSource(PageSourceKind.Url, server.Origin + "/a"));
        view.Eval("window.stale = true; ''");
        LoadProgress b = view.Load(new PageSource(PageSourceKind.Url, server.Origin + "/b"));
        Assert.True(b.CanGoBack);
        int from = view.Count;
        view.Backend.Navigate(NavigationCommand.Back);
        LoadProgress a = view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Finished, from);
        Assert.True(a.CanGoForward);
        Assert.Equal("a undefined", view.Eval("document.body.innerText.trim() + ' ' + typeof stale"));
        from = view.Count;
        view.Backend.Navigate(NavigationCommand.Forward);
        view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Finished, from);
        Assert.Equal("b", view.Eval("document.body.innerText.trim()"));
    }

    [Fact]
    public void Origin_is_the_documents_and_not_that_of_a_load_under_way()
    {
        using var server = new PageServer(new() { ["/evil"] = "<p>evil</p>" });
        using TestView view = TestView.Start();
        view.Load(new PageSource(PageSourceKind.Url, server.Origin + "/evil"));
        view.Eval("post('before'); ''");
        Assert.Equal(server.Origin, view.Wait<PageMessage>().Origin);
        // The page goes to a trusted origin and posts as long as it lives.
        view.Eval("""
            location.href = 'auroraview://app/slow';
            for (let i = 0; i < 200; i++) post('borrowed');
            addEventListener('pagehide', () => post('borrowed last'));
            const again = () => { post('borrowed'); setTimeout(again); };
            again();
            ''
            """);
        view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Committed && progress.Url.StartsWith("auroraview:", StringComparison.Ordinal));
        view.Eval("'after'");
        Assert.All(view.All<PageMessage>(), message => Assert.Equal(server.Origin, message.Origin));
    }

    [Fact]
    public void Origin_of_a_data_page_is_opaque()
    {
        using TestView view = TestView.Start();
        view.Load(new PageSource(PageSourceKind.Url, "data:text/html,<script>post('from data')</script>"));
        Assert.Equal("null", view.Wait<PageMessage>().Origin);
    }

    [Fact]
    public void Page_that_asks_before_it_is_left_is_left()
    {
        using TestView view = TestView.Show("<script>addEventListener('beforeunload', event => { event.preventDefault(); event.returnValue = 'stay'; });</script>");
        view.Load(new PageSource(PageSourceKind.Html, "<p>next</p>"));
        Assert.Equal("next", view.Eval("document.body.innerText.trim()"));
    }

    [Fact]
    public void New_windows_file_pages_and_permissions_are_refused()
    {
        using TestView view = TestView.Show("<p>hi</p><a id=link target=_blank href='auroraview://app/other'>other</a>");
        Assert.Equal("null", view.Eval("String(window.open('auroraview://app/other'))"));
        view.Eval("document.getElementById('link').click(); ''");
        view.Eval("location.href = 'file:///etc/passwd'; ''");
        view.Eval("navigator.geolocation.getCurrentPosition(() => post('allowed'), error => post('geo ' + error.code)); ''");
        Assert.Equal("geo 1", view.Wait<PageMessage>().Text);
        Assert.Equal("auroraview://app/", view.Eval("location.href"));
    }

    [Fact]
    public void Download_is_refused()
    {
        using var server = new PageServer(new() { ["/page"] = "<p>page</p>", ["/file.bin"] = "bytes" });
        using TestView view = TestView.Start();
        view.Load(new PageSource(PageSourceKind.Url, server.Origin + "/page"));
        LoadProgress refused = view.Load(new PageSource(PageSourceKind.Url, server.Origin + "/file.bin"));
        Assert.Equal(LoadPhase.Failed, refused.Phase);
        Assert.Equal("page", view.Eval("document.body.innerText.trim()"));
    }

    [Fact]
    public void New_window_where_allowed_opens_without_a_bridge()
    {
        using var server = new PageServer(new() { ["/popup"] = "<script>fetch('/popup-runs?' + typeof webkit + (typeof webkit === 'object' ? typeof webkit.messageHandlers?.auroraview : ''))</script>" });
        using TestView view = TestView.Show("<p>hi</p>", start => start with { AllowNewWindows = true });
        Assert.Equal("null", view.Eval($"String(window.open('{server.Origin}/popup'))"));
        // It runs, and it has no bridge.
        Assert.Contains(server.WaitHung(), new[] { "/popup-runs?undefined", "/popup-runs?objectundefined" });
    }

    [Fact]
    public void User_agent_background_and_dark_corners_of_the_options_are_taken()
    {
        using TestView view = TestView.Show("<p>hi</p>", start => start with
        {
            UserAgent = "Panel/1.0", Background = 0xff204060, AlwaysOnTop = true, Frame = false, Resizable = false, X = 30, Y = 40, Transparent = true, DevTools = true,
        });
        Assert.Equal("Panel/1.0 true", view.Eval("navigator.userAgent + ' ' + isSecureContext"));
    }

    [Fact]
    public void Data_folder_keeps_storage_and_none_forgets_it()
    {
        string folder = Directory.CreateTempSubdirectory("auroraview-data-").FullName;
        try
        {
            foreach ((string? data, string expected) in new[] { (folder, "none"), (folder, "kept"), (null, "none"), (folder, "kept") })
            {
                using TestView view = TestView.Show("<p>hi</p>", start => start with { DataFolder = data });
                Assert.Equal(expected, view.Eval("const was = localStorage.getItem('k') ?? 'none'; localStorage.setItem('k', 'kept'); was"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
