namespace AuroraView.Views;

/// <summary>
/// News of one kind, of which a page can make as many as it likes. So many wait for their handlers; beyond that the newest takes the place of the one before,
/// so the last is always told.
/// </summary>
/// <remarks>News are added on the WebView thread alone.</remarks>
/// <param name="raise">Queues an event.</param>
/// <param name="most">How many wait before that.</param>
internal sealed class NewsLane(Action<Action> raise, int most)
{
    private Action? _last;
    private int _waiting;

    internal void Add(Action news)
    {
        // As long as the last one waits, everything newer takes its place: nothing overtakes.
        if (Volatile.Read(ref _last) is null && Volatile.Read(ref _waiting) < most)
        {
            Interlocked.Increment(ref _waiting);
            raise(() =>
            {
                Interlocked.Decrement(ref _waiting);
                news();
            });
        }
        else if (Interlocked.Exchange(ref _last, news) is null)
        {
            raise(() => Interlocked.Exchange(ref _last, null)?.Invoke());
        }
    }
}
