using AuroraView.Packages.Tests.Support;
using Xunit;

namespace AuroraView.Packages.Tests.Documents;

/// <summary>What the documents show in C# compiles, without a warning, against the packages.</summary>
public sealed class CSharpSnippetTests(PackageFeed feed)
{
    private static IEnumerable<string> Documents =>
        new[] { Tree.Root, Tree.Path("docs"), Tree.Path("docs", "hosts"), Tree.Path("src", "AuroraView"), Tree.Path("src", "AuroraView.Threading"), Tree.Path("src", "AuroraView.WebView2") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md"))
            .Select(path => Path.GetRelativePath(Tree.Root, path))
            .Order(StringComparer.Ordinal);

    [Fact]
    public void Document_What_it_shows_in_CSharp_compiles()
    {
        Snippet[] snippets = [.. Documents.SelectMany(Snippet.Of)];
        Assert.Contains(snippets, snippet => snippet.Document == "README.md");
        Assert.Contains(snippets, snippet => snippet.Document == "docs/plugins.md" && snippet.DeclaresTypes);

        using var consumer = new Consumer(feed);
        // Half of it is for hosts on Windows; a program for every system is warned of that.
        consumer.Project("Documents", "net8.0", "<NoWarn>$(NoWarn);CA1416</NoWarn>", string.Concat(
            new[] { "AuroraView", "AuroraView.WebView2" }.Select(id => $"""<PackageReference Include="{id}" Version="{Tree.Version}" />""")));
        consumer.Source("Documents/StandIns.cs", string.Concat(snippets.Where(snippet => snippet.DeclaresTypes).Select(snippet => $"global using {snippet.Namespace};\n")) + StandIns.Source);
        foreach (Snippet snippet in snippets)
            consumer.Source($"Documents/{snippet.Namespace}.cs", snippet.Source());
        consumer.Dotnet("build", "Documents");
    }
}
