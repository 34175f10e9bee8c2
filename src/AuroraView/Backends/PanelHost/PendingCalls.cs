using AuroraView.Threading.Waiting;

namespace AuroraView.Backends.PanelHost;

/// <summary>The calls that a panel host has not answered: what has to be answered if it dies. From any thread.</summary>
internal sealed class PendingCalls
{
    private readonly HashSet<long> _evaluations = [];
    private readonly HashSet<long> _captures = [];
    private ShortLock _lock;

    public void AddEvaluation(long id) => Add(_evaluations, id);

    public void AddCapture(long id) => Add(_captures, id);

    public void RemoveEvaluation(long id) => Remove(_evaluations, id);

    public void RemoveCapture(long id) => Remove(_captures, id);

    /// <summary>Takes all of them, in the order of their numbers.</summary>
    public (long[] Evaluations, long[] Captures) TakeAll()
    {
        _lock.Enter();
        long[] evaluations = [.. _evaluations];
        long[] captures = [.. _captures];
        _evaluations.Clear();
        _captures.Clear();
        _lock.Exit();
        Array.Sort(evaluations);
        Array.Sort(captures);
        return (evaluations, captures);
    }

    private void Add(HashSet<long> calls, long id)
    {
        _lock.Enter();
        calls.Add(id);
        _lock.Exit();
    }

    private void Remove(HashSet<long> calls, long id)
    {
        _lock.Enter();
        calls.Remove(id);
        _lock.Exit();
    }
}
