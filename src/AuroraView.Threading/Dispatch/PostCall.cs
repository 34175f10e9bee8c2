using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>A call nobody waits for. Calls that have run are kept for the next ones, up to a bound.</summary>
internal sealed class PostCall<TState> : Call
{
    private const int MostSpares = 4096;

    private static ShortLock s_lock;
    private static PostCall<TState>? s_spares;
    private static int s_spareCount;

    private Action<TState>? _function;
    private TState? _argument;

    internal override bool IsRest => typeof(TState) == typeof(Rest);

    internal override bool HasCaller => _argument is IRefusableWork;

    internal override object Work => _function is { } function ? FunctionName.WorkOf(function, _argument) : "a call";

    internal static PostCall<TState> Rent(Action<TState> function, TState argument)
    {
        s_lock.Enter();
        var call = s_spares;
        if (call is not null)
        {
            s_spares = (PostCall<TState>?)call.Next;
            s_spareCount--;
        }

        s_lock.Exit();
        call ??= new PostCall<TState>();
        call.Next = null;
        call._function = function;
        call._argument = argument;
        call.Reset();
        return call;
    }

    internal override void Execute() => _function!(_argument!);

    internal override bool Finish(Exception? error)
    {
        _ = error is null ? TryComplete() : TryFail();
        Return();
        return error is null;
    }

    internal override bool Refuse(Exception error)
    {
        if (!TryCancel())
            return false;
        WaitGraph.Unlink(this);
        var (queue, argument) = (Queue, _argument);
        Return();
        (argument as IRefusableWork)?.OnRefused(error);
        if (argument is not Rest rest)
            return true;
        queue!.OnRestCameLate(rest);
        // Else its work is told.
        return rest.Context.Work is null;
    }

    private void Return()
    {
        _function = null;
        _argument = default;
        Queue = null;
        Producer = null;
        s_lock.Enter();
        if (s_spareCount < MostSpares)
        {
            Next = s_spares;
            s_spares = this;
            s_spareCount++;
        }

        s_lock.Exit();
    }
}
