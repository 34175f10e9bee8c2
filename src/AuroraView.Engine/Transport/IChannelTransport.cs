namespace AuroraView.Engine.Transport;

/// <summary>How bytes get to the other side: the seam under the frames.</summary>
/// <remarks>
/// One thread receives, any thread sends (the writer lets one in at a time). Nothing but
/// <see cref="WaitUntilWritable"/> waits. A socket pair is one transport; a direct one into the page's process can be another.
/// </remarks>
internal interface IChannelTransport : IDisposable
{
    /// <summary>The descriptor that becomes readable when <see cref="TryReceive"/> has something to say.</summary>
    int Descriptor { get; }

    /// <summary>Receives what is there.</summary>
    /// <param name="buffer">Where to put it; not empty.</param>
    /// <param name="count">Bytes received.</param>
    /// <exception cref="Framing.ChannelException">The operating system refused.</exception>
    ReceiveOutcome TryReceive(Span<byte> buffer, out int count);

    /// <summary>Sends what can be taken at once.</summary>
    /// <returns>Bytes taken, 0 when it has to wait, -1 when the other side is gone.</returns>
    int TrySend(ReadOnlySpan<byte> bytes);

    /// <summary>Waits until more can be sent or the other side is gone, at most <paramref name="milliseconds"/>.</summary>
    void WaitUntilWritable(int milliseconds);

    /// <summary>Ends both directions; a waiting reader sees the end at once.</summary>
    void Shutdown();
}

/// <summary>What came of receiving.</summary>
internal enum ReceiveOutcome
{
    /// <summary>Bytes came.</summary>
    Received,

    /// <summary>Nothing is there now.</summary>
    Nothing,

    /// <summary>The other side is gone.</summary>
    Ended,
}
