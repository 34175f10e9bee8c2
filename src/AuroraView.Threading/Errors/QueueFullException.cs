using System.Globalization;

namespace AuroraView.Threading;

/// <summary>A message was refused because the queue it was for is full. It was not queued.</summary>
public sealed class QueueFullException : ThreadSafetyException
{
    internal QueueFullException(string queue, int capacity, long? bytes, int retries, TimeSpan waited, string? hint)
        : base(Text(queue, capacity, bytes, retries, waited, hint))
    {
        Queue = queue;
        Capacity = capacity;
        Retries = retries;
    }

    /// <summary>The queue's name.</summary>
    public string Queue { get; }

    /// <summary>How many messages it holds.</summary>
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
        hint ??= "Its consumer is slower than its producers or stands still: send less, coalesce progress, or raise ThreadSafetyOptions.QueueCapacity"
            + (bytes is null ? "." : " and QueueBytes.");
        return $"The {queue} is {full}{tried}: the message was not sent. {hint}";
    }
}
