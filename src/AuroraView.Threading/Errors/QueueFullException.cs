using System.Globalization;

namespace AuroraView.Threading;

/// <summary>A message was refused because its queue is full. It was not queued.</summary>
public sealed class QueueFullException : ThreadSafetyException
{
    private const string Page = "docs/queues.md";

    internal QueueFullException(string queue, int capacity, long? bytes, int retries, TimeSpan waited, string? hint)
        : base(Text(queue, capacity, bytes, retries, waited, hint), Page)
    {
        Queue = queue;
        Capacity = capacity;
        Retries = retries;
    }

    /// <summary>The queue's name.</summary>
    public string Queue { get; }

    /// <summary>The limit, in messages; for the channel to the panel host in bytes.</summary>
    public int Capacity { get; }

    /// <summary>How often the push was tried again.</summary>
    public int Retries { get; }

    private static string Text(string queue, int capacity, long? bytes, int retries, TimeSpan waited, string? hint)
    {
        var tried = retries > 0
            ? string.Create(CultureInfo.InvariantCulture, $" after {retries} retries in {waited.TotalMilliseconds:0} ms")
            : waited > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $" after {waited.TotalMilliseconds:0} ms") : "";
        // What is on its way counts as well, so the queue itself may hold less.
        var full = bytes is { } held ? string.Create(CultureInfo.InvariantCulture, $"full (limit {capacity} messages; {held} bytes are on their way)")
            : string.Create(CultureInfo.InvariantCulture, $"full with {capacity} messages");
        hint ??= "Its consumer is slower than its producers, or does not run. Send less, coalesce progress, or raise ThreadSafetyOptions.QueueCapacity"
            + (bytes is null ? "." : " and QueueBytes.");
        return $"The message was not sent, because the {queue} is {full}{tried}. {hint} See {Page}.";
    }
}
