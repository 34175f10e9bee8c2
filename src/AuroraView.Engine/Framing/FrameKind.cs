namespace AuroraView.Engine.Framing;

/// <summary>What a frame says. The numbers are the protocol: never reuse one.</summary>
internal enum FrameKind : byte
{
    // From the host to the view's process.
    Start = 1,
    Load = 2,
    Navigate = 3,
    Evaluate = 4,
    Deliver = 5,
    Window = 6,
    Capture = 7,
    Close = 8,
    TerminatePage = 9,
    Ping = 10,
    Prewarm = 11,

    // From the view's process to the host.
    Ready = 64,
    Origin = 65,
    PageMessage = 66,
    Evaluated = 67,
    LoadProgress = 68,
    TitleChanged = 69,
    WindowChanged = 70,
    Captured = 71,
    Crashed = 72,
    Closed = 73,
    Pong = 74,
}

/// <summary>Questions about kinds.</summary>
internal static class FrameKinds
{
    /// <summary>Whether a kind is one of this protocol version.</summary>
    public static bool IsKnown(byte kind) => kind is (>= 1 and <= 11) or (>= 64 and <= 74);
}
