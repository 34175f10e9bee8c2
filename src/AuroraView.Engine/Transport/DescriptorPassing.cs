using System.Runtime.InteropServices;

namespace AuroraView.Engine.Transport;

/// <summary>Hands open descriptors to another process over a Unix socket: how a panel host gets the channel of a further view.</summary>
/// <remarks>Never blocks. Safe from any thread; a descriptor travels with one byte, so one receive takes one descriptor.</remarks>
internal static unsafe partial class DescriptorPassing
{
    /// <summary>The descriptor at which the panel host finds its first view's channel.</summary>
    public const int ChannelDescriptor = 3;

    /// <summary>The descriptor at which it is handed further channels, and whose end is its own.</summary>
    public const int ControlDescriptor = 4;

    private const int SocketLevel = 1;
    private const int Rights = 1;
    private const int DontWaitNoSignal = 0x40 | 0x4000;
    private const int CloseOnExec = 0x4000_0000;

    /// <summary>Sends a copy of a descriptor.</summary>
    /// <returns><see langword="false"/> if the other side is gone or its queue is full.</returns>
    public static bool TrySend(int socket, int descriptor)
    {
        byte nothing = 0;
        var part = new Part { Start = &nothing, Length = 1 };
        var control = new Control { Length = sizeof(long) + 2 * sizeof(int) + sizeof(int), Level = SocketLevel, Type = Rights, Descriptor = descriptor };
        var message = new Message { Parts = &part, PartCount = 1, Control = &control, ControlLength = (nuint)sizeof(Control) };
        nint sent;
        do
            sent = Send(socket, &message, DontWaitNoSignal);
        while (sent < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        return sent == 1;
    }

    /// <summary>Receives a descriptor, which is closed on exec and now the caller's to close.</summary>
    /// <param name="socket">Where from.</param>
    /// <param name="descriptor">The descriptor, or -1 if none came.</param>
    public static ReceiveOutcome TryReceive(int socket, out int descriptor)
    {
        byte nothing;
        var part = new Part { Start = &nothing, Length = 1 };
        Control control = default;
        var message = new Message { Parts = &part, PartCount = 1, Control = &control, ControlLength = (nuint)sizeof(Control) };
        descriptor = -1;
        nint received;
        do
            received = Receive(socket, &message, DontWaitNoSignal | CloseOnExec);
        while (received < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        if (received < 0)
            return Marshal.GetLastPInvokeError() == Libc.EAGAIN ? ReceiveOutcome.Nothing : ReceiveOutcome.Ended;
        if (received == 0)
            return ReceiveOutcome.Ended;
        if (message.ControlLength >= (nuint)(sizeof(Control) - sizeof(int)) && control is { Level: SocketLevel, Type: Rights })
            descriptor = control.Descriptor;
        return ReceiveOutcome.Received;
    }

    [LibraryImport("libc.so.6", EntryPoint = "sendmsg", SetLastError = true)]
    private static partial nint Send(int socket, Message* message, int flags);

    [LibraryImport("libc.so.6", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint Receive(int socket, Message* message, int flags);

    [StructLayout(LayoutKind.Sequential)]
    private struct Part
    {
        public byte* Start;
        public nuint Length;
    }

    // The control message's header with room for one descriptor, padded as the C library's macros pad it on 64-bit systems.
    [StructLayout(LayoutKind.Sequential)]
    private struct Control
    {
        public nuint Length;
        public int Level;
        public int Type;
        public int Descriptor;
        private readonly int _padding;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public void* Name;
        public uint NameLength;
        public Part* Parts;
        public nuint PartCount;
        public Control* Control;
        public nuint ControlLength;
        public int Flags;
    }
}
