using System.Text;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Reports;

/// <summary>A report's picture in the language of Graphviz.</summary>
internal static class HangReportDot
{
    internal static string Write(HangReport report)
    {
        var text = new StringBuilder("digraph waits {\n  rankdir=LR;\n");
        foreach (var node in report.Nodes)
        {
            text.Append("  ").Append(node.Id).Append(" [shape=").Append(Shape(node.Kind)).Append(", label=\"");
            Quote(text, node.Text).Append("\"];\n");
        }

        foreach (var edge in report.Edges)
        {
            text.Append("  ").Append(edge.From).Append(" -> ").Append(edge.To);
            var label = EdgeLabel.Of(edge);
            if (label is not null)
                Quote(text.Append(" [label=\""), label).Append(edge.IsSuspended ? "\", style=dashed]" : "\"]");
            else if (edge.IsSuspended)
                text.Append(" [style=dashed]");
            text.Append(";\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Shape(WaitNodeKind kind) => kind switch
    {
        WaitNodeKind.Thread => "box",
        WaitNodeKind.Page => "tab",
        WaitNodeKind.Lock => "octagon",
        _ => "ellipse",
    };

    private static StringBuilder Quote(StringBuilder text, string plain)
    {
        foreach (var character in plain)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                // Labels know the entities of HTML.
                '&' => text.Append("&amp;"),
                _ => text.Append(char.IsControl(character) ? ' ' : character),
            };
        }

        return text;
    }
}
