using System.Text;
using AuroraView.Engine;

namespace AuroraView.Bridge;

/// <summary>What comes after an answer of the engine's.</summary>
internal enum EvalStep
{
    /// <summary>Evaluate <see cref="EvalAttempt.Program"/>, which is another one now, under a new call id.</summary>
    Again,

    /// <summary>A promise: wait for <see cref="IPageMessageSink.OnEvalSettled"/> with this evaluation's id and document.</summary>
    Wait,

    /// <summary><see cref="EvalAttempt.Result"/> is there.</summary>
    Done,
}

/// <summary>
/// One evaluation of a user's script from its first program to its result. Not thread-safe: its owner
/// feeds it one answer at a time.
/// </summary>
/// <remarks>
/// A script runs at most once: a variant is followed by another only if the engine refused it, and the page's side
/// refuses a later one if an earlier had begun. A new document in between ends it as <see cref="EvalKind.OtherDocument"/>.
/// </remarks>
internal sealed class EvalAttempt
{
    private readonly long _id;
    private readonly long _document;
    private readonly string _script;
    private readonly ScriptScan _scan;
    private readonly EvalVariant[] _plan;
    private readonly (EvalProgram Program, string Failure)[] _failures;
    private int _attempt;
    private EvalProgram _program;

    /// <param name="id">Unique in the view, above 0; comes back with a promise's outcome.</param>
    /// <param name="document">The current document as its hello said, or 0 for whatever is there.</param>
    /// <param name="script">The user's script.</param>
    public EvalAttempt(long id, long document, string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        _id = id;
        _document = document;
        _script = script;
        _scan = ScriptScanner.Scan(script);
        _plan = EvalScript.Plan(_scan);
        _failures = new (EvalProgram, string)[_plan.Length];
        Prepare();
    }

    /// <summary>The evaluation's id.</summary>
    public long Id => _id;

    /// <summary>The text to give to <c>IWebViewBackend.Evaluate</c> with <see cref="EvalScript.SourceName"/>.</summary>
    public string Program => _program.Text;

    /// <summary>The result, once <see cref="EvalStep.Done"/> was returned.</summary>
    public EvalResult? Result { get; private set; }

    /// <summary>The engine answered.</summary>
    public EvalStep OnEvaluated(EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        switch (status)
        {
            case EvaluationStatus.PageGone: return Finish(new EvalOutcome(EvalKind.OtherDocument, default), _program);
            case EvaluationStatus.Failed when _plan[_attempt] != EvalVariant.Query:
                _failures[_attempt] = (_program, Encoding.UTF8.GetString(text));
                _attempt++;
                Prepare();
                return EvalStep.Again;
            case EvaluationStatus.Failed:
                return FinishWithError(Encoding.UTF8.GetString(text), _program);
        }

        EvalKind kind = text.IsEmpty ? EvalKind.Undefined : (EvalKind)text[0];
        switch (kind)
        {
            case EvalKind.Pending: return EvalStep.Wait;
            case EvalKind.Started: return FinishWithFailure(BegunAttempt(text[1..]));
            case EvalKind.Refused: return FinishWithFailure(RefusedAttempt());
            default: return Finish(new EvalOutcome(kind, text.IsEmpty ? default : text[1..].ToArray()), _program);
        }
    }

    /// <summary>The promise that the script gave is settled.</summary>
    public EvalStep Settle(EvalOutcome outcome) => Finish(outcome, _program);

    private void Prepare() => _program = EvalScript.Build(_script, _scan, _plan[_attempt], _id, _document, _attempt + 1);

    private EvalStep Finish(EvalOutcome outcome, EvalProgram program)
    {
        Result = new EvalResult(outcome, _script, program);
        return EvalStep.Done;
    }

    private EvalStep FinishWithError(string engineText, EvalProgram program)
    {
        Result = new EvalResult(ScriptError.FromEngine(engineText), _script, program);
        return EvalStep.Done;
    }

    private EvalStep FinishWithFailure(int attempt)
    {
        if (_attempt == 0) return FinishWithError("", _program);
        (EvalProgram program, string failure) = _failures[attempt];
        return FinishWithError(failure, program);
    }

    private int BegunAttempt(ReadOnlySpan<byte> digits)
    {
        bool isNumber = System.Buffers.Text.Utf8Parser.TryParse(digits, out int attempt, out _);
        return isNumber && attempt >= 1 && attempt <= _attempt ? attempt - 1 : RefusedAttempt();
    }

    // Every variant was refused by the parser: the user is told about the most natural one.
    private int RefusedAttempt()
    {
        EvalVariant natural = _scan.HasTopLevelAwait ? EvalVariant.AsyncBody : _scan.HasReturn ? EvalVariant.Body : EvalVariant.Program;
        int index = Array.IndexOf(_plan, natural);
        return index >= 0 && index < _attempt ? index : 0;
    }
}
