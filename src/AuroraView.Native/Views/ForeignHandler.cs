using System.Buffers;
using AuroraView.Bridge;
using AuroraView.Native.Sessions;

namespace AuroraView.Native.Views;

/// <summary>A client's function as a handler of the page.</summary>
internal static class ForeignHandler
{
    /// <summary>The value a callback returns where it will answer later.</summary>
    private const int Later = 1;

    internal static PageHandler Create(Session session, string name, long token, HandlerThread thread) =>
        new(name, thread, [], (arguments, result, _) => Run(session, token, (RawParameters)arguments[0]!, result))
        {
            IsRaw = true,
            Released = () => session.RunOnService(CallKind.Release, token, 0, null),
        };

    private static ValueTask Run(Session session, long token, RawParameters parameters, IBufferWriter<byte> result)
    {
        var reply = ForeignReply.Open();
        int returned;
        try
        {
            // An event has no answer, which the callee sees by the sign of the number.
            var number = parameters.IsEvent ? -reply.Handle : reply.Handle;
            returned = parameters.Json is { } json
                ? session.Callbacks.Run(CallKind.Handler, token, number, json.Span)
                : session.Callbacks.Run(CallKind.Handler, token, number);
        }
        catch
        {
            reply.Abandon();
            throw;
        }

        var answer = reply.Take(returned == Later);
        if (!answer.IsCompleted)
            return new ValueTask(WriteLaterAsync(answer, result));
        if (answer.IsFaulted)
            return new ValueTask(answer);
        result.Write(answer.Result);
        return default;
    }

    private static async Task WriteLaterAsync(Task<byte[]> answer, IBufferWriter<byte> result) =>
        result.Write(await answer.ConfigureAwait(false));
}
