using System.Runtime.CompilerServices;
using AuroraView.Threading.Locking;

namespace AuroraView.Threading.Waiting;

/// <summary>Blocking waits that end: they have a limit, are in the wait graph, and serve what they depend on. Use them instead of <c>Task.Wait</c>, <c>Result</c> and <c>Thread.Join</c>.</summary>
public static class WaitFor
{
    private const string Kind = "wait for a task";

    /// <summary>
    /// Blocks the calling thread until a task has ended. On a thread with a dispatcher it runs, nested, the calls which the task turns out to depend on, and
    /// only those; that is known for tasks of <see cref="TrackedTask"/>.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="timeout">How long; see <see cref="WaitTime"/>. <see langword="null"/> for the default of <see cref="ThreadSafetyOptions.MainThreadTimeout"/>.</param>
    /// <param name="cancellation">Ends the wait; the task goes on.</param>
    /// <param name="what">What the task is, for errors and reports: the caller's own words for it, unless given.</param>
    /// <exception cref="WaitTimeoutException">The task did not end in time. It goes on.</exception>
    /// <exception cref="DeadlockDetectedException">The task waits, in a way that cannot be served, for the calling thread.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> or the task was cancelled.</exception>
    /// <exception cref="LockOrderException">The calling thread holds an ordered lock; see <see cref="LockOrder"/>.</exception>
    /// <remarks>What the task threw is thrown as it is, with its original stack.</remarks>
    public static void Task(
        Task task, TimeSpan? timeout = null, CancellationToken cancellation = default, [CallerArgumentExpression(nameof(task))] string? what = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        Block(task, timeout, cancellation, what);
        task.GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Task(System.Threading.Tasks.Task, TimeSpan?, CancellationToken, string?)"/>
    /// <returns>The task's result.</returns>
    public static TResult Task<TResult>(
        Task<TResult> task, TimeSpan? timeout = null, CancellationToken cancellation = default, [CallerArgumentExpression(nameof(task))] string? what = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        Block(task, timeout, cancellation, what);
        return task.GetAwaiter().GetResult();
    }

    private static void Block(Task task, TimeSpan? timeout, CancellationToken cancellation, string? what)
    {
        var limit = timeout is { } given ? WaitTime.Check(given, nameof(timeout)) : ThreadSafetyOptions.Default.MainThreadTimeout;
        LockOrder.BeforeWaiting(Kind);
        if (task.IsCompleted)
            return;
        var clock = TimeProvider.System;
        var now = clock.GetTimestamp();
        using var target = new TaskTarget(task, what);
        switch (Waits.Wait(target, Kind, Deadline.In(limit, clock, now), cancellation, clock, now))
        {
            case WaitOutcome.Cancelled:
                throw new OperationCanceledException(cancellation);
            case WaitOutcome.TimedOut when !task.IsCompleted:
                throw new WaitTimeoutException(target.Describe().ToString(), limit, WaitReport.Neighbours(null));
            default:
                break;
        }
    }
}
