using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

/// <summary>Names of functions as a person wrote them.</summary>
internal static class FunctionName
{
    internal static string Of(Delegate function)
    {
        // Reflection may wait for a lock of the runtime's, whose holder may wait for ours.
        ShortLock.MustNotBeHeld("a function's name is looked up");
        var method = function.Method;
        return Written(method.Name) ?? (method.DeclaringType is { } type ? $"{type.Name}.{method.Name}" : method.Name);
    }

    /// <summary>What stands for the function of a call until its name is asked for: its argument, where the function is only a wrapper of ours around that.</summary>
    internal static object WorkOf<T>(Delegate function, T argument) => argument is INamedWork or Delegate ? argument : function;

    /// <summary>The name of what a thread runs: a call, a function, named work, or a name.</summary>
    internal static string OfWork(object work) => work switch
    {
        Call call => call.Function,
        INamedWork named => named.Name,
        Delegate function => Of(function),
        _ => (string)work,
    };

    /// <summary>The name for the rest of an async function, of which a continuation is all that is left.</summary>
    internal static string OfRest(Delegate continuation)
    {
        ShortLock.MustNotBeHeld("a function's name is looked up");
        // The runtime keeps the function's state in a box whose last type argument is the compiler's type for that state, <Method>d__1.
        if (continuation.Target?.GetType().GenericTypeArguments is [.., { Name: ['<', ..] machine }] && machine.LastIndexOf('>') is var end and > 1)
            return $"the rest of {Written(machine[1..end]) ?? machine[1..end]}";
        return "the rest of an async function";
    }

    // The compiler's name for a lambda is <Method>b__0_1, for a local function <Method>g__Local|0_1. A program of top-level statements is itself
    // a method of a made-up name, <Main>$.
    private static string? Written(string name)
    {
        var end = name.IndexOf(">b__", StringComparison.Ordinal);
        if (end < 0)
            end = name.IndexOf(">g__", StringComparison.Ordinal);
        if (!name.StartsWith('<') || end <= 1)
            return null;
        var outer = name[1..end].Replace("<Main>$", "Main", StringComparison.Ordinal);
        var local = name.IndexOf("g__", StringComparison.Ordinal);
        var bar = name.IndexOf('|');
        return local > 0 && bar > local ? $"{outer}.{name[(local + 3)..bar]}" : $"a lambda in {outer}";
    }
}
