using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>
/// Brings the rest of an async method back to the queue's thread. One made for a page's request keeps the request's name on what
/// it posts, so that a wait which depends on the request can serve it.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="origin">The page's request.</param>
/// <param name="work">The work that awaits, if its end is told to a caller.</param>
internal sealed class DispatcherSynchronizationContext(CallQueue queue, WaitOrigin? origin, IOpenWork? work = null) : SynchronizationContext
{
    internal CallQueue Queue => queue;

    internal WaitOrigin? Origin => origin;

    internal IOpenWork? Work => work;

    /// <summary>Queues the call. From any thread. Never throws: see <see cref="Rest"/>.</summary>
    public override void Post(SendOrPostCallback d, object? state) => queue.PostRest(new Rest(d, state, this));

    /// <summary>Runs the call on the queue's thread and waits for it, with the default timeout. From any thread.</summary>
    /// <exception cref="ThreadSafetyException">It was not run, or not in time.</exception>
    public override void Send(SendOrPostCallback d, object? state) =>
        queue.Invoke(static work => { work.Callback(work.State); return true; }, (Callback: d, State: state), queue.DefaultTimeout, CancellationToken.None);

    /// <summary>The context itself: it has no state of its own.</summary>
    public override SynchronizationContext CreateCopy() => this;
}
