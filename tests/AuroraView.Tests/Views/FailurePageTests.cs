using System.Collections.Concurrent;
using AuroraView.Engine;
using AuroraView.Views;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>A panel that has nothing to show says why, unless the host listens; and its page can ask for one thing, another try.</summary>
public sealed class FailurePageTests
{
    private const string App = "auroraview://app";
    private const string Hello = """["hello","auroraview://app/"]""";
    private const string Retry = """["event","auroraview:retry",{}]""";
    private readonly ScriptedBackend _engine = new();

    public FailurePageTests() => _engine.Outcome = static source => source.Text == "first" ? "no <server>" : null;

    [Fact]
    public void Load_FailsWithoutAListener_ShowsAPageWhoseButtonLoadsAgain()
    {
        using var reports = new BlockingCollection<string>();
        using var view = new WebView(new WebViewOptions { Html = "first", Backend = () => _engine });
        view.Error += (_, error) => reports.Add(error.Message);
        view.Show();
        Assert.Contains("no &lt;server&gt;", _engine.LastPage, StringComparison.Ordinal);
        Assert.True(reports.TryTake(out var report, TimeSpan.FromMinutes(1)));
        Assert.Contains("no <server>", report, StringComparison.Ordinal);
        _engine.Say(App, 5, Hello);

        view.Emit("early");
        Assert.DoesNotContain(_engine.Given, static given => given.StartsWith("deliver", StringComparison.Ordinal));
        _engine.Outcome = static _ => null;
        _engine.Say(App, 5, Retry);
        Assert.Equal("load first", _engine.Given.Last());
        _engine.Say(App, 6, Hello);
        Assert.Contains(_engine.Given, static given => given.Contains("early", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_FailsWithAListener_ShowsNothing()
    {
        using var view = new WebView(new WebViewOptions { Html = "first", Backend = () => _engine });
        view.LoadFailed += static (_, _) => { };
        view.Show();
        Assert.Equal("load first", Assert.Single(_engine.Given));
    }

    [Fact]
    public void Load_FailsWhileAnotherPageIsThere_KeepsThatPage()
    {
        using var view = new WebView(new WebViewOptions { Html = "good", Backend = () => _engine });
        view.Show();
        _engine.Say(App, 1, Hello);
        view.LoadHtml("first");
        Assert.Equal("load first", _engine.Given.Last());
    }

    // The process dies while its page is on the way to another one: that one will not come, so the page is loaded again.
    [Fact]
    public void Crash_WhileThePageGoesElsewhere_LoadsThePageAgain()
    {
        using var view = new WebView(new WebViewOptions { Html = "good", Backend = () => _engine });
        view.Show();
        _engine.Say(App, 1, Hello);
        _engine.BeginNavigation();
        _engine.Crash(CrashReason.Crashed);
        Assert.Equal("navigate Reload", _engine.Given.Last());
    }

    [Fact]
    public void Crash_NotForgiven_ShowsAPage()
    {
        using var view = new WebView(new WebViewOptions { Html = "good", Backend = () => _engine });
        view.Show();
        for (var i = 0; i < 4; i++)
        {
            _engine.Say(App, 10 + i, Hello);
            _engine.Crash(CrashReason.Crashed);
        }

        Assert.Contains("crashed too often", _engine.LastPage, StringComparison.Ordinal);
        _engine.Say(App, 20, Hello);
        _engine.Say(App, 20, Retry);
        Assert.Equal("load good", _engine.Given.Last());
    }

    [Fact]
    public void RetryEvent_OfAnotherPageOrOrigin_IsNotHeard()
    {
        using var view = new WebView(new WebViewOptions { Html = "first", Backend = () => _engine });
        view.Show();
        _engine.Say(App, 5, Hello);
        _engine.Say("https://elsewhere.example", 5, Retry);
        _engine.Say(App, 6, Retry);
        view.LoadHtml("good");
        _engine.Say(App, 7, Hello);
        var given = _engine.Given.Count;
        _engine.Say(App, 5, Retry);
        _engine.Say(App, 7, Retry);
        Assert.Equal(given, _engine.Given.Count);
    }

    [Fact]
    public void Create_HostileTexts_AreTextsAndShort()
    {
        var page = FailurePage.Create("<b>", "\"><script>alert(1)</script>" + new string('x', 100_000), "javascript:'<img src=x onerror=alert(1)>");
        Assert.Equal(1, page.Split("<script>").Length - 1);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.True(page.Length < 10_000);
    }
}
