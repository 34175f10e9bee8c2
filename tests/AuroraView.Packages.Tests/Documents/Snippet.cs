using System.Text;
using System.Text.RegularExpressions;
using AuroraView.Packages.Tests.Support;

namespace AuroraView.Packages.Tests.Documents;

/// <summary>A piece of C# in a document.</summary>
/// <param name="Document">The document's path in the tree.</param>
/// <param name="Line">The line at which the piece begins.</param>
/// <param name="Text">The piece.</param>
internal sealed partial record Snippet(string Document, int Line, string Text)
{
    /// <summary>The pieces of a document.</summary>
    public static IEnumerable<Snippet> Of(string document)
    {
        string[] lines = File.ReadAllLines(Tree.Path(document));
        for (int at = 0; at < lines.Length; at++)
        {
            if (lines[at] != "```csharp")
                continue;
            int first = ++at;
            while (lines[at] != "```")
                at++;
            yield return new Snippet(document, first + 1, string.Join('\n', lines[first..at]));
        }
    }

    /// <summary>Whether it declares types; else it is statements, and in front of them the fields that they use.</summary>
    public bool DeclaresTypes => Declaration().IsMatch(Text);

    /// <summary>A namespace of its own.</summary>
    public string Namespace => $"{NotAName().Replace(Path.ChangeExtension(Document, null), "_")}.Line{Line}";

    /// <summary>A source file around it, in which the compiler's messages name the document and its lines.</summary>
    public string Source()
    {
        var source = new StringBuilder();
        (string[] usings, string code) = SplitUsings();
        foreach (string one in usings)
            source.Append(one).Append('\n');
        source.Append($"namespace {Namespace};\n");
        int fields = DeclaresTypes || !code.StartsWith("private ", StringComparison.Ordinal) ? 0 : code.IndexOf("\n\n", StringComparison.Ordinal);
        if (!DeclaresTypes)
            source.Append("internal sealed class Example : Given\n{\n").Append(code[..fields]).Append("\nprivate static void Run()\n{\n");
        source.Append($"#line {Line + usings.Length + code[..fields].Count(letter => letter == '\n')} \"{Document}\"\n").Append(code[fields..]).Append("\n#line default\n");
        if (!DeclaresTypes)
            source.Append("}\n}\n");
        return source.ToString();
    }

    private (string[] Usings, string Code) SplitUsings()
    {
        string[] lines = Text.Split('\n');
        string[] usings = [.. lines.TakeWhile(line => UsingDirective().IsMatch(line))];
        return (usings, string.Join('\n', lines[usings.Length..]));
    }

    [GeneratedRegex(@"^(\[|(public |internal |static |sealed |abstract |partial )*(class|record|struct|interface) )", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex("[^A-Za-z]+")]
    private static partial Regex NotAName();

    [GeneratedRegex(@"^using [A-Za-z0-9.]+;$")]
    private static partial Regex UsingDirective();
}
