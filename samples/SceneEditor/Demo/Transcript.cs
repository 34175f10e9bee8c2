using System.Globalization;

namespace SceneEditor.Demo;

/// <summary>Prints the steps of the demo with the calls each of them made: call, thread, result, milliseconds.</summary>
internal sealed class Transcript(TextWriter output)
{
    private const int MaxResult = 62;
    private readonly HashSet<int> _seen = [];
    private readonly List<string> _notes = [];

    public void Header()
    {
        output.WriteLine();
        output.WriteLine(Line("call", "thread", "result", "ms"));
        output.WriteLine(new string('-', Line("", "", "", "").Length));
    }

    /// <summary>A step that had its effect, and the calls that are new since the last one.</summary>
    public void Step(string title, IEnumerable<CallRecord> calls)
    {
        output.WriteLine($"* {title}");
        foreach (var call in calls.Where(call => call.State != "pending" && _seen.Add(call.Id)))
        {
            var method = call.Count > 1 ? $"{call.Method} x{call.Count}" : call.Method;
            var thread = call.Thread.Length == 0 ? "not run" : $"{call.Thread} {call.ThreadId}";
            output.WriteLine(Line(method, thread, call.Result, call.Ms.ToString("0", CultureInfo.InvariantCulture)));
        }

        foreach (var note in _notes)
            output.WriteLine($"    {note}");
        _notes.Clear();
    }

    /// <summary>Something else that the step in progress measured; printed below its calls.</summary>
    public void Note(string text) => _notes.Add(text);

    private static string Line(string call, string thread, string result, string ms) =>
        $"  {call,-24} {thread,-9} {Cut(result),-MaxResult} {ms,9}";

    private static string Cut(string text) => text.Length <= MaxResult ? text : string.Concat(text.AsSpan(0, MaxResult - 1), "…");
}
