namespace AuroraView.Threading.Waiting;

/// <summary>
/// Stops one thread until another lets it go on: the only place in the product where a thread blocks.
/// </summary>
/// <remarks>
/// One token, binary: an <see cref="Unpark"/> that comes first makes the next <see cref="Park"/> return at once. A park
/// may also return for no reason, so every caller looks at its condition again. Whatever was written before an unpark is seen
/// after the park that it ended.
/// </remarks>
internal abstract class Parker
{
    /// <summary>A parker that uses what the system has: a futex, an address wait, or else a monitor.</summary>
    internal static Parker Create()
    {
        if (FutexParker.IsSupported)
            return new FutexParker();
        return AddressWaitParker.IsSupported ? new AddressWaitParker() : new MonitorParker();
    }

    /// <summary>Blocks the calling thread, which must be the parker's own, until a token comes or the time is over.</summary>
    /// <param name="timeout">A bound, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    internal abstract void Park(TimeSpan timeout);

    /// <summary>Leaves a token. From any thread; never blocks.</summary>
    internal abstract void Unpark();
}
