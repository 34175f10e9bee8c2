using System.Buffers;
using System.Text;

namespace AuroraView.WebKit.View;

/// <summary>
/// Batches for the page's bridge, merged: what arrives while the loop is at it, or while two batches are already on their
/// way, becomes one script. Tens of thousands of small scripts would be ten times slower and degrade the page.
/// </summary>
internal sealed class DeliverBatch
{
    private const int LargestScript = 256 * 1024;
    private const int MostOnTheWay = 2;
    private const int InitialSize = 4096;
    private const int LargestKept = 4 * LargestScript;
    private readonly ScriptRunner _runner;
    private readonly byte[] _open;
    private ArrayBufferWriter<byte> _script = new(InitialSize);
    private readonly List<long> _callIds = [];
    private int _onTheWay;

    /// <param name="runner">Runs the scripts.</param>
    /// <param name="deliverFunction">The expression that is called.</param>
    public DeliverBatch(ScriptRunner runner, string deliverFunction)
    {
        _runner = runner;
        _open = Encoding.UTF8.GetBytes(deliverFunction + "(");
    }

    /// <summary>Adds one batch.</summary>
    public void Add(long callId, ReadOnlySpan<byte> arguments)
    {
        if (_callIds.Count > 0 && _script.WrittenCount + arguments.Length > LargestScript)
            Flush();
        _script.Write(_open);
        _script.Write(arguments);
        _script.Write(");"u8);
        _callIds.Add(callId);
    }

    /// <summary>Sends what waits, unless enough is on the way: then the next answer sends it.</summary>
    public void FlushIfIdle()
    {
        if (_onTheWay < MostOnTheWay)
            Flush();
    }

    /// <summary>Sends what waits, because something that must come after it is about to be sent.</summary>
    public void Flush()
    {
        if (_callIds.Count == 0)
            return;
        long[] callIds = [.. _callIds];
        _callIds.Clear();
        _onTheWay++;
        _runner.Run(callIds, _script.WrittenSpan, null, isBatch: true);
        Empty();
    }

    /// <summary>One batch was answered.</summary>
    public void OnAnswered()
    {
        _onTheWay--;
        FlushIfIdle();
    }

    /// <summary>The page is gone: nothing is on its way any more, and what waited for it is answered.</summary>
    public void Abandon()
    {
        _onTheWay = 0;
        long[] waiting = [.. _callIds];
        _callIds.Clear();
        Empty();
        foreach (long callId in waiting)
            _runner.TellGone(callId);
    }

    private void Empty()
    {
        if (_script.Capacity > LargestKept)
            _script = new ArrayBufferWriter<byte>(InitialSize);
        else
            _script.ResetWrittenCount();
    }
}
