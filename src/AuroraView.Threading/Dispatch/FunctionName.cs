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
        // The compiler's name for a lambda is <Method>b__0_1, for a local function <Method>g__Local|0_1.
        if (name.StartsWith('<') && name.IndexOf('>') is var end and > 1)
        {
            var outer = name[1..end];
            var local = name.IndexOf("g__", StringComparison.Ordinal);
            var bar = name.IndexOf('|');
            name = local > 0 && bar > local ? $"{outer}.{name[(local + 3)..bar]}" : $"a lambda in {outer}";
            return name;
        }

        return method.DeclaringType is { } type ? $"{type.Name}.{name}" : name;
    }
}
