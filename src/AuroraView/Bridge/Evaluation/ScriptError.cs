using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AuroraView.Bridge;

/// <summary>An error as the page's side or the engine described it, with positions of the program.</summary>
internal sealed partial record ScriptError(string Name, string Message, string? Stack, int? Line, int? Column, string? Source)
{
    /// <summary>What an engine says about a program that it refused or that threw past the wrapper:
    /// <c>source:line:column: Name: message</c>, of which all but the message may be missing.</summary>
    public static ScriptError FromEngine(string text)
    {
        if (text.Length == 0 || Match(EngineText(), text) is not { Success: true } match)
            return new ScriptError("Uncaught", text.Length == 0 ? "The engine gave no reason." : text, null, null, null, null);
        string name = match.Groups["name"] is { Success: true } named ? named.Value : "Uncaught";
        string? source = match.Groups["source"] is { Success: true, Length: > 0 } origin ? origin.Value : null;
        return new ScriptError(name, match.Groups["message"].Value, null, Number(match.Groups["line"]), Number(match.Groups["column"]), source);
    }

    /// <summary>The object that the page's side sends. Hostile input: what is missing or of another type is left out.</summary>
    public static ScriptError FromPage(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            JsonElement error = JsonElement.ParseValue(ref reader);
            if (error.ValueKind == JsonValueKind.Object)
            {
                string? stack = Text(error, "stack");
                (int? line, int? column, string? source) = (Number(error, "line"), Number(error, "column"), Text(error, "source"));
                if (line is null && stack is not null && Match(StackPosition(), stack) is { Success: true } at)
                    (line, column, source) = (Number(at.Groups["line"]), Number(at.Groups["column"]), at.Groups["source"].Value);
                return new ScriptError(Text(error, "name") ?? "Uncaught", Text(error, "message") ?? "", stack, line, column, source);
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // Said below.
        }

        return new ScriptError("Uncaught", "The page described the error in a way that cannot be read.", null, null, null, null);
    }

    /// <summary>The exception for the caller, with positions of the user's script.</summary>
    public JavaScriptException ToException(string script, EvalProgram program)
    {
        bool isOwn = Source is null or EvalScript.SourceName;
        (int? line, int? column) = isOwn ? ScriptPosition.Map(script, program, Line, Column) : (Line, Column);
        return new JavaScriptException(Name, Message, ScriptPosition.MapStack(script, program, Stack), line, column, isOwn ? null : Source, script);
    }

    [GeneratedRegex(@"^(?:(?<source>[^\n]*?):(?<line>[0-9]{1,9})(?::(?<column>[0-9]{1,9}))?: )?(?:Uncaught )?(?:(?<name>[A-Z][A-Za-z0-9_$]*): )?(?<message>[\s\S]*)$", RegexOptions.None, 1000)]
    private static partial Regex EngineText();

    // The first frame of an engine that gives positions in the stack only: "at f (source:line:column)".
    [GeneratedRegex(@"\bat (?:[^\n(]*\()?(?<source>[^\n()]*?):(?<line>[0-9]{1,9}):(?<column>[0-9]{1,9})\)?", RegexOptions.None, 1000)]
    private static partial Regex StackPosition();

    // A text that is made to be slow, or a machine that is: then there is no position.
    private static Match? Match(Regex pattern, string text)
    {
        try
        {
            return pattern.Match(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    private static int? Number(JsonElement error, string name) =>
        error.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : null;

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : null;
}
