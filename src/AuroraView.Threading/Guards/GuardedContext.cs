namespace AuroraView.Threading.Guards;

/// <summary>
/// The synchronisation context of a handler that is called on a thread without one: what the handler awaits goes on on the thread pool, and what an <c>async void</c> handler
/// throws later is reported. Without a context the runtime would end the process.
/// </summary>
internal sealed class GuardedContext : SynchronizationContext
{
    internal static GuardedContext Instance { get; } = new();

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => Background.Run(static rest => rest.Callback(rest.State), (Callback: d, State: state));

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;
}
