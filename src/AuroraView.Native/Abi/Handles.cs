using System.Collections.Concurrent;

namespace AuroraView.Native.Abi;

/// <summary>The numbers by which callers know our objects. A number is never used twice, so a stale one is an error and nothing worse.</summary>
internal static class Handles
{
    private static readonly ConcurrentDictionary<long, object> s_all = new();
    private static long s_last;

    /// <summary>How many there are, of every client.</summary>
    internal static int Count => s_all.Count;

    internal static long Next() => Interlocked.Increment(ref s_last);

    internal static long Add(object value)
    {
        var handle = Next();
        s_all[handle] = value;
        return handle;
    }

    internal static bool Remove(long handle) => s_all.TryRemove(handle, out _);

    internal static bool TryTake<T>(long handle, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
        where T : class
    {
        value = s_all.TryGetValue(handle, out var found) ? found as T : null;
        return value is not null && Remove(handle);
    }

    /// <exception cref="BadHandleException">There is no such thing, or no longer.</exception>
    internal static T Get<T>(long handle)
        where T : class =>
        s_all.TryGetValue(handle, out var value) && value is T found ? found : throw new BadHandleException(handle, typeof(T).Name);
}

/// <summary>A caller's number means nothing.</summary>
internal sealed class BadHandleException(long handle, string kind)
    : Exception($"{handle} is not the handle of a {kind.ToLowerInvariant()}, or it was released, so the operation did not run.");
