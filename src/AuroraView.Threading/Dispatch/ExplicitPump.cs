namespace AuroraView.Threading;

/// <summary>
/// The adapter of a host that pumps by itself: a console program, a script, a game loop. It accepts calls at once, on its promise that the
/// main thread will call <see cref="MainThreadDispatcher.RunUntil(Func{bool}, TimeSpan, CancellationToken)"/> or <see cref="MainThreadDispatcher.Pump()"/>.
/// </summary>
public sealed class ExplicitPump : IMainThreadAdapter
{
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <inheritdoc/>
    public string Name => "explicit pump";

    /// <inheritdoc/>
    public bool IsMainThread => Environment.CurrentManagedThreadId == _thread;

    /// <inheritdoc/>
    public void Attach(MainThreadDispatcher dispatcher)
    {
    }

    /// <summary>Does nothing: a thread in <c>RunUntil</c> is woken directly, and one that calls <c>Pump</c> comes by itself.</summary>
    public void Wake()
    {
    }
}
