namespace AuroraView.Threading;

/// <summary>
/// The adapter where no host was found: calls are refused until somebody pumps, since they would never be run.
/// </summary>
public sealed class NoMainThread : IMainThreadAdapter
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private MainThreadDispatcher? _dispatcher;

    /// <inheritdoc/>
    public string Name => "no host";

    /// <inheritdoc/>
    public bool IsMainThread => Environment.CurrentManagedThreadId == _thread;

    /// <inheritdoc/>
    public string? UnreachableBecause => _dispatcher is { HasPumped: true }
        ? null
        : "No main thread can be reached: no supported host was found, and nobody pumps. Call MainThreadDispatcher.RunUntil or Pump on the main thread, " +
          "or give the dispatcher an IMainThreadAdapter for this host. See docs/threading.md.";

    /// <inheritdoc/>
    public void Attach(MainThreadDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <summary>Does nothing: whoever pumps comes by himself.</summary>
    public void Wake()
    {
    }
}
