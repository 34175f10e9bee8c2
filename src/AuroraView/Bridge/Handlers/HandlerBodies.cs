using System.Text.Json.Serialization.Metadata;

namespace AuroraView.Bridge;

/// <summary>The ways in which a handler gives its result.</summary>
internal static class HandlerBodies
{
    public static HandlerBody Nothing(Action<object?[]> run) => (arguments, _, _) =>
    {
        run(arguments);
        return default;
    };

    public static HandlerBody Value<TResult>(Func<object?[], TResult> run, JsonTypeInfo<TResult> info)
    {
        if (typeof(TResult) == typeof(ValueTask) || (typeof(TResult).IsGenericType && typeof(TResult).GetGenericTypeDefinition() == typeof(ValueTask<>)))
            throw new ArgumentException("A handler that ends later returns Task or Task<T>: use AsTask().");
        return (arguments, result, _) =>
        {
            ResultWriter.Write(run(arguments), info, result);
            return default;
        };
    }

    public static HandlerBody Task(Func<object?[], CancellationToken, Task> run) =>
        (arguments, _, cancellation) => new ValueTask(run(arguments, cancellation));

    // The context is captured on purpose: the result's getters may touch the scene, so they run where the handler ran.
    public static HandlerBody Task<TResult>(Func<object?[], CancellationToken, Task<TResult>> run, JsonTypeInfo<TResult> info) =>
        async (arguments, result, cancellation) =>
            ResultWriter.Write(await run(arguments, cancellation).ConfigureAwait(true), info, result);
}
