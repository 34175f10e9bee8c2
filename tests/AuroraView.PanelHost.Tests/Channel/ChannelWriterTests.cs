using AuroraView.Engine.Framing;
using AuroraView.Engine.Transport;
using AuroraView.Engine.Writing;
using Xunit;

namespace AuroraView.PanelHost.Tests.Channel;

public sealed class ChannelWriterTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Writer_many_threads_into_a_slow_channel_keep_their_order_and_lose_nothing()
    {
        (SocketTransport near, SocketTransport far) = SocketTransport.CreatePair();
        using (near)
        using (far)
        {
            var writer = new ChannelWriter(near);
            const int threads = 4;
            const int frames = 5000;
            Task[] senders = [.. Enumerable.Range(0, threads).Select(thread => Task.Run(() =>
            {
                for (int i = 0; i < frames; i++)
                    Send(writer, thread, i, new byte[i % 700]);
            }))];
            // Nobody reads yet: whoever sends must not wait for a reader.
            await Task.WhenAll(senders).WaitAsync(s_bound);
            Assert.True(writer.QueuedBytes > 0);

            int[] next = new int[threads];
            await Task.Run(() => ReadAll(far, threads * frames, frame =>
            {
                Assert.Equal(next[(int)frame.OriginId]++, frame.CallId);
                Assert.Equal(frame.CallId % 700, frame.Payload.Length);
            })).WaitAsync(s_bound);
            Assert.True(writer.Flush(s_bound));
            Assert.Equal(0, writer.QueuedBytes);
        }
    }

    [Fact]
    public void Writer_urgent_frame_overtakes_the_queue_but_splits_nothing()
    {
        (SocketTransport near, SocketTransport far) = SocketTransport.CreatePair();
        using (near)
        using (far)
        {
            var writer = new ChannelWriter(near);
            for (int i = 0; i < 100; i++)
                Send(writer, 0, i, new byte[100_000]);
            var urgent = new FrameBuilder(FrameKind.Close);
            Assert.True(writer.Send(ref urgent, urgent: true));
            int seen = 0;
            int urgentAt = -1;
            ReadAll(far, 101, frame =>
            {
                if (frame.Kind == FrameKind.Close)
                    urgentAt = seen;
                seen++;
            });
            Assert.InRange(urgentAt, 0, 10);
        }
    }

    [Fact]
    public void Writer_other_side_gone_refuses_instead_of_ending_the_process()
    {
        (SocketTransport near, SocketTransport far) = SocketTransport.CreatePair();
        using (near)
        {
            far.Dispose();
            var writer = new ChannelWriter(near);
            Send(writer, 0, 0, new byte[10]);
            var frame = new FrameBuilder(FrameKind.Close);
            Assert.False(writer.Send(ref frame));
            Assert.True(writer.Flush(s_bound));
        }
    }

    [Fact]
    public void Writer_ended_with_a_queue_drops_it_and_wakes_who_flushes()
    {
        (SocketTransport near, SocketTransport far) = SocketTransport.CreatePair();
        using (near)
        using (far)
        {
            var writer = new ChannelWriter(near);
            for (int i = 0; i < 50; i++)
                Send(writer, 0, i, new byte[100_000]);
            Assert.False(writer.Flush(TimeSpan.FromMilliseconds(10)));
            writer.End();
            Assert.True(writer.Flush(s_bound));
            Assert.Equal(0, writer.QueuedBytes);
        }
    }

    private delegate void OnFrame(Frame frame);

    private static void Send(ChannelWriter writer, long origin, long call, byte[] payload)
    {
        var frame = new FrameBuilder(FrameKind.Deliver, call, origin);
        frame.WriteTail(payload);
        writer.Send(ref frame);
    }

    private static unsafe void ReadAll(SocketTransport transport, int count, OnFrame onFrame)
    {
        using var decoder = new FrameDecoder();
        while (count > 0)
        {
            var entry = new Libc.PollEntry { Descriptor = transport.Descriptor, Wanted = Libc.POLLIN };
            Assert.True(Libc.Poll(&entry, 1, (int)s_bound.TotalMilliseconds) > 0, "nothing came any more");
            if (transport.TryReceive(decoder.GetRoom(), out int received) != ReceiveOutcome.Received)
                continue;
            decoder.Advance(received);
            while (decoder.TryRead(out Frame frame))
            {
                onFrame(frame);
                count--;
            }
        }
    }
}
