using System.Globalization;
using System.Text.RegularExpressions;

namespace AuroraView.Bridge;

/// <summary>Turns positions in a program into positions in the user's script.</summary>
internal static partial class ScriptPosition
{
    // The wrapper's first line.
    private const int LinesBefore = 1;

    /// <summary>The script's line and column for the program's.</summary>
    public static (int? Line, int? Column) Map(string script, EvalProgram program, int? line, int? column)
    {
        if (line is not { } at || at <= LinesBefore) return (null, null);
        int mapped = at - LinesBefore;
        int total = CountLines(script, script.Length) + 1;
        if (mapped > total) return (total, null);
        if (program.InsertedAt < 0 || column is not { } col) return (mapped, column);
        int insertedLine = CountLines(script, program.InsertedAt) + 1;
        int insertedColumn = program.InsertedAt - LineStart(script, program.InsertedAt) + 1;
        return mapped == insertedLine && col >= insertedColumn + program.InsertedLength ? (mapped, col - program.InsertedLength) : (mapped, col);
    }

    /// <summary>A stack without the bridge's own frames, with the script's positions.</summary>
    public static string? MapStack(string script, EvalProgram program, string? stack)
    {
        if (stack is null) return null;
        int own = stack.IndexOf("runThunk", StringComparison.Ordinal);
        if (own >= 0)
        {
            int lineStart = stack.LastIndexOf('\n', own);
            stack = lineStart < 0 ? "" : stack[..lineStart];
        }

        return PositionInScript().Replace(stack, match =>
        {
            (int? line, int? column) = Map(script, program, Parse(match.Groups[1]), Parse(match.Groups[2]));
            return string.Create(CultureInfo.InvariantCulture, $"{EvalScript.SourceName}:{line ?? 1}:{column ?? 1}");
        });
    }

    [GeneratedRegex("auroraview:eval:([0-9]{1,9}):([0-9]{1,9})")]
    private static partial Regex PositionInScript();

    private static int Parse(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    // JavaScript's line ends: \n, \r, \r\n, U+2028, U+2029.
    private static int CountLines(string text, int end)
    {
        int count = 0;
        for (int i = 0; i < end; i++)
            if (IsLineEnd(text, i)) count++;
        return count;
    }

    private static int LineStart(string text, int at)
    {
        while (at > 0 && !IsLineEnd(text, at - 1)) at--;
        return at;
    }

    private static bool IsLineEnd(string text, int i) =>
        text[i] is '\n' or '\u2028' or '\u2029' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
}
