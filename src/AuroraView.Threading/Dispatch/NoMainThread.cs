namespace AuroraView.Threading;

/// <summary>
/// The adapter if no host was found. Calls that come before the program pumps wait up to a second for that, then they are refused: they would never run.
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
        : "No main thread can be reached: no supported host was found, and no thread pumps. Call MainThreadDispatcher.RunUntil or Pump on the main thread, " +
          "or give the dispatcher an IMainThreadAdapter for this host. See docs/threading.md.";

    /// <inheritdoc/>
    public bool AwaitsFirstPump => true;

    /// <inheritdoc/>
    public void Attach(MainThreadDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <summary>Does nothing: a program that pumps comes by itself.</summary>
    public void Wake()
    {
    }
}
