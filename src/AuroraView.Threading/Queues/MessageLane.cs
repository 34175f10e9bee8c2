namespace AuroraView.Threading.Queues;

/// <summary>The two ends of a list of slots. Guarded by the queue's lock.</summary>
internal struct MessageLane
{
    private int _firstPlusOne;
    private int _lastPlusOne;

    /// <summary>The index of the oldest slot, or -1.</summary>
    internal int First
    {
        readonly get => _firstPlusOne - 1;
        set => _firstPlusOne = value + 1;
    }

    /// <summary>The index of the youngest slot, or -1.</summary>
    internal int Last
    {
        readonly get => _lastPlusOne - 1;
        set => _lastPlusOne = value + 1;
    }

    internal int Count { get; set; }
}
