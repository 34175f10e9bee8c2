using AuroraView.Engine.Framing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace AuroraView.PanelHost.Tests.Channel;

public sealed class FrameDecoderTests
{
    private static readonly FrameKind[] s_kinds = Enum.GetValues<FrameKind>();

    private static Gen<Sample> AnyFrame =>
        from kind in Gen.Elements(s_kinds)
        from call in ArbMap.Default.GeneratorFor<long>()
        from origin in ArbMap.Default.GeneratorFor<long>()
        from length in Gen.Frequency((8, Gen.Choose(0, 200)), (1, Gen.Choose(60_000, 300_000)))
        from seed in ArbMap.Default.GeneratorFor<int>()
        select new Sample(kind, call, origin, Bytes(length, seed));

    [Fact]
    public void Decoder_any_frames_cut_anywhere_come_out_as_they_went_in()
    {
        Prop.ForAll(Arb.From(AnyFrame.ListOf()), Arb.From(Gen.Choose(1, 100_000).NonEmptyListOf()), (frames, cuts) =>
        {
            byte[] stream = [.. frames.SelectMany(Encode)];
            using var decoder = new FrameDecoder();
            var seen = new List<Sample>();
            int at = 0;
            for (int turn = 0; at < stream.Length; turn++)
            {
                Span<byte> room = decoder.GetRoom();
                int count = Math.Min(Math.Min(room.Length, cuts.ElementAt(turn % cuts.Count())), stream.Length - at);
                stream.AsSpan(at, count).CopyTo(room);
                decoder.Advance(count);
                at += count;
                while (decoder.TryRead(out Frame frame))
                    seen.Add(new Sample(frame.Kind, frame.CallId, frame.OriginId, frame.Payload.ToArray()));
            }
            decoder.Complete();
            return seen.SequenceEqual(frames, Sample.Comparer);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Decoder_garbage_is_an_error_or_a_frame_and_never_more_memory_than_bytes()
    {
        Prop.ForAll(Arb.From(Gen.Choose(0, 400)), ArbMap.Default.ArbFor<int>(), Arb.From(AnyFrame), (length, seed, frame) =>
        {
            byte[] garbage = Bytes(length, seed);
            byte[] mutated = Encode(frame);
            mutated[new Random(seed).Next(FrameHeader.Size)] ^= (byte)(1 + (seed & 0x7f));
            return Survives(garbage) && Survives(mutated);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Decoder_announced_length_allocates_nothing()
    {
        using var decoder = new FrameDecoder();
        byte[] header = new byte[FrameHeader.Size];
        new FrameHeader(FrameKind.Evaluated, FrameHeader.MaxPayload, 1, 0).Write(header);
        Feed(decoder, header);
        Assert.False(decoder.TryRead(out _));
        Assert.True(decoder.GetRoom().Length > 0);
        Assert.InRange(decoder.Capacity, 1, 1024 * 1024);
    }

    [Theory]
    [InlineData(0, 0x00, nameof(ChannelFault.NotAFrame))]
    [InlineData(2, 0x02, nameof(ChannelFault.WrongVersion))]
    [InlineData(3, 0xfe, nameof(ChannelFault.UnknownKind))]
    [InlineData(7, 0xff, nameof(ChannelFault.TooLong))]
    public void Decoder_wrong_header_names_the_fault(int at, byte value, string fault)
    {
        byte[] bytes = Encode(new Sample(FrameKind.Close, 0, 0, []));
        bytes[at] = value;
        using var decoder = new FrameDecoder();
        Feed(decoder, bytes);
        var thrown = Assert.Throws<ChannelException>(() => decoder.TryRead(out _));
        Assert.Equal(fault, thrown.Fault.ToString());
        Assert.NotEmpty(thrown.Message);
    }

    [Fact]
    public void Decoder_end_inside_a_frame_is_truncated()
    {
        using var decoder = new FrameDecoder();
        Feed(decoder, Encode(new Sample(FrameKind.Evaluated, 7, 0, new byte[10]))[..^1]);
        Assert.False(decoder.TryRead(out _));
        Assert.Equal(ChannelFault.Truncated, Assert.Throws<ChannelException>(decoder.Complete).Fault);
    }

    [Fact]
    public void PayloadReader_any_garbage_reads_or_throws_its_own_error()
    {
        Prop.ForAll(Arb.From(Gen.Choose(0, 64)), ArbMap.Default.ArbFor<int>(), (length, seed) =>
        {
            byte[] bytes = Bytes(length, seed);
            foreach (Action<byte[]> read in s_reads)
            {
                try
                {
                    read(bytes);
                }
                catch (ChannelException)
                {
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    private static readonly Action<byte[]>[] s_reads =
    [
        static bytes => FrameCodec.ReadStart(new PayloadReader(bytes)),
        static bytes => FrameCodec.ReadSource(new PayloadReader(bytes)),
        static bytes => FrameCodec.ReadWindowCommand(new PayloadReader(bytes)),
        static bytes => FrameCodec.ReadProgress(new PayloadReader(bytes)),
        static bytes => FrameCodec.ReadClosed(new PayloadReader(bytes)),
        static bytes => FrameCodec.ReadInfo(new PayloadReader(bytes)),
        static bytes => FrameCodec.ReadWindowChange(new PayloadReader(bytes)),
    ];

    private static bool Survives(byte[] bytes)
    {
        using var decoder = new FrameDecoder();
        try
        {
            int at = 0;
            while (at < bytes.Length)
            {
                Span<byte> room = decoder.GetRoom();
                int count = Math.Min(room.Length, bytes.Length - at);
                bytes.AsSpan(at, count).CopyTo(room);
                decoder.Advance(count);
                at += count;
                while (decoder.TryRead(out Frame frame))
                    _ = frame.Payload.Length;
            }
            decoder.Complete();
        }
        catch (ChannelException)
        {
        }
        return decoder.Capacity <= 2 * Math.Max(bytes.Length, 64 * 1024);
    }

    private static void Feed(FrameDecoder decoder, byte[] bytes)
    {
        bytes.CopyTo(decoder.GetRoom());
        decoder.Advance(bytes.Length);
    }

    private static byte[] Encode(Sample sample)
    {
        var builder = new FrameBuilder(sample.Kind, sample.CallId, sample.OriginId);
        builder.WriteTail(sample.Payload);
        ArraySegment<byte> frame = builder.Detach();
        return [.. frame];
    }

    private static byte[] Bytes(int length, int seed)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    internal sealed record Sample(FrameKind Kind, long CallId, long OriginId, byte[] Payload)
    {
        public static IEqualityComparer<Sample> Comparer { get; } = EqualityComparer<Sample>.Create(static (a, b) =>
            a!.Kind == b!.Kind && a.CallId == b.CallId && a.OriginId == b.OriginId && a.Payload.AsSpan().SequenceEqual(b.Payload));
    }
}
