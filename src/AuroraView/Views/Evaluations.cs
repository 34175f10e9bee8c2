using System.Collections.Concurrent;
using AuroraView.Bridge;
using AuroraView.Engine;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>
/// The evaluations that have no result yet. What nobody waits for any more is forgotten at once, so a page that never answers does
/// not fill the memory, and a late result finds nobody.
/// </summary>
internal sealed class Evaluations(IWebViewBackend backend, WaitParty page, Func<long> nextId, Func<long> currentDocument, Action<PendingEval> giveBack)
{
    private readonly ConcurrentDictionary<long, PendingEval> _open = new();

    // By the engine's call: one script may need several programs, a call each.
    private readonly ConcurrentDictionary<long, PendingEval> _calls = new();

    internal int Count => _open.Count;

    /// <summary>Adds one. From now on it may be settled at any time, by whoever closes the view.</summary>
    /// <param name="script">What is evaluated.</param>
    /// <param name="continuation">Runs once the outcome is there, on the thread that brought it.</param>
    internal PendingEval Add(string script, Action<PendingEval>? continuation = null)
    {
        var pending = new PendingEval(nextId(), script, page, continuation);
        _open[pending.Id] = pending;
        return pending;
    }

    /// <summary>Sends an evaluation whose turn has come. By the sender.</summary>
    internal void Send(PendingEval pending)
    {
        if (pending.IsCompleted)
        {
            LetGo(pending);
            return;
        }

        pending.Document = currentDocument();
        pending.Attempt = new EvalAttempt(pending.Id, pending.Document, pending.Script);
        pending.MarkSent();
        Evaluate(pending);
    }

    /// <summary>The engine answered. On the WebView thread.</summary>
    internal void OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        if (!_calls.TryRemove(callId, out var pending))
            return;
        var step = pending.IsCompleted ? (EvalStep?)null : pending.Attempt!.OnEvaluated(status, text);
        if (step != EvalStep.Again)
            LetGo(pending);
        switch (step)
        {
            case EvalStep.Again:
                Evaluate(pending);
                break;
            case EvalStep.Done:
                Settle(pending);
                break;
            case EvalStep.Wait when pending.Document != currentDocument():
                // The document went between the answer and now: nobody will settle the promise.
                OnSettled(pending.Id, new EvalOutcome(EvalKind.OtherDocument, default));
                break;
            case EvalStep.Wait:
                pending.WaitsForPromise = true;
                break;
        }
    }

    /// <summary>A promise is settled. On the WebView thread.</summary>
    internal void OnSettled(long evalId, EvalOutcome outcome)
    {
        if (!_open.TryGetValue(evalId, out var pending) || pending.Attempt is not { } attempt)
            return;
        _ = attempt.Settle(outcome);
        Settle(pending);
    }

    /// <summary>Only one document is left: what ran in others gets no result any more. On the WebView thread.</summary>
    internal void OnDocumentGone(long current)
    {
        foreach (var pending in _open.Values)
        {
            if (pending.WasSent && pending.Document != current)
                OnSettled(pending.Id, new EvalOutcome(EvalKind.OtherDocument, default));
        }
    }

    /// <summary>Nobody waits for it any more.</summary>
    /// <returns>Whether it was still open: its outcome is <paramref name="error"/> then.</returns>
    internal bool TryGiveUp(PendingEval pending, Exception error)
    {
        if (!pending.TrySettle(null, error))
            return false;
        _open.TryRemove(pending.Id, out _);
        LetGo(pending);
        return true;
    }

    /// <summary>Fails every one.</summary>
    /// <returns>How many there were.</returns>
    internal int FailAll(Func<Exception> error) => Fail(error, waitingOnly: false);

    /// <summary>Fails those whose script has run and waits for a promise.</summary>
    /// <returns>How many there were.</returns>
    internal int FailWaiting(Func<Exception> error) => Fail(error, waitingOnly: true);

    private int Fail(Func<Exception> error, bool waitingOnly)
    {
        var failed = 0;
        foreach (var pending in _open.Values)
        {
            if ((!waitingOnly || pending.WaitsForPromise) && TryGiveUp(pending, error()))
                failed++;
        }

        return failed;
    }

    private void Evaluate(PendingEval pending)
    {
        var call = nextId();
        _calls[call] = pending;
        backend.Evaluate(call, pending.Attempt!.Program, EvalScript.SourceName);
    }

    private void Settle(PendingEval pending)
    {
        _open.TryRemove(pending.Id, out _);
        if (pending.TrySettle(pending.Attempt!.Result, null))
            LetGo(pending);
    }

    private void LetGo(PendingEval pending)
    {
        if (pending.LetGo())
            giveBack(pending);
    }
}
