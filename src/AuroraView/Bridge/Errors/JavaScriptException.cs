namespace AuroraView;

/// <summary>A script that AuroraView evaluated threw, rejected, or could not be parsed.</summary>
public sealed class JavaScriptException : Exception
{
    private const int ExcerptLength = 100;

    /// <summary>An error of the page.</summary>
    /// <param name="name">The error's name, such as <c>TypeError</c>.</param>
    /// <param name="jsMessage">The error's message.</param>
    /// <param name="jsStack">The page's stack.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    /// <param name="sourceName">What the position refers to.</param>
    /// <param name="script">The evaluated script; the exception keeps its beginning.</param>
    public JavaScriptException(
        string name, string jsMessage, string? jsStack = null, int? line = null, int? column = null, string? sourceName = null, string? script = null)
        : base(Describe(name, jsMessage, line, column, sourceName, script))
    {
        HelpLink = "docs/scripts.md";
        Name = name;
        JsMessage = jsMessage;
        JsStack = jsStack;
        Line = line;
        Column = column;
        SourceName = sourceName;
        Script = Excerpt(script);
    }

    /// <summary>The error's name, such as <c>TypeError</c>; for a thrown value that is not an error, <c>Uncaught</c>.</summary>
    public string Name { get; }

    /// <summary>The error's message, or the thrown value as text.</summary>
    public string JsMessage { get; }

    /// <summary>The page's stack, if the engine gave one.</summary>
    public string? JsStack { get; }

    /// <summary>The line, from 1, in the script or in <see cref="SourceName"/>.</summary>
    public int? Line { get; }

    /// <summary>The column, from 1, as the engine counts it.</summary>
    public int? Column { get; }

    /// <summary>The page's source that threw; <see langword="null"/> if the position lies in the evaluated script.</summary>
    public string? SourceName { get; }

    /// <summary>The first 100 characters of the evaluated script.</summary>
    public string? Script { get; }

    /// <summary>The beginning of <paramref name="script"/>, never cut inside a surrogate pair.</summary>
    internal static string? Excerpt(string? script)
    {
        if (script is null || script.Length <= ExcerptLength) return script;
        int end = char.IsHighSurrogate(script[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength;
        return string.Concat(script.AsSpan(0, end), "…");
    }

    private static string Describe(string name, string message, int? line, int? column, string? source, string? script)
    {
        string text = message.Length == 0 ? name : $"{name}: {message}";
        if (line is { } atLine) text += $" (at {source ?? "the script"}:{atLine}{(column is { } atColumn ? $":{atColumn}" : "")})";
        return script is null ? text : $"{text}\nScript: {Excerpt(script)}";
    }
}
