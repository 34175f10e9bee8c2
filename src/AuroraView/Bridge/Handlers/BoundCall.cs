using System.Buffers;

namespace AuroraView.Bridge;

/// <summary>Runs a handler and writes its result's JSON, or nothing where it has none.</summary>
/// <remarks>What the handler throws comes through unchanged; a result that cannot be written is a
/// <see cref="BridgeException"/> with <see cref="BridgeErrorCode.ResultNotSerializable"/>.</remarks>
internal delegate ValueTask HandlerBody(object?[] arguments, IBufferWriter<byte> result, CancellationToken cancellation);

/// <summary>A handler with its arguments, ready to run once.</summary>
internal readonly struct BoundCall(HandlerBody body, object?[] arguments)
{
    /// <summary>The arguments, in the handler's order; the cancellation token is not among them.</summary>
    public IReadOnlyList<object?> Arguments => arguments;

    /// <summary>
    /// Runs the handler on this thread until its first await. The result is written where the handler
    /// continues: with this thread's synchronisation context, if it has one, because a result's getters may touch the scene.
    /// </summary>
    /// <param name="result">Receives one JSON value, or nothing for a handler without a result.</param>
    /// <param name="cancellation">Cancelled when the page no longer waits.</param>
    public ValueTask InvokeAsync(IBufferWriter<byte> result, CancellationToken cancellation)
    {
        try
        {
            return body(arguments, result, cancellation);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException(exception);
        }
    }
}
