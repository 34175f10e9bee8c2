using AuroraView.Bridge;

namespace AuroraView.Views;

/// <summary>
/// Calls of one document in a row that were refused with the same error. A page that calls in an endless loop and takes no answers gets one message,
/// however many calls it makes.
/// </summary>
internal sealed class RefusedCalls(long document, long first, BridgeError error)
{
    private long _last = first;
    private long _sealed;

    internal long Document { get; } = document;

    internal long First { get; } = first;

    internal BridgeError Error { get; } = error;

    /// <summary>Adds the next call. On the WebView thread.</summary>
    /// <returns>Whether it belongs to the row and the row was not sent yet.</returns>
    internal bool TryAdd(long document, long call, BridgeError error) =>
        document == Document && error == Error && Interlocked.CompareExchange(ref _last, call, call - 1) == call - 1;

    /// <summary>The last call of the row, to which nothing is added any more. By the sender.</summary>
    internal long Seal()
    {
        if (_sealed == 0)
            _sealed = Interlocked.Exchange(ref _last, long.MaxValue);
        return _sealed;
    }
}
