using AuroraView.Engine;
using AuroraView.Engine.Framing;

namespace AuroraView.Fuzz;

/// <summary>Frames to begin with, written by the product itself, so that they follow the protocol.</summary>
internal static class Seeds
{
    public static void Write(string target, string folder)
    {
        var frames = target switch
        {
            "to_host" => ToHost(),
            "to_view" => ToView(),
            _ => [],
        };
        foreach (var (name, frame) in frames)
            File.WriteAllBytes(Path.Combine(folder, name), [.. frame]);
        if (frames.Count > 0)
            File.WriteAllBytes(Path.Combine(folder, "all"), [.. frames.Values.SelectMany(static frame => frame)]);
    }

    private delegate void Fill(ref FrameBuilder frame);

    private static Dictionary<string, ArraySegment<byte>> ToHost() => new()
    {
        ["start"] = Frame(FrameKind.Start, static (ref FrameBuilder frame) =>
            FrameCodec.Write(ref frame, new BackendStart { DocumentScript = "1", DeliverFunction = "d", MessageHandler = "m" })),
        ["load"] = Frame(FrameKind.Load, static (ref FrameBuilder frame) => FrameCodec.Write(ref frame, PageSources.Url("https://a.example/"))),
        ["evaluate"] = Frame(FrameKind.Evaluate, static (ref FrameBuilder frame) =>
        {
            frame.WriteString("source");
            frame.WriteTail("1 + 1"u8);
        }),
        ["window"] = Frame(FrameKind.Window, static (ref FrameBuilder frame) => FrameCodec.Write(ref frame, new WindowCommand(WindowAction.Resize, 100, 100))),
        ["navigate"] = Frame(FrameKind.Navigate, static (ref FrameBuilder frame) => frame.WriteByte(1)),
        ["close"] = Frame(FrameKind.Close, static (ref FrameBuilder _) => { }),
    };

    private static Dictionary<string, ArraySegment<byte>> ToView() => new()
    {
        ["ready"] = Frame(FrameKind.Ready, static (ref FrameBuilder frame) => FrameCodec.Write(ref frame, new BackendInfo("e", "1", "l", 7, 8))),
        ["origin"] = Frame(FrameKind.Origin, static (ref FrameBuilder frame) => frame.WriteTail("auroraview://app"u8), origin: 1),
        ["message"] = Frame(FrameKind.PageMessage, static (ref FrameBuilder frame) => frame.WriteTail("[1]"u8), origin: 1),
        ["evaluated"] = Frame(FrameKind.Evaluated, static (ref FrameBuilder frame) =>
        {
            frame.WriteByte(0);
            frame.WriteTail("v1"u8);
        }),
        ["progress"] = Frame(FrameKind.LoadProgress, static (ref FrameBuilder frame) =>
            FrameCodec.Write(ref frame, new LoadProgress(LoadPhase.Failed, "u", "e", true, false, 3))),
        ["change"] = Frame(FrameKind.WindowChanged, static (ref FrameBuilder frame) =>
            FrameCodec.Write(ref frame, new WindowChange(WindowChangeKind.Resized, 1, 2, null))),
        ["captured"] = Frame(FrameKind.Captured, static (ref FrameBuilder frame) => frame.WriteString("no picture")),
        ["crashed"] = Frame(FrameKind.Crashed, static (ref FrameBuilder frame) =>
        {
            frame.WriteByte(0);
            frame.WriteString("detail");
        }),
        ["closed"] = Frame(FrameKind.Closed, static (ref FrameBuilder frame) =>
            FrameCodec.WriteClosed(ref frame, ClosedReason.HostDied, new BackendError("c", "m"))),
    };

    private static ArraySegment<byte> Frame(FrameKind kind, Fill fill, long origin = 0)
    {
        var frame = new FrameBuilder(kind, 1, origin);
        fill(ref frame);
        return frame.Detach();
    }
}
