namespace AuroraView.Threading;

/// <summary>The adapter of any .NET host with a <see cref="SynchronizationContext"/> on its main thread: WPF, Windows Forms, Avalonia, Unity.</summary>
public sealed class SynchronizationContextAdapter : IMainThreadAdapter
{
    private readonly SynchronizationContext _context;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private MainThreadDispatcher? _dispatcher;

    /// <summary>Captures a context. Called on the main thread.</summary>
    /// <param name="context">The host's context.</param>
    public SynchronizationContextAdapter(SynchronizationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
    }

    /// <inheritdoc/>
    public string Name => _context.GetType().Name;

    /// <inheritdoc/>
    public bool IsMainThread => Environment.CurrentManagedThreadId == _thread;

    /// <summary>Captures the calling thread's context.</summary>
    /// <exception cref="InvalidOperationException">The thread has none.</exception>
    public static SynchronizationContextAdapter ForCurrentThread() =>
        new(SynchronizationContext.Current ?? throw new InvalidOperationException(
            "This thread has no SynchronizationContext. Call this on the host's main thread once its loop runs, or use ExplicitPump."));

    /// <inheritdoc/>
    public void Attach(MainThreadDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <inheritdoc/>
    public void Wake() => _context.Post(static adapter => ((SynchronizationContextAdapter)adapter!)._dispatcher?.Pump(), this);
}
