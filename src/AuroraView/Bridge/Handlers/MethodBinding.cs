using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AuroraView.Bridge;

/// <summary>Makes a handler of a method by reflection.</summary>
[RequiresUnreferencedCode("Binds by reflection.")]
[RequiresDynamicCode("Binds by reflection.")]
internal static class MethodBinding
{
    public static PageHandler ForDelegate(string name, Delegate handler, HandlerThread thread, JsonSerializerOptions options)
    {
        // The delegate's own Invoke gives the parameters' types and (since C# 12) a lambda's default values; the
        // method gives their names where the delegate's type is a general one such as Func.
        MethodInfo invoke = handler.GetType().GetMethod("Invoke")!;
        ParameterInfo[] shown = invoke.GetParameters();
        ParameterInfo[] own = handler.Method.GetParameters();
        ParameterInfo[] named = own.Length >= shown.Length ? own[^shown.Length..] : shown;
        return Create(name, thread == HandlerThread.Default ? ThreadOf(handler.Method) : thread, invoke, handler, shown, named, options);
    }

    public static PageHandler ForMethod(string name, object target, MethodInfo method, HandlerThread thread, JsonSerializerOptions options)
    {
        HandlerThread own = ThreadOf(method);
        ParameterInfo[] parameters = method.GetParameters();
        return Create(name, own == HandlerThread.Default ? thread : own, method, target, parameters, parameters, options);
    }

    private static HandlerThread ThreadOf(MethodInfo method)
    {
        DccThreadSafeAttribute? said = method.GetCustomAttribute<DccThreadSafeAttribute>()
            ?? method.ReflectedType?.GetCustomAttribute<DccThreadSafeAttribute>();
        return said is null ? HandlerThread.Default : said.OnMainThread ? HandlerThread.Main : HandlerThread.View;
    }

    private static PageHandler Create(
        string name, HandlerThread thread, MethodInfo method, object target, ParameterInfo[] shown, ParameterInfo[] named,
        JsonSerializerOptions options)
    {
        if (method.ContainsGenericParameters) throw new ArgumentException($"{name}: a generic method cannot be bound.");
        var parameters = new List<HandlerParameter>();
        for (int index = 0; index < shown.Length; index++)
        {
            Type type = shown[index].ParameterType;
            if (type == typeof(CancellationToken)) continue;
            if (type.IsByRef || type.IsPointer || type.IsByRefLike)
                throw new ArgumentException($"{name}: parameter '{named[index].Name}' is passed by reference or is a span; the page cannot fill it.");
            ParameterInfo defaults = shown[index].HasDefaultValue ? shown[index] : named[index];
            parameters.Add(new HandlerParameter(
                named[index].Name, PageJson.Info(type, options), defaults.HasDefaultValue, defaults.HasDefaultValue ? DefaultOf(defaults, type) : null));
        }

        ResultReader result = ResultReader.For(name, method.ReturnType, options);
        return new PageHandler(name, thread, [.. parameters], (arguments, output, cancellation) =>
            result.WriteAsync(Invoke(method, target, shown, arguments, cancellation), output));
    }

    // Reflection gives null for "= default" of a value type.
    private static object? DefaultOf(ParameterInfo parameter, Type type)
    {
        object? value = parameter.DefaultValue;
        if (value is null && type.IsValueType && Nullable.GetUnderlyingType(type) is null) return Activator.CreateInstance(type);
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return value is not null && plain.IsEnum && value is not Enum ? Enum.ToObject(plain, value) : value;
    }

    private static object? Invoke(MethodInfo method, object target, ParameterInfo[] shown, object?[] given, CancellationToken cancellation)
    {
        var arguments = new object?[shown.Length];
        for (int index = 0, next = 0; index < shown.Length; index++)
            arguments[index] = shown[index].ParameterType == typeof(CancellationToken) ? cancellation : given[next++];
        try
        {
            return method.Invoke(method.IsStatic ? null : target, arguments);
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    /// <summary>How a return value becomes JSON.</summary>
    [RequiresUnreferencedCode("Binds by reflection.")]
    [RequiresDynamicCode("Binds by reflection.")]
    private sealed record ResultReader(JsonTypeInfo? Info, PropertyInfo? TaskResult, MethodInfo? AsTask)
    {
        public static ResultReader For(string name, Type type, JsonSerializerOptions options)
        {
            if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask)) return new ResultReader(null, null, null);
            if (type.IsByRef || type.IsByRefLike || type.IsPointer) throw new ArgumentException($"{name}: a result by reference cannot be bound.");
            if (type.IsGenericType && type.GetGenericTypeDefinition() is { } generic && (generic == typeof(Task<>) || generic == typeof(ValueTask<>)))
            {
                Type result = type.GetGenericArguments()[0];
                return new ResultReader(
                    PageJson.Info(result, options),
                    typeof(Task<>).MakeGenericType(result).GetProperty(nameof(Task<object>.Result)),
                    generic == typeof(ValueTask<>) ? type.GetMethod(nameof(ValueTask<object>.AsTask)) : null);
            }

            return new ResultReader(PageJson.Info(type, options), null, null);
        }

        // The context is captured on purpose, see BoundCall.InvokeAsync.
        public async ValueTask WriteAsync(object? returned, IBufferWriter<byte> output)
        {
            if (TaskResult is null)
            {
                if (Info is not null) ResultWriter.WriteUntyped(returned, Info, output);
                else if (returned is Task task) await task.ConfigureAwait(true);
                else if (returned is ValueTask valueTask) await valueTask.ConfigureAwait(true);
                return;
            }

            var pending = (Task?)(AsTask is null ? returned : AsTask.Invoke(returned, null))
                ?? throw new InvalidOperationException("The handler returned null instead of a task.");
            await pending.ConfigureAwait(true);
            ResultWriter.WriteUntyped(TaskResult.GetValue(pending), Info!, output);
        }
    }
}
