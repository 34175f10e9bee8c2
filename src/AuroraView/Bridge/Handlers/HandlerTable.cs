using System.Collections.Concurrent;

namespace AuroraView.Bridge;

/// <summary>The handlers of one view by name. Lock-free for readers; every member may be called from any thread.</summary>
internal sealed class HandlerTable
{
    private readonly ConcurrentDictionary<string, PageHandler> _handlers = new(StringComparer.Ordinal);

    /// <summary>The names, sorted: what is announced to the page.</summary>
    public string[] Names
    {
        get
        {
            string[] names = [.. _handlers.Keys];
            Array.Sort(names, StringComparer.Ordinal);
            return names;
        }
    }

    /// <summary>Adds a handler, or replaces the one of that name: the last one wins.</summary>
    public void Set(PageHandler handler) => _handlers[handler.Name] = handler;

    /// <summary>Removes a handler.</summary>
    public bool Remove(string name) => _handlers.TryRemove(name, out _);

    /// <summary>Finds a handler.</summary>
    public bool TryGet(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PageHandler? handler) =>
        _handlers.TryGetValue(name, out handler);

    /// <summary>The error for a name that nobody has, with the nearest names that exist.</summary>
    public BridgeError Unknown(string name)
    {
        string? nearest = Names.MinBy(known => EditDistance(known, name));
        string hint = nearest is not null && EditDistance(nearest, name) <= Math.Max(2, name.Length / 3) ? $" Did you mean '{nearest}'?" : "";
        return new BridgeError(BridgeErrorCode.UnknownMethod, $"No handler named '{name}' is registered.{hint}");
    }

    private static int EditDistance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 8) return int.MaxValue;
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
