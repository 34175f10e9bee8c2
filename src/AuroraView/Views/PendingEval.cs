using AuroraView.Bridge;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>An evaluation whose result somebody may be waiting for: a thread, a task, or nobody.</summary>
/// <param name="id">Its number.</param>
/// <param name="script">What is evaluated.</param>
/// <param name="page">The page that owes the answer.</param>
/// <param name="continuation">Runs once the outcome is there, on the thread that brought it; any thread may bring it as soon as the evaluation can be found.</param>
internal sealed class PendingEval(long id, string script, WaitParty page, Action<PendingEval>? continuation) : PartyTarget(page)
{
    private const int Open = 0;
    private const int Settling = 1;
    private const int Settled = 2;

    private int _state;
    private EvalResult? _result;
    private Exception? _error;

    internal long Id { get; } = id;

    internal string Script { get; } = script;

    /// <summary>What is done to get the result. Made by the sender, then used on the WebView thread.</summary>
    internal EvalAttempt? Attempt { get; set; }

    /// <summary>The document in which it runs; 0 until it is sent.</summary>
    internal long Document { get; set; }

    /// <summary>Whether it went to the page.</summary>
    internal bool WasSent => Volatile.Read(ref _sent);

    /// <summary>Whether the script has run and its value is a promise that is not settled.</summary>
    internal bool WaitsForPromise
    {
        get => Volatile.Read(ref _waits);
        set => Volatile.Write(ref _waits, value);
    }

    private bool _sent;
    private bool _waits;

    /// <summary>About how many bytes it takes: its text here, and once more on the way.</summary>
    internal int Weight => (int)Math.Min(4L * Script.Length, int.MaxValue / 2);

    private int _holds = 2;

    /// <summary>Says that one of the two that hold it lets go: the wait for its outcome, and its way through the queue, the engine and back.</summary>
    /// <returns>Whether that was the second.</returns>
    internal bool LetGo() => Interlocked.Decrement(ref _holds) == 0;

    internal override WaitNodeKind Kind => WaitNodeKind.Evaluation;

    internal override bool IsCompleted => Volatile.Read(ref _state) == Settled;

    internal Exception? Error => _error;

    internal EvalResult? Result => _result;

    internal void MarkSent() => Volatile.Write(ref _sent, true);

    /// <summary>Settles it, unless it is settled.</summary>
    internal bool TrySettle(EvalResult? result, Exception? error)
    {
        if (Interlocked.CompareExchange(ref _state, Settling, Open) != Open)
            return false;
        _result = result;
        _error = error;
        Interlocked.Exchange(ref _state, Settled);
        if (Origin is not null)
            WaitGraph.Unlink(this);
        SignalWaiter();
        continuation?.Invoke(this);
        return true;
    }

    internal override Description Describe() => $"'{JavaScriptException.Excerpt(Script)}' in {Party.Describe()}";
}
