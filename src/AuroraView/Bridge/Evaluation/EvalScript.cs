using System.Globalization;

namespace AuroraView.Bridge;

/// <summary>
/// Turns a user's script into programs for the engine: expressions and statements, <c>await</c> at the top level,
/// a value at the end. No <c>eval</c> in the page, so a page's content security policy does not matter.
/// </summary>
/// <remarks>
/// The script stands on lines of its own from line 2, so that an engine's line is the script's line plus one. A program begins by
/// telling the page's side its id: a second variant of a script that had begun is refused there, so that no script runs twice.
/// </remarks>
internal static class EvalScript
{
    /// <summary>What stands for a file name in the positions of evaluated scripts: to be given to <c>IWebViewBackend.Evaluate</c>.</summary>
    public const string SourceName = "auroraview:eval";

    /// <summary>The ways to try, in order; always ends with <see cref="EvalVariant.Query"/>.</summary>
    public static EvalVariant[] Plan(ScriptScan scan)
    {
        if (scan.IsEmpty) return [EvalVariant.Program, EvalVariant.Query];

        // A wrapper around text whose brackets do not close could be escaped, or swallowed by the text.
        if (!scan.IsBalanced) return [EvalVariant.Program, EvalVariant.Query];
        bool awaits = scan.HasTopLevelAwait || (scan.HasInnerAwait && !scan.HasAsync);
        bool hasValue = scan.TailIsExpression;
        bool isExpression = hasValue && scan.IsSingle;
        bool hasTail = hasValue && !scan.IsSingle;
        var plan = new List<EvalVariant>(8);
        if (awaits || (scan.HasReturn && scan.HasInnerAwait)) AddAsync();
        if (isExpression) plan.Add(EvalVariant.Expression);
        if (scan.HasReturn && !awaits) plan.Add(EvalVariant.Body);
        if (hasTail) plan.Add(EvalVariant.ProgramWithValue);
        plan.Add(EvalVariant.Program);
        if (hasTail) plan.Add(EvalVariant.BodyWithValue);
        if (!scan.HasReturn || awaits) plan.Add(EvalVariant.Body);
        if (scan.HasInnerAwait && !awaits && !scan.HasReturn) AddAsync();
        plan.Add(EvalVariant.Query);
        return [.. plan];

        void AddAsync()
        {
            if (isExpression) plan.Add(EvalVariant.AsyncExpression);
            if (hasTail) plan.Add(EvalVariant.AsyncBodyWithValue);
            plan.Add(EvalVariant.AsyncBody);
        }
    }

    /// <summary>The program of one variant.</summary>
    /// <param name="script">The user's script.</param>
    /// <param name="scan">What the scanner found.</param>
    /// <param name="variant">The way.</param>
    /// <param name="id">The evaluation's id.</param>
    /// <param name="document">The document that is meant, or 0 for any.</param>
    /// <param name="attempt">Which attempt this is.</param>
    public static EvalProgram Build(string script, ScriptScan scan, EvalVariant variant, long id, long document, int attempt)
    {
        string key = string.Create(CultureInfo.InvariantCulture, $"{id},{document},{attempt}");
        const string Function = PageScript.EvaluateFunction;
        ReadOnlySpan<char> head = script.AsSpan(0, scan.TailStart);
        ReadOnlySpan<char> tail = script.AsSpan(scan.TailStart, scan.TailEnd - scan.TailStart);
        ReadOnlySpan<char> single = script.AsSpan(0, scan.TailEnd);
        string strict = scan.IsStrict ? "'use strict';" : "";
        switch (variant)
        {
            case EvalVariant.Expression: return new($"{Function}(0,{key},()=>(\n{single}\n))");
            case EvalVariant.AsyncExpression: return new($"{Function}(0,{key},async()=>(\n{single}\n))");
            case EvalVariant.ProgramWithValue:
                string value = $";{Function}(2,{key},()=>(";
                return new($"{strict}{Function}(1,{key});\n{head}{value}{tail}\n))", scan.TailStart, value.Length);
            case EvalVariant.Program: return new($"{strict}{Function}(1,{key});\n{script}\n;{Function}(2,{key})");
            case EvalVariant.BodyWithValue: return new($"{Function}(0,{key},()=>{{\n{head};return({tail}\n)}})", scan.TailStart, ";return(".Length);
            case EvalVariant.Body: return new($"{Function}(0,{key},()=>{{\n{script}\n}})");
            case EvalVariant.AsyncBodyWithValue:
                return new($"{Function}(0,{key},async()=>{{\n{head};return({tail}\n)}})", scan.TailStart, ";return(".Length);
            case EvalVariant.AsyncBody: return new($"{Function}(0,{key},async()=>{{\n{script}\n}})");
            default: return new($"typeof {Function}=='function'?{Function}(3,{key}):'{(char)EvalKind.NoBridge}'");
        }
    }
}

/// <summary>A program's text and what was put into the script's lines.</summary>
/// <param name="Text">For <c>IWebViewBackend.Evaluate</c>.</param>
/// <param name="InsertedAt">Where in the script text was put in, or -1.</param>
/// <param name="InsertedLength">How much.</param>
internal readonly record struct EvalProgram(string Text, int InsertedAt = -1, int InsertedLength = 0);
