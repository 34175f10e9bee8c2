using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>A call whose result is a task.</summary>
/// <param name="function">The function.</param>
/// <param name="argument">Its argument.</param>
/// <param name="cancellation">Takes the call back, or ends the wait for it.</param>
/// <param name="continuations">Where the task's continuations run: elsewhere, unless they are the product's own.</param>
internal sealed class AsyncCall<TState, TResult>(Func<TState, TResult> function, TState argument, CancellationToken cancellation, TaskCreationOptions continuations) : Call
{
    private readonly TaskCompletionSource<TResult> _completion = new(continuations);
    private CancellationTokenRegistration _registration;
    private TResult? _result;

    internal override object Work => FunctionName.WorkOf(function, argument);

    internal Task<TResult> Task => _completion.Task;

    /// <summary>Before the call starts, cancellation takes it back; after that it only ends the wait for it.</summary>
    internal void WatchCancellation()
    {
        if (cancellation.CanBeCanceled)
            _registration = cancellation.UnsafeRegister(static state => ((AsyncCall<TState, TResult>)state!).Cancel(), this);
        if (IsCompleted)
            _registration.Unregister();
    }

    internal override void Execute() => _result = function(argument);

    internal override bool Finish(Exception? error)
    {
        _registration.Unregister();
        if (error is null)
        {
            if (TryComplete())
                _completion.TrySetResult(_result!);
            return true;
        }

        if (!TryFail())
            return false;
        if (error is OperationCanceledException cancelled && cancelled.CancellationToken == cancellation && cancellation.IsCancellationRequested)
            _completion.TrySetCanceled(cancellation);
        else
            _completion.TrySetException(error);
        return true;
    }

    internal override bool Refuse(Exception error)
    {
        if (!TryCancel())
            return false;
        WaitGraph.Unlink(this);
        _registration.Unregister();
        _completion.TrySetException(error);
        return true;
    }

    private void Cancel()
    {
        if (TryCancel())
            Queue?.Remove(this);
        else if (!TryAbandon())
            return;
        _completion.TrySetCanceled(cancellation);
    }
}
