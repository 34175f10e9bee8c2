using AuroraView.Threading.Dispatch;

namespace AuroraView.Threading.Waiting;

/// <summary>
/// Starts work on the thread pool whose thread the wait graph knows, and whose calls to other threads belong to it. A <see cref="WaitFor.Task"/> on the result can so
/// serve what the work needs from the waiting thread: main waits for a worker, the worker calls <c>Invoke</c> on main, and both go on.
/// </summary>
/// <remarks>All members may be used from any thread. What is started inside a handler of a page belongs to the page's request too.</remarks>
public static class TrackedTask
{
    /// <summary>Runs a function on the thread pool.</summary>
    /// <param name="function">What to run.</param>
    /// <param name="cancellation">Cancels the task if it has not started.</param>
    /// <returns>The task; it ends as the function does.</returns>
    public static Task Run(Action function, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Start<bool>(FunctionName.Of(function), () => { function(); return null; }, cancellation);
    }

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    public static Task<TResult> Run<TResult>(Func<TResult> function, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        var result = default(TResult);
        return Start(FunctionName.Of(function), () => { result = function(); return null; }, cancellation, () => result!);
    }

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    public static Task Run(Func<Task> function, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Start<bool>(FunctionName.Of(function), function, cancellation);
    }

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    public static Task<TResult> Run<TResult>(Func<Task<TResult>> function, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Task<TResult>? inner = null;
        return Start(FunctionName.Of(function), () => inner = function(), cancellation, () => inner!.Result);
    }

    private static Task<TResult> Start<TResult>(string name, Func<Task?> body, CancellationToken cancellation, Func<TResult>? result = null)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<TResult>(cancellation);
        var work = new TrackedWork(name);
        // The task carries its work as its state: that is how a wait finds the one from the other.
        var completion = new TaskCompletionSource<TResult>(work, TaskCreationOptions.RunContinuationsAsynchronously);
        WaitGraph.Open(work.Account);
        var outer = WaitOrigin.Current;
        if (outer is not null)
            WaitGraph.Link(outer, work);
        WaitOrigin.Current = work.Account;
        try
        {
            _ = Task.Run(() => RunAsync(work, body, completion, cancellation, result), CancellationToken.None);
        }
        finally
        {
            WaitOrigin.Current = outer;
        }

        return completion.Task;
    }

    private static async Task RunAsync<TResult>(
        TrackedWork work, Func<Task?> body, TaskCompletionSource<TResult> completion, CancellationToken cancellation, Func<TResult>? result)
    {
        Exception? error = null;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            work.Runner = ThreadNode.Current;
            Task? rest;
            try
            {
                rest = body();
            }
            finally
            {
                work.Runner = null;
            }

            if (rest is not null)
                await rest.ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            error = thrown;
        }

        WaitGraph.Close(work.Account);
        WaitGraph.Unlink(work);
        if (error is OperationCanceledException cancelled)
            completion.TrySetCanceled(cancelled.CancellationToken);
        else if (error is not null)
            completion.TrySetException(error);
        else
            completion.TrySetResult(result is null ? default! : result());
    }
}
