using AuroraView.Engine.Framing;
using AuroraView.Engine.Transport;

namespace AuroraView.Backends.PanelHost;

/// <summary>One wait for everything a panel host can do: send frames, print, end; and for this side's wake.</summary>
internal sealed unsafe class PanelHostLoop(SocketTransport channel, PanelHostOutput output, WakeDescriptor wake, PanelHostEvents frames, HostWatch watch) : IDisposable
{
    private readonly FrameDecoder _decoder = new();

    /// <summary>Waits and handles what came.</summary>
    /// <param name="milliseconds">How long to wait at most; -1 is until something happens.</param>
    /// <param name="process">The process's descriptor, or -1.</param>
    /// <returns>Whether the channel still lives.</returns>
    /// <exception cref="ChannelException">The channel carries garbage.</exception>
    public bool Turn(int milliseconds, int process)
    {
        Libc.PollEntry* entries = stackalloc Libc.PollEntry[4];
        entries[0] = new() { Descriptor = channel.Descriptor, Wanted = Libc.POLLIN };
        entries[1] = new() { Descriptor = wake.Descriptor, Wanted = Libc.POLLIN };
        entries[2] = new() { Descriptor = output.Descriptor, Wanted = Libc.POLLIN };
        entries[3] = new() { Descriptor = process, Wanted = Libc.POLLIN };
        Libc.Poll(entries, 4, milliseconds);

        if (entries[0].Happened != 0 && !Receive())
            return false;
        if (entries[1].Happened != 0)
            wake.Clear();
        if (entries[2].Happened != 0)
            output.Read();
        // The process is gone, and with it whoever could still write: what it wrote last is read, then it is over.
        return entries[3].Happened == 0 || DrainAfterDeath();
    }

    /// <inheritdoc/>
    public void Dispose() => _decoder.Dispose();

    private bool DrainAfterDeath()
    {
        while (ReceiveOnce() == ReceiveOutcome.Received)
        {
        }
        return false;
    }

    private bool Receive() => ReceiveOnce() != ReceiveOutcome.Ended;

    private ReceiveOutcome ReceiveOnce()
    {
        ReceiveOutcome outcome = channel.TryReceive(_decoder.GetRoom(), out int count);
        if (outcome == ReceiveOutcome.Received)
        {
            watch.OnHeard();
            _decoder.Advance(count);
            while (_decoder.TryRead(out Frame frame))
                frames.Raise(frame);
        }
        return outcome;
    }
}
