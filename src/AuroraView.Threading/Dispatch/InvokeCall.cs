using System.Runtime.ExceptionServices;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>A call for whose result the calling thread waits. One a thread and type is kept, so that a call allocates nothing.</summary>
internal sealed class InvokeCall<TState, TResult> : Call
{
    [ThreadStatic]
    private static InvokeCall<TState, TResult>? t_spare;

    private Func<TState, TResult>? _function;
    private TState? _argument;
    private TResult? _result;
    private ExceptionDispatchInfo? _error;

    internal override object Work => _function is { } function ? FunctionName.WorkOf(function, _argument) : "a call";

    internal static InvokeCall<TState, TResult> Rent(Func<TState, TResult> function, TState argument)
    {
        var call = t_spare ?? new InvokeCall<TState, TResult>();
        t_spare = null;
        call._function = function;
        call._argument = argument;
        call.Reset();
        return call;
    }

    internal override void Execute() => _result = _function!(_argument!);

    internal override bool Finish(Exception? error)
    {
        if (error is null)
        {
            if (TryComplete())
                SignalWaiter();
            return true;
        }

        _error = ExceptionDispatchInfo.Capture(error);
        if (!TryFail())
            return false;
        SignalWaiter();
        return true;
    }

    internal override bool Refuse(Exception error)
    {
        // Before the state says that there is an outcome: the caller may look at any moment.
        _error = ExceptionDispatchInfo.Capture(error);
        if (!TryCancel())
            return false;
        WaitGraph.Unlink(this);
        SignalWaiter();
        return true;
    }

    /// <summary>The outcome of a call that is completed, failed or refused. Ends the caller's use of the call.</summary>
    internal TResult TakeResult()
    {
        var error = _error;
        var result = _result;
        // A cancelled call may still be in the owner's hands for a moment; only one that ran to its end is free.
        if (State is CallState.Completed or CallState.Failed)
        {
            _function = null;
            _argument = default;
            _result = default;
            _error = null;
            Queue = null;
            Producer = null;
            t_spare = this;
        }

        error?.Throw();
        return result!;
    }
}
