using System.Text;
using AuroraView.Engine;
using AuroraView.Engine.Framing;
using AuroraView.Engine.Transport;
using AuroraView.Engine.Writing;
using AuroraView.WebKit.Native;

namespace AuroraView.PanelHost;

/// <summary>The way to the host: every event becomes a frame. Callable from any thread, never blocks.</summary>
internal sealed class HostChannel : IWebViewBackendEvents
{
    private static readonly TimeSpan s_goodbyeBound = TimeSpan.FromMilliseconds(500);

    private readonly ChannelWriter _writer;
    private string? _origin;
    private long _originId;
    private int _saidGoodbye;

    public HostChannel(SocketTransport transport)
    {
        Transport = transport;
        _writer = new ChannelWriter(transport);
    }

    /// <summary>The socket, to read from.</summary>
    public SocketTransport Transport { get; }

    /// <summary>Says that the view is gone and why, and waits a bounded moment until that is sent.</summary>
    public void Goodbye(ClosedReason reason, BackendError? error)
    {
        if (Interlocked.Exchange(ref _saidGoodbye, 1) != 0)
            return;
        var frame = new FrameBuilder(FrameKind.Closed);
        FrameCodec.WriteClosed(ref frame, reason, error);
        _writer.Send(ref frame);
        _writer.Flush(s_goodbyeBound);
    }

    /// <summary>The same on a thread of its own, after which the socket is closed: other views of this process need not wait for a host that does not read.</summary>
    public void GoodbyeInBackground(ClosedReason reason, BackendError? error)
    {
        try
        {
            new Thread(() => GoodbyeAndEnd(reason, error)) { IsBackground = true, Name = "goodbye" }.Start();
        }
        catch (Exception without) when (without is OutOfMemoryException or ThreadStartException)
        {
            GoodbyeAndEnd(reason, error);
        }
    }

    private void GoodbyeAndEnd(ClosedReason reason, BackendError? error)
    {
        try
        {
            Goodbye(reason, error);
            _writer.End();
            Transport.Dispose();
        }
        catch (Exception failure)
        {
            LastCatch.Report(failure);
        }
    }

    /// <summary>Says that this process reads what it is sent.</summary>
    public void Pong()
    {
        var frame = new FrameBuilder(FrameKind.Pong);
        _writer.Send(ref frame, urgent: true);
    }

    /// <inheritdoc/>
    public void OnReady(BackendInfo info)
    {
        var frame = new FrameBuilder(FrameKind.Ready);
        FrameCodec.Write(ref frame, info);
        _writer.Send(ref frame);
    }

    /// <inheritdoc/>
    public void OnPageMessage(string origin, ReadOnlySpan<byte> message)
    {
        // The origin is named once and then goes by number: the tracker hands out one string per document.
        if (!ReferenceEquals(origin, _origin) && origin != _origin)
        {
            var named = new FrameBuilder(FrameKind.Origin, originId: ++_originId);
            named.WriteTail(origin);
            _writer.Send(ref named);
        }
        _origin = origin;
        var frame = new FrameBuilder(FrameKind.PageMessage, originId: _originId, sizeHint: message.Length);
        frame.WriteTail(message);
        SendOrDrop(ref frame);
    }

    /// <inheritdoc/>
    public long Unheard => _writer.QueuedBytes;

    /// <inheritdoc/>
    public void OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        var frame = new FrameBuilder(FrameKind.Evaluated, callId, sizeHint: text.Length + 1);
        frame.WriteByte((byte)status);
        frame.WriteTail(text);
        _writer.Send(ref frame);
    }

    /// <inheritdoc/>
    public void OnLoad(LoadProgress progress)
    {
        var frame = new FrameBuilder(FrameKind.LoadProgress);
        FrameCodec.Write(ref frame, progress);
        SendOrDrop(ref frame);
    }

    /// <inheritdoc/>
    public void OnTitleChanged(string title)
    {
        var frame = new FrameBuilder(FrameKind.TitleChanged, sizeHint: Encoding.UTF8.GetMaxByteCount(Math.Min(title.Length, 1024)));
        frame.WriteTail(title);
        SendOrDrop(ref frame);
    }

    /// <inheritdoc/>
    public void OnWindow(WindowChange change)
    {
        var frame = new FrameBuilder(FrameKind.WindowChanged);
        FrameCodec.Write(ref frame, change);
        _writer.Send(ref frame);
    }

    /// <inheritdoc/>
    public void OnCaptured(long callId, ReadOnlySpan<byte> png, string? error)
    {
        var frame = new FrameBuilder(FrameKind.Captured, callId, sizeHint: png.Length + 64);
        frame.WriteString(error);
        frame.WriteTail(png);
        _writer.Send(ref frame);
    }

    /// <inheritdoc/>
    public void OnCrashed(CrashReason reason, string detail)
    {
        var frame = new FrameBuilder(FrameKind.Crashed);
        frame.WriteByte((byte)reason);
        frame.WriteString(detail);
        _writer.Send(ref frame, urgent: reason == CrashReason.Unresponsive);
    }

    /// <inheritdoc/>
    public void OnClosed(ClosedReason reason, BackendError? error) => Goodbye(reason, error);

    // What a page can make as long as it likes (a title, a URL) must not break the channel.
    private void SendOrDrop(ref FrameBuilder frame)
    {
        if (frame.IsTooLong)
            frame.Dispose();
        else
            _writer.Send(ref frame);
    }
}
