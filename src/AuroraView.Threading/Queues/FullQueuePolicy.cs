namespace AuroraView.Threading;

/// <summary>What a push to a full queue does.</summary>
public enum FullQueuePolicy
{
    /// <summary>It fails at once with <see cref="QueueFullException"/>.</summary>
    Fail,

    /// <summary>
    /// It is tried again, <see cref="ThreadSafetyOptions.MaxRetries"/> times, <see cref="ThreadSafetyOptions.RetryDelay"/> apart, and then
    /// fails. On a host's main thread it fails at once: that thread is never held up for a queue.
    /// </summary>
    Retry,

    /// <summary>It waits for room, up to <see cref="ThreadSafetyOptions.MainThreadTimeout"/>, on whatever thread it is, and then fails.</summary>
    Wait,
}
