using AuroraView.Engine;
using AuroraView.Engine.Framing;

namespace AuroraView.Backends.PanelHost;

/// <summary>Turns the panel host's frames into calls of <see cref="IWebViewBackendEvents"/>, on the thread that reads them.</summary>
/// <param name="events">Who is told.</param>
internal sealed class PanelHostEvents(IWebViewBackendEvents events)
{
    private long _originId;
    private string _origin = "null";

    /// <summary>Whether the view ever existed.</summary>
    public bool Ready { get; private set; }

    /// <summary>Why the panel host says that the view is gone, once it has said so.</summary>
    public (ClosedReason Reason, BackendError? Error)? Closed { get; private set; }

    /// <summary>Raises the event that a frame stands for.</summary>
    /// <exception cref="ChannelException">The frame is not one that a panel host sends.</exception>
    public void Raise(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Ready:
                Ready = true;
                events.OnReady(FrameCodec.ReadInfo(frame.Read()));
                break;
            case FrameKind.Origin:
                _originId = frame.OriginId;
                _origin = FrameCodec.Text(frame.Payload);
                break;
            case FrameKind.PageMessage:
                if (frame.OriginId != _originId || _originId == 0)
                    throw new ChannelException(ChannelFault.BadPayload, "The panel host sent a page's message without saying from which origin.");
                events.OnPageMessage(_origin, frame.Payload);
                break;
            case FrameKind.Evaluated:
                PayloadReader evaluated = frame.Read();
                var status = (EvaluationStatus)evaluated.ReadChoice((int)EvaluationStatus.PageGone + 1);
                events.OnEvaluated(frame.CallId, status, evaluated.ReadTail());
                break;
            case FrameKind.LoadProgress:
                events.OnLoad(FrameCodec.ReadProgress(frame.Read()));
                break;
            case FrameKind.TitleChanged:
                events.OnTitleChanged(FrameCodec.Text(frame.Payload));
                break;
            case FrameKind.WindowChanged:
                events.OnWindow(FrameCodec.ReadWindowChange(frame.Read()));
                break;
            case FrameKind.Captured:
                PayloadReader captured = frame.Read();
                string? error = captured.ReadOptionalString();
                events.OnCaptured(frame.CallId, captured.ReadTail(), error);
                break;
            case FrameKind.Crashed:
                PayloadReader crashed = frame.Read();
                events.OnCrashed((CrashReason)crashed.ReadChoice((int)CrashReason.Unresponsive + 1), crashed.ReadString());
                break;
            case FrameKind.Pong:
                break;
            case FrameKind.Closed:
                Closed = FrameCodec.ReadClosed(frame.Read());
                break;
            default:
                throw new ChannelException(ChannelFault.UnknownKind, $"The panel host sent a frame of the kind {frame.Kind}, which only a host sends.");
        }
    }
}
