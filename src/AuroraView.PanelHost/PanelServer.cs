using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Framing;
using AuroraView.Engine.Transport;
using AuroraView.WebKit;
using AuroraView.WebKit.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.PanelHost;

/// <summary>
/// Reads the host's frames on the GTK thread itself, as a source of its loop: a reader thread would cost a hop for every call.
/// </summary>
/// <param name="channel">The way to the host.</param>
/// <param name="onEnded">Told once when the view is over, and whether it failed.</param>
internal sealed unsafe class PanelServer(HostChannel channel, Action<PanelServer, bool> onEnded)
{
    // One turn takes so many reads before GTK gets to draw.
    private const int ReadsPerTurn = 8;
    private readonly FrameDecoder _decoder = new();
    private WebKitView? _view;
    private bool _over;

    /// <summary>The way to the host.</summary>
    public HostChannel Channel => channel;

    /// <summary>Begins to read with the loop's first turn.</summary>
    public void Begin() => GLib.AddDescriptor(GLib.PriorityDefault, channel.Transport.Descriptor,
        GLib.ConditionIn | GLib.ConditionHangUp | GLib.ConditionError, &OnReadable, GCHandle.ToIntPtr(GCHandle.Alloc(this)), 0);

    private bool Read()
    {
        try
        {
            for (int read = 0; read < ReadsPerTurn && !_over; read++)
            {
                ReceiveOutcome outcome = channel.Transport.TryReceive(_decoder.GetRoom(), out int count);
                if (outcome == ReceiveOutcome.Ended)
                    End(ClosedReason.Requested, null);
                if (outcome != ReceiveOutcome.Received)
                    break;
                _decoder.Advance(count);
                while (!_over && _decoder.TryRead(out Frame frame))
                    Carry(frame);
            }
            if (!_over)
                _view?.Scripts.FlushIfIdle();
        }
        catch (BackendFailureException failure)
        {
            End(ClosedReason.StartFailed, failure.Error);
        }
        catch (ChannelException fault)
        {
            End(_view is null ? ClosedReason.StartFailed : ClosedReason.HostDied,
                new BackendError(fault.Fault == ChannelFault.WrongVersion ? "VersionMismatch" : "Died", fault.Message));
        }
        catch (Exception error)
        {
            // Of one view: the others go on.
            LastCatch.Report(error);
            End(_view is null ? ClosedReason.StartFailed : ClosedReason.HostDied, new BackendError("Died", $"A message of the host could not be carried out: {error.Message}"));
        }
        return !_over;
    }

    private void Carry(Frame frame)
    {
        if (frame.Kind == FrameKind.Start)
        {
            if (_view is not null)
                throw new ChannelException(ChannelFault.BadPayload, "The host started the view twice.");
            _view = new WebKitView(FrameCodec.ReadStart(frame.Read()), channel);
            return;
        }
        if (frame.Kind == FrameKind.Close)
        {
            End(ClosedReason.Requested, null);
            return;
        }
        if (frame.Kind == FrameKind.Prewarm)
        {
            // Its channel is the word that there is a spare: it ends when a panel takes it.
            if (!SpareView.Make(FrameCodec.ReadStart(frame.Read()), () => End(ClosedReason.Requested, null)))
                End(ClosedReason.Requested, null);
            return;
        }
        if (frame.Kind == FrameKind.Ping)
        {
            channel.Pong();
            return;
        }
        WebKitView view = _view ?? throw new ChannelException(ChannelFault.BadPayload, $"The host sent {frame.Kind} before it started the view.");
        switch (frame.Kind)
        {
            case FrameKind.Load:
                view.Load(frame.CallId, FrameCodec.ReadSource(frame.Read()));
                break;
            case FrameKind.Navigate:
                view.Navigate((NavigationCommand)frame.Read().ReadChoice((int)NavigationCommand.Forward + 1));
                break;
            case FrameKind.Evaluate:
                PayloadReader reader = frame.Read();
                string? source = reader.ReadOptionalString();
                view.Scripts.Evaluate(frame.CallId, reader.ReadTail(), source);
                break;
            case FrameKind.Deliver:
                view.Scripts.Deliver(frame.CallId, frame.Payload);
                break;
            case FrameKind.Window:
                view.Window.Carry(FrameCodec.ReadWindowCommand(frame.Read()));
                break;
            case FrameKind.Capture:
                view.Capture(frame.CallId);
                break;
            case FrameKind.TerminatePage:
                view.TerminatePage();
                break;
            default:
                throw new ChannelException(ChannelFault.UnknownKind, $"The host sent a frame of the kind {frame.Kind}, which only a panel host sends.");
        }
    }

    private void End(ClosedReason reason, BackendError? error)
    {
        if (_over)
            return;
        _over = true;
        _view?.Close();
        _decoder.Dispose();
        channel.GoodbyeInBackground(reason, error);
        onEnded(this, error is not null);
    }

    [UnmanagedCallersOnly]
    private static int OnReadable(int descriptor, int condition, nint data)
    {
        try
        {
            GCHandle handle = GCHandle.FromIntPtr(data);
            if (((PanelServer)handle.Target!).Read())
                return 1;
            handle.Free();
            return 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 0;
        }
    }
}
