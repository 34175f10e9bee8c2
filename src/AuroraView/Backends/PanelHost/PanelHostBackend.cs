using AuroraView.Engine;
using AuroraView.Engine.Framing;
using AuroraView.Threading;

namespace AuroraView.Backends.PanelHost;

/// <summary>
/// The view in a process of its own: every command becomes a frame to the panel host, every frame from it an event on
/// the session's reader thread.
/// </summary>
/// <remarks>Before <see cref="IWebViewBackendEvents.OnReady"/> frames simply wait in the channel.</remarks>
internal sealed class PanelHostBackend : IWebViewBackend
{
    // In bytes.
    private const int MostWaiting = 1024 * 1024;
    private readonly TimeSpan _closeBound;
    private readonly Succession _succession;
    private PanelHostSession? _session;

    /// <param name="closeBound">How long the panel host may take to close before it is killed; 2 s unless given.</param>
    /// <param name="succession">Its place among the views that come from a panel host that died.</param>
    public PanelHostBackend(TimeSpan? closeBound = null, Succession? succession = null)
    {
        _closeBound = closeBound ?? TimeSpan.FromSeconds(2);
        _succession = succession ?? Succession.None;
    }

    /// <summary>The panel host's process id once it was spawned, or 0.</summary>
    internal int ProcessId => _session?.ProcessId ?? 0;

    /// <summary>The process that serves the view, once there is one.</summary>
    internal SharedPanelHost? Host => _session?.Host;

    /// <inheritdoc/>
    public void Start(BackendStart start, IWebViewBackendEvents events)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(events);
        var session = new PanelHostSession(events, _closeBound, start, _succession);
        if (Interlocked.CompareExchange(ref _session, session, null) is not null)
            throw new InvalidOperationException("A backend is started once.");
        var frame = new FrameBuilder(FrameKind.Start, sizeHint: start.DocumentScript.Length + 1024);
        FrameCodec.Write(ref frame, start);
        session.Send(ref frame);
        session.Begin();
    }

    /// <inheritdoc/>
    public void Load(long loadId, PageSource source)
    {
        var frame = new FrameBuilder(FrameKind.Load, loadId, sizeHint: source.Text.Length + 16);
        FrameCodec.Write(ref frame, source);
        if (frame.IsTooLong)
        {
            frame.Dispose();
            _session?.Answer(events => events.OnLoad(new LoadProgress(LoadPhase.Failed, PageSource.AppOrigin + "/", TooLong("page"), false, false, loadId)));
            return;
        }
        Send(ref frame);
    }

    /// <inheritdoc/>
    public void Navigate(NavigationCommand command)
    {
        var frame = new FrameBuilder(FrameKind.Navigate);
        frame.WriteByte((byte)command);
        Send(ref frame);
    }

    /// <inheritdoc/>
    public void Evaluate(long callId, string script, string? sourceName)
    {
        var frame = new FrameBuilder(FrameKind.Evaluate, callId, sizeHint: script.Length + 64);
        frame.WriteString(sourceName);
        frame.WriteTail(script);
        SendCall(ref frame, callId, "script");
    }

    /// <inheritdoc/>
    public void Deliver(long callId, ReadOnlySpan<byte> arguments)
    {
        var frame = new FrameBuilder(FrameKind.Deliver, callId, sizeHint: arguments.Length);
        frame.WriteTail(arguments);
        SendCall(ref frame, callId, "batch");
    }

    /// <inheritdoc/>
    public void SetWindow(WindowCommand command)
    {
        // Nothing answers these, so what waits in the channel is what counts.
        if (_session is { } session && session.QueuedBytes > MostWaiting)
            throw new QueueFullException("channel to the panel host", MostWaiting, null, 0, TimeSpan.Zero, "The panel host does not read: it hangs or was stopped. Change the window less often.");
        var frame = new FrameBuilder(FrameKind.Window);
        FrameCodec.Write(ref frame, command);
        Send(ref frame);
    }

    /// <inheritdoc/>
    public void CaptureScreenshot(long callId)
    {
        var frame = new FrameBuilder(FrameKind.Capture, callId);
        Send(ref frame);
    }

    /// <inheritdoc/>
    public void Close() => _session?.Close();

    /// <inheritdoc/>
    public void Terminate() => _session?.Terminate();

    /// <inheritdoc/>
    public void TerminatePage()
    {
        var frame = new FrameBuilder(FrameKind.TerminatePage);
        if (_session is { } session)
            session.Send(ref frame, urgent: true);
        else
            frame.Dispose();
    }

    private void SendCall(ref FrameBuilder frame, long callId, string what)
    {
        if (frame.IsTooLong)
        {
            frame.Dispose();
            byte[] text = System.Text.Encoding.UTF8.GetBytes(TooLong(what));
            _session?.Answer(events => events.OnEvaluated(callId, EvaluationStatus.Failed, text));
            return;
        }
        Send(ref frame);
    }

    private void Send(ref FrameBuilder frame)
    {
        if (_session is { } session)
            session.Send(ref frame);
        else
            frame.Dispose();
    }

    private static string TooLong(string what) => $"The {what} is longer than the {FrameHeader.MaxPayload} bytes that fit in one message to the panel host.";
}
