namespace AuroraView.Threading.Dispatch;

/// <summary>Names of functions as a person wrote them.</summary>
internal static class FunctionName
{
    /// <summary>The function's name; that of its argument where it is only a wrapper of ours around a user's function.</summary>
    internal static string Of<T>(Delegate function, T argument) =>
        argument is INamedWork named ? named.Name : Of(argument as Delegate ?? function);

    internal static string Of(Delegate function)
    {
        var method = function.Method;
        var name = method.Name;
        // The compiler's name for a lambda is <Method>b__0_1, for a local function <Method>g__Local|0_1. A program of top-level statements is itself
        // a method of a made-up name, <Main>$.
        var end = name.IndexOf(">b__", StringComparison.Ordinal);
        if (end < 0)
            end = name.IndexOf(">g__", StringComparison.Ordinal);
        if (name.StartsWith('<') && end > 1)
        {
            var outer = name[1..end].Replace("<Main>$", "Main", StringComparison.Ordinal);
            var local = name.IndexOf("g__", StringComparison.Ordinal);
            var bar = name.IndexOf('|');
            name = local > 0 && bar > local ? $"{outer}.{name[(local + 3)..bar]}" : $"a lambda in {outer}";
            return name;
        }

        return method.DeclaringType is { } type ? $"{type.Name}.{name}" : name;
    }
}
