namespace AuroraView.Bridge;

/// <summary>A way to evaluate a script. Each is refused by the engine's parser, before anything runs, where the script does not have its form.</summary>
internal enum EvalVariant
{
    /// <summary>The script is one expression.</summary>
    Expression,

    /// <summary>The script is one expression that awaits.</summary>
    AsyncExpression,

    /// <summary>Statements as a plain program, so that what they declare is global; the last one is an expression and gives the value.</summary>
    ProgramWithValue,

    /// <summary>A plain program without a value.</summary>
    Program,

    /// <summary>A function's body whose last statement gives the value: for a repeated <c>let</c>.</summary>
    BodyWithValue,

    /// <summary>A function's body: for <c>return</c>.</summary>
    Body,

    /// <summary>Like <see cref="BodyWithValue"/>, and awaits.</summary>
    AsyncBodyWithValue,

    /// <summary>Like <see cref="Body"/>, and awaits.</summary>
    AsyncBody,

    /// <summary>Runs nothing: asks the page whether an earlier variant had begun.</summary>
    Query,
}
