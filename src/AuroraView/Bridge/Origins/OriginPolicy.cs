using System.Collections.Immutable;
using AuroraView.Engine;

namespace AuroraView.Bridge;

/// <summary>
/// Which pages may talk to the host: the origins of what the host itself loaded, and those it allowed by name.
/// Thread-safe without locks.
/// </summary>
internal sealed class OriginPolicy
{
    private readonly OriginPattern[] _patterns;
    private ImmutableHashSet<WebOrigin> _loaded = [];
    private Answer? _last;

    /// <param name="allowed">Patterns, see <see cref="OriginPattern"/>.</param>
    /// <exception cref="ArgumentException">One of them is not a pattern.</exception>
    public OriginPolicy(IEnumerable<string> allowed) => _patterns = [.. allowed.Select(OriginPattern.Parse)];

    /// <summary>Allows what the host loads. A URL without an origin (<c>data:</c>, <c>about:blank</c>) allows nothing: it
    /// would allow every page that hides its origin.</summary>
    public void AllowLoaded(PageSource source)
    {
        string url = source.Kind == PageSourceKind.Url ? source.Text : PageSource.AppOrigin;
        if (WebOrigin.TryParse(url, out WebOrigin origin) && !origin.IsOpaque)
            ImmutableInterlocked.Update(ref _loaded, static (loaded, added) => loaded.Add(added), origin);
    }

    /// <summary>Whether a page of this origin may call the host.</summary>
    /// <param name="origin">The engine's word, such as <c>https://tools.example</c> or <c>null</c>.</param>
    public bool Allows(string origin)
    {
        // Messages of one page come in a row: the same string again needs no parsing.
        ImmutableHashSet<WebOrigin> loaded = Volatile.Read(ref _loaded);
        if (Volatile.Read(ref _last) is { } last && ReferenceEquals(last.Loaded, loaded) && last.Text == origin) return last.IsAllowed;
        bool isAllowed = WebOrigin.TryParse(origin, out WebOrigin parsed)
            && (loaded.Contains(parsed) || Array.Exists(_patterns, pattern => pattern.Matches(parsed)));
        Volatile.Write(ref _last, new Answer(origin, isAllowed, loaded));
        return isAllowed;
    }

    // One object, so that a reader on another thread never sees half of it.
    private sealed record Answer(string Text, bool IsAllowed, ImmutableHashSet<WebOrigin> Loaded);
}
