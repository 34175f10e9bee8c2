using System.Runtime.InteropServices;
using AuroraView.Engine.Framing;

namespace AuroraView.Engine.Transport;

/// <summary>One end of a Unix socket pair.</summary>
internal sealed unsafe class SocketTransport : IChannelTransport
{
    private const int AfUnix = 1;
    private const int SockStreamCloseOnExec = 1 | Libc.O_CLOEXEC;
    private const int DontWaitNoSignal = 0x40 | 0x4000;
    private const int BothDirections = 2;
    private int _descriptor;

    /// <param name="descriptor">The socket; the transport closes it.</param>
    public SocketTransport(int descriptor) => _descriptor = descriptor;

    /// <inheritdoc/>
    public int Descriptor => _descriptor;

    /// <summary>Makes a connected pair; both ends are closed on exec.</summary>
    /// <exception cref="ChannelException">The operating system refused, for instance for want of descriptors.</exception>
    public static (SocketTransport Near, SocketTransport Far) CreatePair()
    {
        int* pair = stackalloc int[2];
        if (Libc.SocketPair(AfUnix, SockStreamCloseOnExec, 0, pair) != 0)
            throw new ChannelException(ChannelFault.Transport, "No socket pair for the panel's channel: " + Libc.ErrorText(Marshal.GetLastPInvokeError()));
        return (new SocketTransport(pair[0]), new SocketTransport(pair[1]));
    }

    /// <inheritdoc/>
    public ReceiveOutcome TryReceive(Span<byte> buffer, out int count)
    {
        count = 0;
        fixed (byte* start = buffer)
        {
            while (true)
            {
                nint received = Libc.Receive(_descriptor, start, buffer.Length, DontWaitNoSignal);
                if (received > 0)
                {
                    count = (int)received;
                    return ReceiveOutcome.Received;
                }
                if (received == 0)
                    return ReceiveOutcome.Ended;
                switch (Marshal.GetLastPInvokeError())
                {
                    case Libc.EINTR:
                        continue;
                    case Libc.EAGAIN:
                        return ReceiveOutcome.Nothing;
                    case Libc.ECONNRESET:
                        return ReceiveOutcome.Ended;
                    case int error:
                        throw new ChannelException(ChannelFault.Transport, "The panel's channel cannot be read: " + Libc.ErrorText(error));
                }
            }
        }
    }

    /// <inheritdoc/>
    public int TrySend(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            while (true)
            {
                nint sent = Libc.Send(_descriptor, start, bytes.Length, DontWaitNoSignal);
                if (sent >= 0)
                    return (int)sent;
                switch (Marshal.GetLastPInvokeError())
                {
                    case Libc.EINTR:
                        continue;
                    case Libc.EAGAIN:
                        return 0;
                    default:
                        return -1;
                }
            }
        }
    }

    /// <inheritdoc/>
    public void WaitUntilWritable(int milliseconds)
    {
        var entry = new Libc.PollEntry { Descriptor = _descriptor, Wanted = Libc.POLLOUT };
        Libc.Poll(&entry, 1, milliseconds);
    }

    /// <inheritdoc/>
    public void Shutdown() => Libc.Shutdown(_descriptor, BothDirections);

    /// <inheritdoc/>
    public void Dispose()
    {
        int descriptor = Interlocked.Exchange(ref _descriptor, -1);
        if (descriptor >= 0)
            Libc.Close(descriptor);
    }
}
