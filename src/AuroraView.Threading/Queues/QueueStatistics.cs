namespace AuroraView.Threading.Queues;

/// <summary>What has gone through a queue so far.</summary>
/// <param name="Sent">Messages accepted, control messages included.</param>
/// <param name="Received">Messages taken by the consumer.</param>
/// <param name="Failed">Pushes that ended in an error.</param>
/// <param name="Dropped">Accepted messages that never reached the consumer, since the queue was closed.</param>
/// <param name="Coalesced">Accepted messages that a later one of the same key replaced.</param>
/// <param name="Retried">Times a push to the full queue was tried again.</param>
/// <param name="Depth">Messages queued now.</param>
/// <param name="InFlight">Messages taken and not completed.</param>
/// <param name="Peak">The greatest depth.</param>
internal readonly record struct QueueStatistics(
    long Sent, long Received, long Failed, long Dropped, long Coalesced, long Retried, int Depth, int InFlight, int Peak);
