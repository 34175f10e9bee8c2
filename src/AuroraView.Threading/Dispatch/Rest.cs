namespace AuroraView.Threading.Dispatch;

/// <summary>The rest of an async function, which an <c>await</c> sends back to the thread where the function began.</summary>
/// <remarks>
/// It cannot be refused: an exception out of the post would come out of the runtime, where no code can catch it. So each ends once: on its own thread; if that thread has
/// ended, as the owner of the queue decides (<see cref="ICallQueueOwner.OnRestCameLate"/>).
/// </remarks>
/// <param name="callback">What runs it.</param>
/// <param name="state">Given to it.</param>
/// <param name="context">Where it was to come back to.</param>
internal readonly struct Rest(SendOrPostCallback callback, object? state, DispatcherSynchronizationContext context) : INamedWork
{
    /// <inheritdoc/>
    public string Name => Thrown is not null ? "an async void function" : state is Delegate function ? FunctionName.OfRest(function) : $"the rest of {FunctionName.Of(callback)}";

    /// <summary>Where it was to come back to.</summary>
    internal DispatcherSynchronizationContext Context => context;

    /// <summary>What an <c>async void</c> function threw: the runtime sends that to the context to be thrown there.</summary>
    internal Exception? Thrown => (state as System.Runtime.ExceptionServices.ExceptionDispatchInfo)?.SourceException;

    /// <summary>Runs it; what it awaits comes back to the same context.</summary>
    internal void Run()
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            callback(state);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }
}
