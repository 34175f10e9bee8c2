using AuroraView.Bridge;
using AuroraView.Engine;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace AuroraView.Tests.Bridge;

public class OriginPolicyTests
{
    [Theory]
    [InlineData("https://Tools.Example", "https://tools.example")]
    [InlineData("HTTPS://tools.example:443/path?x#y", "https://tools.example")]
    [InlineData("http://tools.example:80", "http://tools.example")]
    [InlineData("http://tools.example:443", "http://tools.example:443")]
    [InlineData("https://tools.example:", "https://tools.example")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("https://[0:0::1]:8443", "https://[::1]:8443")]
    [InlineData("auroraview://app/index.html", "auroraview://app")]
    [InlineData("file:///home/x/a.html", "file://")]
    [InlineData("file://localhost/a.html", "file://")]
    [InlineData("blob:https://tools.example/uuid", "https://tools.example")]
    [InlineData("null", "null")]
    [InlineData("about:blank", "null")]
    [InlineData("data:text/html,x", "null")]
    public void TryParse_gives_an_origin_its_one_spelling(string text, string expected)
    {
        Assert.True(WebOrigin.TryParse(text, out WebOrigin origin));
        Assert.Equal(expected, origin.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tools.example")]
    [InlineData("//tools.example")]
    [InlineData("https:")]
    [InlineData("https://")]
    [InlineData("https://user@tools.example")]
    [InlineData("https://tools.example:99999")]
    [InlineData("https://tools.example:x")]
    [InlineData("https://tools.example:-1")]
    [InlineData("https://tools example")]
    [InlineData("https://tools%2eexample")]
    [InlineData("https://tools..example")]
    [InlineData("https://[::1")]
    [InlineData("https://[fe80::1%eth0]")]
    [InlineData("ht tps://tools.example")]
    [InlineData("1https://tools.example")]
    [InlineData("file://server/share/a.html")]
    public void TryParse_refuses_what_is_no_origin(string? text) => Assert.False(WebOrigin.TryParse(text, out _));

    [Theory]
    [InlineData("https://tools.example", "https://tools.example", true)]
    [InlineData("https://tools.example/", "https://tools.example:443", true)]
    [InlineData("https://tools.example", "http://tools.example", false)]
    [InlineData("https://tools.example", "https://tools.example:8443", false)]
    [InlineData("https://tools.example", "https://tools.example.evil.example", false)]
    [InlineData("https://tools.example", "https://tools.example.", false)]
    [InlineData("https://*.studio.example", "https://a.studio.example", true)]
    [InlineData("https://*.studio.example", "https://a.b.studio.example", true)]
    [InlineData("https://*.studio.example", "https://studio.example", false)]
    [InlineData("https://*.studio.example", "https://evilstudio.example", false)]
    [InlineData("https://*.studio.example", "https://.studio.example", false)]
    [InlineData("https://*.studio.example", "http://a.studio.example", false)]
    [InlineData("https://*.studio.example", "https://a.studio.example:8443", false)]
    [InlineData("https://*.studio.example:8443", "https://a.studio.example:8443", true)]
    [InlineData("http://localhost:*", "http://localhost:5173", true)]
    [InlineData("http://localhost:*", "http://localhost", true)]
    [InlineData("http://localhost:*", "http://localhost.evil.example:5173", false)]
    [InlineData("null", "null", true)]
    [InlineData("https://tools.example", "null", false)]
    [InlineData("auroraview://app", "auroraview://app", true)]
    [InlineData("file://", "file://", true)]
    [InlineData("file:///", "file:///x", true)]
    [InlineData("*", "https://anything.example", true)]
    [InlineData("*", "null", true)]
    [InlineData("*", "garbage", false)]
    public void Allows_follows_the_pattern(string pattern, string origin, bool expected) =>
        Assert.Equal(expected, new OriginPolicy([pattern]).Allows(origin));

    [Theory]
    [InlineData("")]
    [InlineData("tools.example")]
    [InlineData("https://tools.example/path")]
    [InlineData("https://*")]
    [InlineData("https://*.example")]
    [InlineData("https://a.*.example")]
    [InlineData("*.studio.example")]
    [InlineData("about:blank")]
    [InlineData("null:*")]
    public void Constructor_refuses_what_is_no_pattern_and_shows_one(string pattern)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new OriginPolicy([pattern]));
        Assert.Contains("https://tools.example", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AllowLoaded_allows_the_origin_of_what_the_host_loaded_and_nothing_else()
    {
        var policy = new OriginPolicy([]);
        Assert.False(policy.Allows("https://tools.example"));
        policy.AllowLoaded(new PageSource(PageSourceKind.Url, "https://tools.example/panel?x"));
        Assert.True(policy.Allows("https://tools.example"));
        Assert.False(policy.Allows("https://other.example"));
        Assert.False(policy.Allows(PageSource.AppOrigin));
        policy.AllowLoaded(new PageSource(PageSourceKind.Html, "<p>https://other.example</p>"));
        Assert.True(policy.Allows(PageSource.AppOrigin));
    }

    [Theory]
    [InlineData("about:blank")]
    [InlineData("data:text/html,x")]
    [InlineData("not a url")]
    public void AllowLoaded_of_a_page_without_an_origin_allows_nothing(string url)
    {
        var policy = new OriginPolicy([]);
        policy.AllowLoaded(new PageSource(PageSourceKind.Url, url));
        Assert.False(policy.Allows("null"));
        Assert.False(policy.Allows(url));
    }

    [Fact]
    public void TryParse_of_its_own_spelling_gives_the_same_origin()
    {
        Prop.ForAll(Origins().ToArbitrary(), text =>
            WebOrigin.TryParse(text, out WebOrigin origin) && WebOrigin.TryParse(origin.ToString(), out WebOrigin again) && origin == again
            && WebOrigin.TryParse(text.ToUpperInvariant(), out WebOrigin upper) && upper == origin).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Allows_of_an_exact_pattern_is_true_for_no_other_origin()
    {
        Prop.ForAll(Origins().ToArbitrary(), Origins().ToArbitrary(), (a, b) =>
        {
            WebOrigin.TryParse(a, out WebOrigin first);
            WebOrigin.TryParse(b, out WebOrigin second);
            return new OriginPolicy([first.ToString()]).Allows(b) == (first == second);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Allows_of_any_text_never_throws()
    {
        var policy = new OriginPolicy(["https://*.studio.example", "http://localhost:*"]);
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (a, b) =>
        {
            policy.Allows(a ?? "");
            return !policy.Allows($"https://{a}@{b}.studio.example") && !policy.Allows($"https://evil.example/{a}.studio.example");
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<string> Origins() =>
        from scheme in Gen.Elements("http", "https", "auroraview", "ws")
        from labels in Gen.NonEmptyListOf(Gen.Elements("a", "b", "studio", "example", "x-1", "127"))
        from port in Gen.Elements("", ":80", ":443", ":8080", ":1")
        select $"{scheme}://{string.Join('.', labels)}{port}";
}
