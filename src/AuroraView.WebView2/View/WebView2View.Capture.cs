using System.Runtime.InteropServices;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.View;

// Pictures of the visible page.
internal sealed partial class WebView2View
{
    private const int Png = 0;

    private readonly HashSet<long> _captures = [];

    /// <summary>Takes a picture for a call.</summary>
    public void Capture(long callId)
    {
        Scripts!.Flush();
        var stream = MemoryStreams.Create();
        _captures.Add(callId);
        var handler = ComObjects.PointerTo<ICoreWebView2CapturePreviewCompletedHandler>(new ComCompletion((result, _) =>
        {
            Thread.Assert();
            try
            {
                if (!_captures.Remove(callId))
                    return;
                if (HResult.Failed(result))
                    _events.OnCaptured(callId, default, $"WebView2 could not take the picture (0x{result:X8}). A hidden panel has none: show it first.");
                else
                    _events.OnCaptured(callId, MemoryStreams.Read(stream), null);
            }
            finally
            {
                Marshal.Release(stream);
            }
        }));
        var refused = Core.CapturePreview(Png, stream, handler);
        Marshal.Release(handler);
        if (HResult.Failed(refused) && _captures.Remove(callId))
        {
            Marshal.Release(stream);
            _events.OnCaptured(callId, default, $"WebView2 could not take the picture (0x{refused:X8}).");
        }
    }

    private void AbandonCaptures(string why)
    {
        long[] gone = [.. _captures];
        _captures.Clear();
        foreach (var callId in gone)
            _events.OnCaptured(callId, default, why);
    }
}
