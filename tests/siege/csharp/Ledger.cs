using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AuroraView.Threading;

namespace AuroraView.Siege;

/// <summary>What was called in a round and how it ended: each call once, in its time, with a result or one of the documented errors.</summary>
internal sealed class Ledger(SiegeHost host)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<string> _log = [];
    private readonly ConcurrentQueue<(string What, Task Task)> _tasks = [];
    private readonly ConcurrentQueue<string> _problems = [];
    private readonly ConcurrentDictionary<string, int> _outcomes = [];
    private int _calls;

    public int Calls => _calls;

    /// <summary>How often each outcome was met.</summary>
    public string Outcomes => string.Join(" ", _outcomes.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}:{each.Value}"));

    public string? Problem => _problems.TryPeek(out var first) ? first : null;

    public string Log => string.Join('\n', _log);

    public void Note(string text) => _log.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_start).TotalSeconds,7:0.000} {Thread.CurrentThread.Name,-8} {text}"));

    public void Wrong(string text)
    {
        Note("WRONG: " + text);
        _problems.Enqueue(text);
    }

    /// <summary>A call that ends: its limit is the caller's, lengthened where the machine is busy.</summary>
    public void Call(string what, TimeSpan limit, Action call)
    {
        Interlocked.Increment(ref _calls);
        var start = Stopwatch.GetTimestamp();
        var outcome = "ok";
        try
        {
            call();
        }
        catch (Exception error)
        {
            outcome = Judge(what, error);
        }

        var took = Stopwatch.GetElapsedTime(start);
        host.AskedFor(took);
        _outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
        Note(string.Create(CultureInfo.InvariantCulture, $"{what}: {outcome}, {took.TotalMilliseconds:0} ms"));
        if (took > limit + host.Allowance)
            Wrong(string.Create(CultureInfo.InvariantCulture, $"{what} took {took.TotalSeconds:0.0} s; its limit is {limit.TotalSeconds:0.0} s, and {host.Allowance.TotalSeconds:0.0} s for the machine"));
    }

    /// <summary>A task that has to end when its panel is closed, at the latest.</summary>
    public void Track(string what, Func<Task> begin)
    {
        Interlocked.Increment(ref _calls);
        try
        {
            _tasks.Enqueue((what, begin()));
        }
        catch (Exception error)
        {
            Note($"{what}: {Judge(what, error)}");
        }
    }

    /// <summary>Once everything is closed: whether each task has ended, or does soon.</summary>
    public bool TasksEnded => _tasks.All(each => each.Task.IsCompleted);

    public void JudgeTasks()
    {
        foreach (var (what, task) in _tasks)
        {
            if (!task.IsCompleted)
                Wrong($"{what}: its task has not ended though its panel is closed");
            else if (task.Exception is { } error)
                _outcomes.AddOrUpdate(Judge(what, error.InnerException!), 1, static (_, count) => count + 1);
        }
    }

    private string Judge(string what, Exception error)
    {
        var isKnown = error is ThreadDispatchTimeoutException or DeadlockDetectedException or ShutdownInProgressException or QueueFullException or WaitTimeoutException
            or JavaScriptException or JavaScriptResultException or BridgeException or OperationCanceledException;
        if (!isKnown)
            Wrong($"{what} threw {error}");
        return error.GetType().Name.Replace("Exception", "", StringComparison.Ordinal) + (error is BridgeException bridge ? "." + bridge.Code : "");
    }
}
