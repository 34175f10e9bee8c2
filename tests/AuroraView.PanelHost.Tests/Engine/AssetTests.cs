using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Engine;

public sealed class AssetTests41() : AssetTests("4.1");

public sealed class AssetTests40() : AssetTests("4.0");

/// <summary>The origin auroraview://app.</summary>
public abstract class AssetTests : OnBothApis
{
    private readonly string _base = Directory.CreateTempSubdirectory("auroraview-assets-").FullName;

    protected AssetTests(string api) : base(api)
    {
        Write("secret.txt", "secret");
        Write("panel/index.html", "<link rel=stylesheet href=style.css><script type=module src=sub/app.mjs></script><p>index</p>");
        Write("panel/my panel #1.html", "<title>file</title><script>post('q ' + location.pathname)</script>");
        Write("panel/style.css", "p { color: rgb(1, 2, 3) }");
        Write("panel/sub/app.mjs", "import { x } from './x.js'; post('module ' + x);");
        Write("panel/sub/x.js", "export const x = 42;");
        Write("panel/data.json", "{\"a\":1}");
        File.CreateSymbolicLink(Path.Combine(_base, "panel/out.txt"), Path.Combine(_base, "secret.txt"));
        File.CreateSymbolicLink(Path.Combine(_base, "panel/in.json"), "data.json");
        Directory.CreateSymbolicLink(Path.Combine(_base, "panel/up"), _base);
    }

    public override void Dispose()
    {
        Directory.Delete(_base, recursive: true);
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void File_is_served_with_its_folder_beside_it()
    {
        using TestView view = TestView.Start();
        LoadProgress loaded = view.Load(new PageSource(PageSourceKind.File, Path.Combine(_base, "panel/index.html")));
        Assert.Equal((LoadPhase.Finished, "auroraview://app/index.html"), (loaded.Phase, loaded.Url));
        Assert.Equal(new PageMessage("auroraview://app", "module 42"), view.Wait<PageMessage>());
        Assert.Equal("rgb(1, 2, 3)", view.Eval("getComputedStyle(document.querySelector('p')).color"));
    }

    [Fact]
    public void File_with_an_odd_name_is_found()
    {
        using TestView view = TestView.Start();
        view.Load(new PageSource(PageSourceKind.File, Path.Combine(_base, "panel/my panel #1.html")));
        Assert.Equal("q /my%20panel%20%231.html", view.Wait<PageMessage>().Text);
    }

    [Fact]
    public void Asset_root_serves_html_text_and_nothing_outside()
    {
        using TestView view = TestView.Show("<p>text</p>", start => start with { AssetRoot = Path.Combine(_base, "panel") });
        Assert.Equal("200 application/json {\"a\":1}", Fetch(view, "data.json"));
        Assert.Equal("200 application/json {\"a\":1}", Fetch(view, "in.json?x=1#y"));
        Assert.StartsWith("200 text/css", Fetch(view, "style.css"), StringComparison.Ordinal);
        foreach (string path in new[] { "missing.txt", "out.txt", "up/secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "sub/..%2f..%2fsecret.txt", "sub", "%00", "..%5csecret.txt", "/etc/passwd" })
        {
            string answer = Fetch(view, path);
            Assert.StartsWith("404 text/plain", answer, StringComparison.Ordinal);
            Assert.DoesNotContain(" secret", answer, StringComparison.Ordinal);
            Assert.Contains("AuroraView cannot serve", answer, StringComparison.Ordinal);
        }
        Assert.StartsWith("error", Fetch(view, "auroraview://elsewhere/data.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_root_nothing_is_served_and_the_answer_says_so()
    {
        using TestView view = TestView.Show("<p>text</p>");
        Assert.Contains("set an asset root", Fetch(view, "data.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_origins_cannot_read_what_is_served()
    {
        using var server = new PageServer(new() { ["/"] = "<p>web</p>" });
        using TestView view = TestView.Start(start => start with { AssetRoot = Path.Combine(_base, "panel") });
        view.Load(new PageSource(PageSourceKind.Url, server.Origin + "/"));
        Assert.StartsWith("error", Fetch(view, "auroraview://app/data.json"), StringComparison.Ordinal);
    }

    private static string Fetch(TestView view, string url)
    {
        int from = view.Count;
        view.Eval($$"""
            fetch('{{url}}').then(async r => post(r.status + ' ' + r.headers.get('content-type') + ' ' + await r.text()), e => post('error ' + e)); ''
            """);
        return view.Wait<PageMessage>(from: from).Text;
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_base, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
