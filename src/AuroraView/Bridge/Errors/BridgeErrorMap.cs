using System.Reflection;
using System.Text;
using System.Text.Json;
using AuroraView.Threading;

namespace AuroraView.Bridge;

/// <summary>
/// Turns what a handler or a dispatch threw into what the page is told. It never throws itself: this is the last thing between a call and its answer.
/// </summary>
internal static class BridgeErrorMap
{
    private const int MaxDataBytes = 16 * 1024 * 1024;

    /// <summary>What the page is told about <paramref name="exception"/>.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="debug">Whether the page may see the host's stack.</param>
    public static BridgeError From(Exception exception, bool debug)
    {
        Exception cause = Unwrap(exception);
        string? stack = debug ? ErrorMessage.WithStack(cause) : null;
        (BridgeError error, JsonElement? data) = cause switch
        {
            ForeignHandlerException { Error: var told } => (told with { RemoteStack = debug ? told.RemoteStack : null, ErrorData = null }, told.ErrorData),
            BridgeException chosen => (new BridgeError(chosen.CodeName, ErrorMessage.Of(cause), chosen.InnerException?.GetType().FullName, stack), chosen.ErrorData),
            _ => (new BridgeError(CodeOf(cause).ToString(), ErrorMessage.Of(cause), cause.GetType().FullName, stack), null),
        };
        error = error with
        {
            Code = ErrorMessage.Cut(error.Code),
            Message = ErrorMessage.Cut(error.Message),
            RemoteType = ErrorMessage.Cut(error.RemoteType),
            RemoteStack = ErrorMessage.Cut(error.RemoteStack),
        };
        try
        {
            return data is { ValueKind: not JsonValueKind.Undefined } given ? error with { ErrorData = Keep(given) } : error;
        }
        catch (Exception lost) when (lost is BridgeException or ObjectDisposedException or InvalidOperationException)
        {
            return error with { Message = $"{error.Message} (The error's data cannot travel: {ErrorMessage.Of(lost)})" };
        }
    }

    /// <summary>
    /// The code for <paramref name="exception"/>. Only AuroraView's own exceptions have one of its codes: a handler's own timeout or cancellation
    /// is a handler that failed, and its type says how.
    /// </summary>
    public static BridgeErrorCode CodeOf(Exception exception) => exception switch
    {
        BridgeException chosen => chosen.Code,
        DeadlockDetectedException => BridgeErrorCode.Deadlock,
        ThreadDispatchTimeoutException or WaitTimeoutException => BridgeErrorCode.Timeout,
        ShutdownInProgressException => BridgeErrorCode.ShutdownInProgress,
        MainThreadUnavailableException => BridgeErrorCode.MainThreadUnavailable,
        _ => BridgeErrorCode.HandlerFailed,
    };

    // A copy, checked: the document behind it may be disposed, or have been read with comments or without a limit of depth.
    private static JsonElement Keep(JsonElement data)
    {
        JsonElement kept = data.Clone();
        byte[] json = Encoding.UTF8.GetBytes(kept.GetRawText());
        if (json.Length > MaxDataBytes)
            throw new BridgeException(BridgeErrorCode.TooLarge, $"it has {json.Length} bytes; the limit is {MaxDataBytes}.");
        return JsonFlaw.Find(json) is { } flaw ? throw new BridgeException(flaw.Code, $"it {flaw.Reason}") : kept;
    }

    private static Exception Unwrap(Exception exception)
    {
        while (true)
        {
            switch (exception)
            {
                case TargetInvocationException { InnerException: { } inner }: exception = inner; break;
                case AggregateException { InnerExceptions: [var only] }: exception = only; break;
                default: return exception;
            }
        }
    }
}
