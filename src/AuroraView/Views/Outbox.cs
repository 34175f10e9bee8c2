using AuroraView.Threading;
using AuroraView.Threading.Queues;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>What waits for the page, in order: the view's message queue.</summary>
internal sealed class Outbox
{
    private readonly MessageQueue<Outbound> _queue;

    internal Outbox(ThreadSafetyOptions options, string owner, WaitParty page, TimeProvider clock) =>
        _queue = new MessageQueue<Outbound>($"queue of {owner}", options, wake: null, clock, static item => item.Weight) { ConsumerParty = page };

    internal int Count => _queue.Count;

    /// <summary>Messages with a weight that the page has not taken yet, and their bytes.</summary>
    internal (int Messages, long Bytes) Held => (_queue.Held, _queue.HeldBytes);

    internal QueueStatistics Statistics => _queue.Statistics;

    /// <summary>Queues something; a full queue is dealt with by its policy.</summary>
    /// <param name="item">What to send.</param>
    /// <param name="latestKey">What it is the latest value of: an older one that is still queued is replaced.</param>
    /// <param name="cancellation">Ends a wait for room.</param>
    /// <exception cref="QueueFullException">There was no room.</exception>
    /// <exception cref="ShutdownInProgressException">The view is closing.</exception>
    internal void Push(in Outbound item, string? latestKey, CancellationToken cancellation)
    {
        if (latestKey is null)
            _queue.Push(item.Held(this), cancellation);
        else if (_queue.PushLatest(latestKey, item.Held(this), out var replaced, cancellation))
            replaced.Recycle();
    }

    /// <summary>Queues what somebody waits for, whether there is room or not.</summary>
    /// <returns>Whether it was queued; <see langword="false"/> once the view is closed, when nobody is there to hear it.</returns>
    internal bool PushAlways(in Outbound item)
    {
        try
        {
            _queue.PushAlways(item.Held(this));
            return true;
        }
        catch (ShutdownInProgressException)
        {
            item.Recycle();
            return false;
        }
    }

    /// <summary>Whether there is room for the bytes of something. For answers, which get in in any case.</summary>
    internal bool HasBytesFor(in Outbound item) => _queue.HasBytesFor(item.Weight);

    /// <summary>The page has taken something, or never will.</summary>
    internal void GiveBack(int weight) => _queue.GiveBack(weight);

    /// <summary>Takes the next thing to send. By the sender.</summary>
    internal bool TryTake(out Outbound item)
    {
        if (!_queue.TryTake(out item))
            return false;
        _queue.Complete();
        return true;
    }

    /// <summary>Refuses new messages; what is queued still goes, and answers still get in.</summary>
    internal void Shutdown() => _queue.Shutdown();

    /// <summary>Refuses everything and gives back what is left.</summary>
    internal void Close()
    {
        var left = new List<Outbound>();
        _queue.Close(left);
        foreach (var item in left)
            item.Recycle();
    }
}
