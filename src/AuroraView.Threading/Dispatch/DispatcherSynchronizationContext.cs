using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>
/// Brings the rest of an async method back to the queue's thread. One made for a page's request keeps the request's name on what
/// it posts, so that a wait which depends on the request can serve it.
/// </summary>
internal sealed class DispatcherSynchronizationContext(CallQueue queue, WaitOrigin? origin) : SynchronizationContext
{
    /// <summary>Queues the call. From any thread.</summary>
    /// <exception cref="ShutdownInProgressException">The dispatcher is closed.</exception>
    public override void Post(SendOrPostCallback d, object? state) =>
        queue.PostFor(origin, null, static work => work.Callback(work.State), (Callback: d, State: state));

    /// <summary>Runs the call on the queue's thread and waits for it, with the default timeout. From any thread.</summary>
    public override void Send(SendOrPostCallback d, object? state) =>
        queue.Invoke(static work => { work.Callback(work.State); return true; }, (Callback: d, State: state), queue.DefaultTimeout, CancellationToken.None);

    /// <summary>The context itself: it has no state of its own.</summary>
    public override SynchronizationContext CreateCopy() => this;
}
