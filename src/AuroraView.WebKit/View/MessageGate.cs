using System.Globalization;
using System.Text;
using AuroraView.Engine;
using AuroraView.Engine.Pages;

namespace AuroraView.WebKit.View;

/// <summary>
/// Which messages of the page go to the host. One without the view's token costs the host nothing: it is counted here, and only the number is told.
/// The same for what a page sends while its host reads nothing, such as one that a debugger holds, once that is more than this process may keep.
/// </summary>
internal sealed class MessageGate : IDisposable
{
    private const long MostEvents = 128L * 1024 * 1024;

    // The page's script limits its calls by itself. Only a page that goes round that script comes so far.
    private const long MostOfAll = 4 * MostEvents;
    private readonly IWebViewBackendEvents _events;
    private readonly byte[] _token;
    private readonly Pace _pace;
    private long _garbage;
    private long _lost;

    /// <param name="token">What messages begin with; empty for a view that takes any.</param>
    /// <param name="events">Where they go.</param>
    public MessageGate(string token, IWebViewBackendEvents events)
    {
        _events = events;
        _token = Encoding.ASCII.GetBytes(token);
        _pace = new Pace(TellCounts);
    }

    /// <summary>Hands a message on, if it may go.</summary>
    public void Pass(string origin, ReadOnlySpan<byte> message)
    {
        bool isGarbage = !message.StartsWith(_token);
        if (!isGarbage && MayGo(message))
        {
            _events.OnPageMessage(origin, message);
            return;
        }

        _ = isGarbage ? _garbage++ : _lost++;
        _pace.Change();
    }

    /// <inheritdoc/>
    public void Dispose() => _pace.Dispose();

    private bool MayGo(ReadOnlySpan<byte> message) =>
        _events.Unheard is var unheard && (unheard <= MostEvents || (unheard <= MostOfAll && HasReceiver(message)));

    // Somebody waits for the answer to a call, for the result of a script, for a new document. An event that looks like one of these does no harm.
    private static bool HasReceiver(ReadOnlySpan<byte> message) =>
        message.IndexOf("[\"call\","u8) >= 0 || message.IndexOf("[\"eval\","u8) >= 0
        || message.IndexOf("[\"cancel\","u8) >= 0 || message.IndexOf("[\"hello\","u8) >= 0;

    // In the shape of a report of the page's own script, of no document.
    private void TellCounts()
    {
        if (_garbage > 0)
            Tell("garbage", _garbage);
        if (_lost > 0)
            Tell("lost", _lost);
        _garbage = _lost = 0;
    }

    private void Tell(string kind, long count) => _events.OnPageMessage(
        Origins.Opaque,
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Encoding.ASCII.GetString(_token)}[1,[\"report\",\"{kind}\",\"\",\"\",{count}]]")));
}
