namespace AuroraView.Hosting.Windows;

/// <summary>
/// Says when a wake is to be posted: one message stands for any number of wakes, and one that stays unanswered is posted again, ever more seldom. A host's loop may
/// throw messages away, so repeating is needed; a queue holds 10,000 messages, so it is bounded.
/// </summary>
/// <param name="clock">The clock of the intervals.</param>
internal sealed class WakePosts(TimeProvider clock)
{
    /// <summary>So many unanswered messages are never exceeded, however long the main thread is stuck.</summary>
    internal const int Most = 4_000;

    // The dispatcher repeats a wake four times a second.
    private const long FirstInterval = 200;
    private const long LongestInterval = 60_000;

    private int _unanswered;
    private long _dueAt;

    /// <summary>Whether the caller is to post a message now. From any thread.</summary>
    public bool TryBegin()
    {
        var now = Now;
        var count = Volatile.Read(ref _unanswered);
        if (count != 0 && (count >= Most || now < Volatile.Read(ref _dueAt)))
            return false;
        // Whoever comes second at this moment leaves it to the first.
        if (Interlocked.CompareExchange(ref _unanswered, count + 1, count) != count)
            return false;
        Volatile.Write(ref _dueAt, now + Math.Min(LongestInterval, FirstInterval << Math.Min(count, 20)));
        return true;
    }

    /// <summary>A wake has arrived, or the post failed: the next one is posted.</summary>
    public void Answered() => Volatile.Write(ref _unanswered, 0);

    private long Now => (long)clock.GetElapsedTime(0, clock.GetTimestamp()).TotalMilliseconds;
}
