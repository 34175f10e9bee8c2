namespace AuroraView.Views;

/// <summary>
/// What a page may have pending at its host, in calls and in bytes: taken before a message is kept, given back once its handler has run, or never will.
/// </summary>
/// <param name="most">How many calls and events.</param>
/// <param name="mostBytes">How many bytes they may have together.</param>
internal sealed class PageBudget(int most, int mostBytes)
{
    // What a call takes besides its parameters.
    private const int Envelope = 512;

    private long _bytes;
    private int _count;

    internal int Most { get; } = most;

    internal int MostBytes { get; } = mostBytes;

    internal int Count => Volatile.Read(ref _count);

    internal long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Takes room. A message that is larger than all of it goes when nothing else is pending. On the WebView thread alone, so the look is true.</summary>
    internal bool TryTake(int bytes)
    {
        var before = Bytes;
        if (Count >= Most || (before > 0 && before + bytes + Envelope > MostBytes))
            return false;
        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _bytes, bytes + Envelope);
        return true;
    }

    /// <summary>Gives it back. From any thread.</summary>
    internal void Give(int bytes)
    {
        Interlocked.Decrement(ref _count);
        Interlocked.Add(ref _bytes, -(bytes + Envelope));
    }
}
