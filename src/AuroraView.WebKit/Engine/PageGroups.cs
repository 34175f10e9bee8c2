namespace AuroraView.WebKit.Engine;

/// <summary>The views whose pages run in one process, by the name of their group. On the GTK thread.</summary>
internal static class PageGroups
{
    private static readonly Dictionary<string, List<WebKitView>> s_groups = new(StringComparer.Ordinal);

    /// <summary>A view of a group, to which another is related; <see langword="null"/> if there is none yet.</summary>
    public static WebKitView? MemberOf(string? group) => group is not null && s_groups.TryGetValue(group, out List<WebKitView>? members) ? members[0] : null;

    /// <summary>A view joins its group, if it has one.</summary>
    public static void Enter(WebKitView view)
    {
        if (view.Start.Group is not { } group)
            return;
        if (!s_groups.TryGetValue(group, out List<WebKitView>? members))
            s_groups[group] = members = [];
        members.Add(view);
    }

    /// <summary>A view leaves its group.</summary>
    public static void Leave(WebKitView view)
    {
        if (view.Start.Group is not { } group || !s_groups.TryGetValue(group, out List<WebKitView>? members))
            return;
        members.Remove(view);
        if (members.Count == 0)
            s_groups.Remove(group);
    }

    /// <summary>Whether other views have their pages in the view's page process.</summary>
    public static bool IsShared(WebKitView view) => view.Start.Group is { } group && s_groups.TryGetValue(group, out List<WebKitView>? members) && members.Exists(member => member != view);
}
