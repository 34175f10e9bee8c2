namespace AuroraView.Threading;

/// <summary>Settings of the thread-safety core: the RFC's five and those that its promises need. RFC 0002, "Rust-Side Timeout Configuration". Immutable.</summary>
public sealed record ThreadSafetyOptions
{
    /// <summary>The RFC's defaults.</summary>
    public static ThreadSafetyOptions Default { get; } = new();

    /// <summary>How long a sync JavaScript evaluation may take. Default 5 s. See <see cref="WaitTime"/> for what other values mean.</summary>
    public TimeSpan JsEvalTimeout { get; init => field = WaitTime.Check(value, nameof(JsEvalTimeout)); } = TimeSpan.FromSeconds(5);

    /// <summary>How long a sync call to the main thread may take. Default 30 s.</summary>
    public TimeSpan MainThreadTimeout { get; init => field = WaitTime.Check(value, nameof(MainThreadTimeout)); } = TimeSpan.FromSeconds(30);

    /// <summary>How often a push to a full queue is tried again. Default 3.</summary>
    public int MaxRetries { get; init => field = AtLeast(value, 0, nameof(MaxRetries)); } = 3;

    /// <summary>The time between two such tries. Default 100 ms.</summary>
    public TimeSpan RetryDelay { get; init => field = AtLeast(value, TimeSpan.Zero, nameof(RetryDelay)); } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Whether lock order is verified, and what a violation does. The default is what <c>AURORAVIEW_LOCK_ORDER</c> or the AppContext
    /// switch <c>AuroraView.LockOrder</c> says, else <see cref="Locking.LockOrderMode.Throw"/> in debug builds and
    /// <see cref="Locking.LockOrderMode.Off"/> otherwise.
    /// </summary>
    public Locking.LockOrderMode LockOrder { get; init; } = Locking.LockOrderSwitch.Default;

    /// <summary>How long one pump may run calls before it gives the host its thread back. Default 8 ms.</summary>
    public TimeSpan PumpBudget { get; init => field = AtLeast(value, TimeSpan.Zero, nameof(PumpBudget)); } = TimeSpan.FromMilliseconds(8);

    /// <summary>With calls pending and none taken for this long, a thread is reported as stalled. Default 2 s.</summary>
    public TimeSpan StallAfter { get; init => field = AtLeast(value, TimeSpan.FromMilliseconds(1), nameof(StallAfter)); } = TimeSpan.FromSeconds(2);

    /// <summary>A wake of the host that stays unanswered for this long while calls are pending is sent again. Default 250 ms.</summary>
    public TimeSpan RekickAfter { get; init => field = AtLeast(value, TimeSpan.FromMilliseconds(1), nameof(RekickAfter)); } = TimeSpan.FromMilliseconds(250);

    /// <summary>How many messages may be on their way to a web view, queued or not yet taken by the page. Default 10,000.</summary>
    public int QueueCapacity { get; init => field = AtLeast(value, 1, nameof(QueueCapacity)); } = 10_000;

    /// <summary>How many bytes those messages may have together. Default 64 MiB. A message that is larger goes when nothing else is on its way.</summary>
    public int QueueBytes { get; init => field = AtLeast(value, 1, nameof(QueueBytes)); } = 64 * 1024 * 1024;

    /// <summary>What a push to a full queue does. Default <see cref="FullQueuePolicy.Retry"/>, with <see cref="MaxRetries"/> and <see cref="RetryDelay"/>.</summary>
    public FullQueuePolicy WhenQueueFull { get; init => field = Defined(value, nameof(WhenQueueFull)); } = FullQueuePolicy.Retry;

    /// <summary>How long a close waits for accepted work. Default 5 s.</summary>
    public TimeSpan DrainTimeout { get; init => field = WaitTime.Check(value, nameof(DrainTimeout)); } = TimeSpan.FromSeconds(5);

    private static FullQueuePolicy Defined(FullQueuePolicy value, string name) =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(name, value, "Fail, Retry or Wait.");

    private static int AtLeast(int value, int least, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }

    private static TimeSpan AtLeast(TimeSpan value, TimeSpan least, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }
}
