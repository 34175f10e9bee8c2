namespace AuroraView.Threading.Dispatch;

/// <summary>An async function on a queue's thread. Its task ends with the function or, once, with the queue.</summary>
internal sealed class AsyncWork<TResult>(CallQueue queue, Delegate function, Func<Task<TResult>?> begin) : IOpenWork, INamedWork
{
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public string Name => FunctionName.Of(function);

    internal Task<TResult> Task => _completion.Task;

    /// <summary>Runs the function until it awaits. On the queue's thread.</summary>
    internal bool Begin()
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new DispatcherSynchronizationContext(queue, (outer as DispatcherSynchronizationContext)?.Origin, this));
        Task<TResult>? running;
        try
        {
            running = begin();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }

        if (running is { IsCompleted: false })
        {
            queue.Open(this);
            // At once where the function ends: a shutdown that comes right after must not call it unfinished.
            Then(running, OnEnded);
        }
        else
        {
            OnEnded(running ?? System.Threading.Tasks.Task.FromCanceled<TResult>(new CancellationToken(canceled: true)));
        }

        return true;
    }

    /// <summary>The call that begins the function: if it does not come to that, its outcome is the work's.</summary>
    internal void BeginsWith(Task<bool> call) => Then(call, call =>
    {
        if (!call.IsCompletedSuccessfully)
            SetFailure(call);
    });

    /// <inheritdoc/>
    public bool End(Exception error) => _completion.TrySetException(error);

    private static void Then<T>(Task<T> task, Action<Task<T>> next) =>
        task.ContinueWith(next, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private void OnEnded(Task<TResult> running)
    {
        queue.Done(this);
        if (running.IsCompletedSuccessfully)
            _completion.TrySetResult(running.GetAwaiter().GetResult());
        else
            SetFailure(running);
    }

    private void SetFailure(Task ended)
    {
        if (ended.Exception is { } error)
        {
            if (!_completion.TrySetException(error.InnerExceptions))
                queue.OnUnobserved(error.InnerExceptions[0], Name);
        }
        else
        {
            _completion.TrySetCanceled(new TaskCanceledException(ended).CancellationToken);
        }
    }
}
