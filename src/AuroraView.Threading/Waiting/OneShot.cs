namespace AuroraView.Threading.Waiting;

/// <summary>Something that happens once, for one thread that waits for it.</summary>
internal sealed class OneShot(string what) : WaitTarget
{
    private int _set;

    internal override bool IsCompleted => Volatile.Read(ref _set) != 0;

    /// <summary>It happened. From any thread; again is harmless.</summary>
    internal void Set()
    {
        if (Interlocked.Exchange(ref _set, 1) == 0)
            SignalWaiter();
    }

    internal override void AddSuccessors(ref WaitWalk walk)
    {
    }

    internal override Description Describe() => what;
}
