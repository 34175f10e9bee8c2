using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AuroraView.Backends.PanelHost;
using AuroraView.Bridge;
using AuroraView.Engine;
using AuroraView.Engine.Framing;

namespace AuroraView.Fuzz;

/// <summary>The readers of what comes from another process, by name.</summary>
internal static class Targets
{
    // Made with the first input: instrumented code may not run before the fuzzer does.
    private static readonly Lazy<PageToken> s_token = new(static () => PageToken.Create());
    private static readonly JsonSerializerOptions s_json = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new Dictionary<string, Action<byte[]>>
    {
        ["to_view"] = ToView,
        ["to_host"] = ToHost,
        ["page"] = Page,
        ["result"] = Result,
    };

    /// <summary>A panel host's frames, as a view reads them.</summary>
    private static void ToView(byte[] bytes)
    {
        var events = new PanelHostEvents(new Listener());
        Decode(bytes, frame => events.Raise(frame));
    }

    /// <summary>A view's frames, as a panel host reads them: the frames and what is in them, without the engine.</summary>
    private static void ToHost(byte[] bytes) => Decode(bytes, static frame =>
    {
        switch (frame.Kind)
        {
            case FrameKind.Start: FrameCodec.ReadStart(frame.Read()); break;
            case FrameKind.Load: FrameCodec.ReadSource(frame.Read()); break;
            case FrameKind.Navigate: frame.Read().ReadChoice((int)NavigationCommand.Forward + 1); break;
            case FrameKind.Evaluate:
                var reader = frame.Read();
                reader.ReadOptionalString();
                reader.ReadTail();
                break;
            case FrameKind.Window: FrameCodec.ReadWindowCommand(frame.Read()); break;
        }
    });

    /// <summary>A page's messages. The view's token is put before it: what has none is thrown away at once.</summary>
    private static void Page(byte[] bytes) =>
        new PageMessageReader(s_token.Value, new BridgeLimits()).Read([.. Encoding.ASCII.GetBytes(s_token.Value.Text), .. bytes], new Sink());

    /// <summary>What an evaluation gave: the engine's answer, then what callers read from it.</summary>
    private static void Result(byte[] bytes)
    {
        foreach (var status in Enum.GetValues<EvaluationStatus>())
        {
            var attempt = new EvalAttempt(1, 1, "1 + 1");
            EvalStep step;
            do
                step = attempt.OnEvaluated(status, bytes);
            while (step == EvalStep.Again);
            if (step == EvalStep.Done)
                ReadAs(attempt.Result!);
        }
    }

    public static void ReadAs(EvalResult result)
    {
        Read<int>(result);
        Read<double>(result);
        Read<string>(result);
        Read<System.Numerics.BigInteger>(result);
        Read<JsonElement>(result);
        Read<Dictionary<string, int[]>>(result);
    }

    private static void Read<T>(EvalResult result)
    {
        try
        {
            result.Read((JsonTypeInfo<T>)s_json.GetTypeInfo(typeof(T)));
        }
        catch (Exception error) when (error is JavaScriptException or JavaScriptResultException or BridgeException)
        {
            // The documented ones.
        }
    }

    private delegate void OnFrame(Frame frame);

    private static void Decode(byte[] bytes, OnFrame onFrame)
    {
        using var decoder = new FrameDecoder();
        try
        {
            for (var at = 0; at < bytes.Length;)
            {
                var room = decoder.GetRoom();
                var count = Math.Min(room.Length, bytes.Length - at);
                bytes.AsSpan(at, count).CopyTo(room);
                decoder.Advance(count);
                at += count;
                while (decoder.TryRead(out var frame))
                    onFrame(frame);
            }

            decoder.Complete();
        }
        catch (ChannelException)
        {
            // Said to whoever is at this end; the channel is over.
        }

        if (decoder.Capacity > 4 * Math.Max(bytes.Length, 256 * 1024))
            throw new InvalidOperationException($"{bytes.Length} bytes made the decoder take {decoder.Capacity}.");
    }
}
