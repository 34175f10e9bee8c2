using System.Globalization;
using System.Text;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Reports;

/// <summary>A report's picture as a Mermaid flowchart.</summary>
internal static class HangReportMermaid
{
    internal static string Write(HangReport report)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var node in report.Nodes)
        {
            var (open, close) = Shape(node.Kind);
            text.Append("  ").Append(node.Id).Append(open).Append('"');
            Quote(text, node.Text).Append('"').Append(close).Append('\n');
        }

        foreach (var edge in report.Edges)
        {
            text.Append("  ").Append(edge.From).Append(edge.IsSuspended ? " -.->" : " -->");
            if (EdgeLabel.Of(edge) is { } label)
                Quote(text.Append("|\""), label).Append("\"|");
            text.Append(' ').Append(edge.To).Append('\n');
        }

        return text.ToString();
    }

    private static (string Open, string Close) Shape(WaitNodeKind kind) => kind switch
    {
        WaitNodeKind.Thread => ("[", "]"),
        WaitNodeKind.Page => ("[[", "]]"),
        WaitNodeKind.Lock => ("{{", "}}"),
        _ => ("(", ")"),
    };

    // Everything that is, or begins, something of the language inside a quoted text becomes a character code.
    private static StringBuilder Quote(StringBuilder text, string plain)
    {
        foreach (var character in plain)
        {
            if (character == '\n')
                text.Append("<br/>");
            else if (char.IsControl(character))
                text.Append(' ');
            else if (char.IsLetterOrDigit(character) || char.IsSurrogate(character) || " ',.:-_/()=+!?".Contains(character, StringComparison.Ordinal))
                text.Append(character);
            else
                text.Append(CultureInfo.InvariantCulture, $"#{(int)character};");
        }

        return text;
    }
}
