using System.Runtime.ExceptionServices;

namespace AuroraView.Threading.Tests;

/// <summary>A thread of a test: started at once, its exception kept for the test.</summary>
internal sealed class Worker
{
    private readonly Thread _thread;
    private Exception? _error;

    private Worker(Action work, string? name)
    {
        _thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception error)
            {
                _error = error;
            }
        }) { IsBackground = true, Name = name };
        _thread.Start();
    }

    internal int Id => _thread.ManagedThreadId;

    internal static Worker Start(Action work, string? name = null) => new(work, name);

    /// <summary>What a function returns on a thread of its own.</summary>
    internal static T Run<T>(Func<T> function)
    {
        var result = default(T);
        Start(() => result = function()).Join();
        return result!;
    }

    /// <summary>Waits for the end; throws what the work threw.</summary>
    internal void Join()
    {
        if (JoinError() is { } error)
            ExceptionDispatchInfo.Throw(error);
    }

    internal Exception? JoinError() => JoinErrorOrTimeout() is TimeoutException { Source: null } timeout ? throw timeout : _error;

    /// <summary>The same, where a thread that does not end is an error like any other.</summary>
    internal Exception? JoinErrorOrTimeout() => _thread.Join(Bound.Generous) ? _error : new TimeoutException($"The thread {_thread.Name} did not end.");

    /// <summary>Waits for a condition that another thread makes true and that nothing signals.</summary>
    internal static void Until(Func<bool> condition)
    {
        if (!SpinWait.SpinUntil(condition, Bound.Generous))
            throw new TimeoutException("The condition did not come true.");
    }

    /// <summary>
    /// For a loop that ends by what others do and never leaves managed code: leaves it for a moment. Under Wine the runtime cannot stop a thread that stays there, so a
    /// collection would wait for that thread, everybody else for the collection, and the thread for everybody else (docs/maintainers.md).
    /// </summary>
    internal static void LetOthersCollect() => Thread.Yield();
}
