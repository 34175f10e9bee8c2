using AuroraView.Threading.Dispatch;

namespace AuroraView.Threading;

/// <summary>The adapter of any .NET host with a <see cref="SynchronizationContext"/> on its main thread: WPF, Windows Forms, Avalonia, Unity.</summary>
/// <remarks>
/// One post wakes for any number of calls. A context that runs the post on another thread cannot serve: what is queued is refused then, and so is what comes later, unless the
/// main thread pumps by itself.
/// </remarks>
public sealed class SynchronizationContextAdapter : IMainThreadAdapter
{
    private readonly SynchronizationContext _context;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private MainThreadDispatcher? _dispatcher;
    private string? _elsewhere;

    /// <summary>Captures a context. Called on the main thread.</summary>
    /// <param name="context">The host's context.</param>
    /// <exception cref="ArgumentException">It is the base class, which runs everything on the thread pool.</exception>
    public SynchronizationContextAdapter(SynchronizationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!CanServe(context))
            throw new ArgumentException("SynchronizationContext itself runs everything on the thread pool, never on the main thread. Give the host's own context, or use ExplicitPump.", nameof(context));
        _context = context;
    }

    /// <inheritdoc/>
    public string Name => _context.GetType().Name;

    /// <inheritdoc/>
    public bool IsMainThread => Environment.CurrentManagedThreadId == _thread;

    /// <inheritdoc/>
    public string? UnreachableBecause => _dispatcher is { HasPumped: true } ? null : Volatile.Read(ref _elsewhere);

    /// <summary>Captures the calling thread's context.</summary>
    /// <exception cref="InvalidOperationException">The thread has none that leads to it.</exception>
    public static SynchronizationContextAdapter ForCurrentThread() =>
        TryForCurrentThread() ?? throw new InvalidOperationException(
            "This thread has no SynchronizationContext that leads back to it. Call this on the host's main thread once its loop runs, or use ExplicitPump.");

    /// <inheritdoc/>
    public void Attach(MainThreadDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <inheritdoc/>
    public void Wake() => _context.Post(static adapter => ((SynchronizationContextAdapter)adapter!).OnWoken(), this);

    internal static SynchronizationContextAdapter? TryForCurrentThread() => SynchronizationContext.Current switch
    {
        // That of a call or of a page's request, inside another dispatcher of this thread: the dispatcher's own outlives it.
        DispatcherSynchronizationContext ours => new SynchronizationContextAdapter(ours.Queue.Context),
        { } context when CanServe(context) => new SynchronizationContextAdapter(context),
        _ => null,
    };

    // The base class posts to the thread pool: it says nothing of a main thread.
    private static bool CanServe(SynchronizationContext context) => context.GetType() != typeof(SynchronizationContext);

    // In the host's loop: what comes out of here would be the host's to catch.
    private void OnWoken()
    {
        if (_dispatcher is not { } dispatcher)
            return;
        if (dispatcher.IsMainThread)
        {
            dispatcher.Pump();
            return;
        }

        if (dispatcher.HasPumped)
            return;
        Volatile.Write(
            ref _elsewhere,
            $"The SynchronizationContext '{Name}' runs what is posted to it on other threads than the one that made the dispatcher, so nothing would ever run this call. " +
            "Make the dispatcher on the thread of the host's loop, pump with RunUntil or Pump, or give the dispatcher an IMainThreadAdapter for this host. See docs/threading.md.");
        dispatcher.Queue.RefuseQueued(_elsewhere);
    }
}
