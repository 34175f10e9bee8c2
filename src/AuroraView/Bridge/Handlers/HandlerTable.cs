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

    /// <summary>Adds a handler, or replaces the one of that name: the last one wins. What was accepted for the former one still runs that.</summary>
    public void Set(PageHandler handler)
    {
        if (!handler.TryUse())
            throw new InvalidOperationException($"The handler '{handler.Name}' was released already.");
        PageHandler? former = null;
        _handlers.AddOrUpdate(
            handler.Name,
            _ =>
            {
                former = null;
                return handler;
            },
            (_, there) =>
            {
                former = there;
                return handler;
            });
        former?.EndUse();
    }

    /// <summary>Removes a handler. What was accepted for it still runs it.</summary>
    public bool Remove(string name)
    {
        if (!_handlers.TryRemove(name, out PageHandler? former))
            return false;
        former.EndUse();
        return true;
    }

    /// <summary>Removes all: the view is gone.</summary>
    public void Clear()
    {
        foreach (string name in _handlers.Keys)
            Remove(name);
    }

    /// <summary>Finds a handler for what is accepted now, which is in use until <see cref="PageHandler.EndUse"/>.</summary>
    public bool TryUse(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PageHandler? handler)
    {
        while (_handlers.TryGetValue(name, out handler))
        {
            if (handler.TryUse())
                return true;
        }

        return false;
    }

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
