using AuroraView.Engine.Framing;
using AuroraView.Engine.Transport;

namespace AuroraView.Engine.Writing;

/// <summary>
/// Sends frames in order from any thread, without ever making the caller wait: what the transport takes at once goes
/// out on the caller's thread, the rest is queued and drained by a background thread that exists only while there is a queue.
/// </summary>
/// <remarks>
/// Urgent frames overtake the queue, but never split a frame that is partly sent. The gate is held only around
/// queue operations and sends that do not wait; no foreign code runs under it.
/// </remarks>
internal sealed class ChannelWriter
{
    private const int BatchSize = 64 * 1024;
    private static readonly TimeSpan DrainerIdle = TimeSpan.FromSeconds(2);
    private const int WritableBound = 1000;

    private readonly IChannelTransport _transport;
    private readonly object _gate = new();
    private readonly Queue<ArraySegment<byte>> _urgent = new();
    private readonly Queue<ArraySegment<byte>> _queue = new();
    private ArraySegment<byte> _begun;
    private bool _draining;
    private bool _ended;
    private long _queuedBytes;

    /// <param name="transport">Where the frames go. The writer does not own it.</param>
    public ChannelWriter(IChannelTransport transport) => _transport = transport;

    /// <summary>Bytes that wait because the other side is slower.</summary>
    public long QueuedBytes => Interlocked.Read(ref _queuedBytes);

    /// <summary>Sends a frame, or queues it. Takes the frame's buffer over.</summary>
    /// <returns><see langword="false"/> when the channel has ended: the frame is dropped.</returns>
    public bool Send(ref FrameBuilder frame, bool urgent = false)
    {
        ArraySegment<byte> bytes = frame.Detach();
        lock (_gate)
        {
            if (_ended)
            {
                Return(bytes);
                return false;
            }
            if (_draining)
            {
                Enqueue(urgent ? _urgent : _queue, bytes);
                Monitor.Pulse(_gate);
                return true;
            }
            int sent = _transport.TrySend(bytes);
            if (sent == bytes.Count || sent < 0)
            {
                Return(bytes);
                _ended |= sent < 0;
                return sent >= 0;
            }
            if (sent > 0)
                _begun = bytes[sent..];
            else
                (urgent ? _urgent : _queue).Enqueue(bytes);
            Interlocked.Add(ref _queuedBytes, bytes.Count - sent);
            _draining = true;
        }
        BeginDraining();
        return true;
    }

    // If the system gives no thread, the pool does it as soon as it can: what was taken is sent.
    private void BeginDraining()
    {
        try
        {
            new Thread(DrainOrEnd) { IsBackground = true, Name = "AuroraView channel writer" }.Start();
        }
        catch (Exception error) when (error is OutOfMemoryException or ThreadStartException)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.DrainOrEnd(), this, preferLocal: false);
        }
    }

    /// <summary>Waits until everything queued is sent, the channel ended or the time is over.</summary>
    /// <returns>Whether nothing is queued any more.</returns>
    public bool Flush(TimeSpan bound)
    {
        long deadline = Environment.TickCount64 + (long)bound.TotalMilliseconds;
        lock (_gate)
        {
            while (HasQueued && !_ended)
            {
                long left = deadline - Environment.TickCount64;
                if (left <= 0)
                    return false;
                Monitor.Wait(_gate, (int)left);
            }
            return !HasQueued;
        }
    }

    /// <summary>Drops what is queued and refuses everything later. After it returns nothing touches the transport any more but a bounded wait of the drainer.</summary>
    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            DropAll();
            Monitor.PulseAll(_gate);
        }
    }

    private bool HasQueued => _begun.Count > 0 || _urgent.Count > 0 || _queue.Count > 0;

    // The thread runs in the host's process, which an exception would end.
    private void DrainOrEnd()
    {
        try
        {
            Drain();
        }
        catch (Exception)
        {
            End();
        }
    }

    private void Drain()
    {
        while (true)
        {
            bool wait = false;
            lock (_gate)
            {
                if (!_ended && !HasQueued)
                {
                    Monitor.PulseAll(_gate);
                    if (!Monitor.Wait(_gate, DrainerIdle) && !HasQueued)
                        _draining = false;
                }
                if (_ended)
                {
                    DropAll();
                    _draining = false;
                    Monitor.PulseAll(_gate);
                }
                if (!_draining)
                    return;
                if (HasQueued)
                    wait = SendSome();
            }
            if (wait)
                _transport.WaitUntilWritable(WritableBound);
        }
    }

    // Sends what can be sent now; says whether the transport wants a pause.
    private bool SendSome()
    {
        if (_begun.Count > 0)
            return SendBegun();
        _begun = Next()!.Dequeue();
        if (_begun.Count < BatchSize && Next() is not null)
            _begun = Batch(_begun);
        return SendBegun();
    }

    // Many small frames cost one system call.
    private ArraySegment<byte> Batch(ArraySegment<byte> first)
    {
        byte[] batch = ByteArrays.Rent(BatchSize);
        first.AsSpan().CopyTo(batch);
        int filled = first.Count;
        Return(first);
        while (Next() is { } queue && queue.Peek().Count <= BatchSize - filled)
        {
            ArraySegment<byte> frame = queue.Dequeue();
            frame.AsSpan().CopyTo(batch.AsSpan(filled));
            filled += frame.Count;
            Return(frame);
        }
        return new ArraySegment<byte>(batch, 0, filled);
    }

    private bool SendBegun()
    {
        int sent = _transport.TrySend(_begun);
        if (sent < 0)
        {
            _ended = true;
            return false;
        }
        Interlocked.Add(ref _queuedBytes, -sent);
        if (sent == _begun.Count)
        {
            Return(_begun);
            _begun = default;
            return false;
        }
        _begun = _begun[sent..];
        return sent == 0;
    }

    private Queue<ArraySegment<byte>>? Next() => _urgent.Count > 0 ? _urgent : _queue.Count > 0 ? _queue : null;

    private void Enqueue(Queue<ArraySegment<byte>> queue, ArraySegment<byte> bytes)
    {
        queue.Enqueue(bytes);
        Interlocked.Add(ref _queuedBytes, bytes.Count);
    }

    private void DropAll()
    {
        if (_begun.Count > 0)
            Return(_begun);
        _begun = default;
        while (Next() is { } queue)
            Return(queue.Dequeue());
        Interlocked.Exchange(ref _queuedBytes, 0);
    }

    private static void Return(ArraySegment<byte> bytes) => ByteArrays.Return(bytes.Array!);
}
