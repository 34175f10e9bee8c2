using System.Reflection;

namespace AuroraView.Bridge;

/// <summary>Turns what a handler or a dispatch threw into what the page is told.</summary>
internal static class BridgeErrorMap
{
    // By name, because the exceptions of other rooms may derive from these without this room knowing them.
    private static readonly Dictionary<string, BridgeErrorCode> _codes = new(StringComparer.Ordinal)
    {
        ["DeadlockDetectedException"] = BridgeErrorCode.Deadlock,
        ["ThreadDispatchTimeoutException"] = BridgeErrorCode.Timeout,
        ["ShutdownInProgressException"] = BridgeErrorCode.ShutdownInProgress,
        ["MainThreadUnavailableException"] = BridgeErrorCode.MainThreadUnavailable,
        [nameof(TimeoutException)] = BridgeErrorCode.Timeout,
        [nameof(OperationCanceledException)] = BridgeErrorCode.Cancelled,
    };

    /// <summary>What the page is told about <paramref name="exception"/>.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="debug">Whether the page may see the host's stack.</param>
    public static BridgeError From(Exception exception, bool debug)
    {
        Exception cause = Unwrap(exception);
        if (cause is ForeignHandlerException foreign)
            return debug ? foreign.Error : foreign.Error with { RemoteStack = null };
        string? stack = debug ? cause.ToString() : null;
        return cause is BridgeException chosen
            ? new BridgeError(chosen.CodeName, chosen.Message, chosen.InnerException?.GetType().FullName, stack, chosen.ErrorData)
            : new BridgeError(CodeOf(cause).ToString(), cause.Message, cause.GetType().FullName, stack);
    }

    /// <summary>The code for <paramref name="exception"/>: its own type's, else the nearest base type's.</summary>
    public static BridgeErrorCode CodeOf(Exception exception)
    {
        if (exception is BridgeException chosen) return chosen.Code;
        for (Type? type = exception.GetType(); type is not null; type = type.BaseType)
            if (_codes.TryGetValue(type.Name, out BridgeErrorCode code)) return code;
        return BridgeErrorCode.HandlerFailed;
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
