using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;

namespace AuroraView.Bridge;

/// <summary>Finds the methods of an object that a page may call.</summary>
[RequiresUnreferencedCode("Binds by reflection.")]
[RequiresDynamicCode("Binds by reflection.")]
internal static class ApiBinding
{
    public static IReadOnlyList<PageHandler> ForObject(object target, string apiNamespace, HandlerThread thread, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(apiNamespace);
        string prefix = apiNamespace.Length == 0 ? "" : apiNamespace + ".";
        var bound = new Dictionary<string, (PageHandler Handler, MethodInfo Method)>(StringComparer.Ordinal);
        foreach (MethodInfo method in target.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (!IsCallable(method)) continue;
            string name = prefix + NameOf(method);
            if (bound.TryGetValue(name, out (PageHandler Handler, MethodInfo Method) other))
                throw new ArgumentException(
                    $"{target.GetType().Name} has two methods that the page would call '{name}': {other.Method} and {method}. "
                    + "Give one of them [AuroraName] or [AuroraIgnore].", nameof(target));
            bound[name] = (MethodBinding.ForMethod(name, target, method, thread, options), method);
        }

        return bound.Count > 0
            ? [.. bound.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.Handler)]
            : throw new ArgumentException($"{target.GetType()} has no public method that a page could call.", nameof(target));
    }

    private static bool IsCallable(MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType != typeof(object)
        && !method.IsSpecialName && !method.IsGenericMethod
        && !method.IsDefined(typeof(AuroraIgnoreAttribute), inherit: true)
        && !method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false)
        && !IsDispose(method);

    // A page that disposed the host's object would break it for everybody.
    private static bool IsDispose(MethodInfo method) =>
        method.GetParameters().Length == 0
        && ((method.Name == nameof(IDisposable.Dispose) && typeof(IDisposable).IsAssignableFrom(method.DeclaringType))
            || (method.Name == nameof(IAsyncDisposable.DisposeAsync) && typeof(IAsyncDisposable).IsAssignableFrom(method.DeclaringType)));

    private static string NameOf(MethodInfo method)
    {
        if (method.GetCustomAttribute<AuroraNameAttribute>() is { } chosen) return chosen.Name;
        string name = method.Name;
        if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) && IsTask(method.ReturnType)) name = name[..^5];
        return JsonNamingPolicy.CamelCase.ConvertName(name);
    }

    private static bool IsTask(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));
}
