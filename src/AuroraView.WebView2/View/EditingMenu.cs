using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.View;

/// <summary>
/// The context menu of a panel: what edits and copies is left of the engine's, and what belongs to a browser goes. A list of what stays, because new runtimes bring new
/// entries: https://learn.microsoft.com/microsoft-edge/webview2/how-to/context-menus
/// </summary>
internal static class EditingMenu
{
    private const int SeparatorKind = 3;
    private const int SubmenuKind = 4;

    // The English labels, in camel case; as on Linux links and pictures can be copied, and media played.
    private static readonly HashSet<string> s_kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "undo", "redo", "cut", "copy", "paste", "pasteAndMatchStyle", "pasteAsPlainText", "delete", "selectAll", "emoji", "spellCheck",
        "copyLink", "copyLinkLocation", "copyEmailAddress", "copyImage", "copyImageLocation", "copyVideoLocation", "copyAudioLocation", "copyVideoFrame",
        "play", "pause", "mute", "loop", "showControls", "showAllControls",
    };

    /// <summary>Takes the browser's entries out of a menu that is about to be shown.</summary>
    public static void Trim(nint args) => WebView2View.With<ICoreWebView2ContextMenuRequestedEventArgs>(args, static request =>
    {
        // No menu at all rather than a browser's.
        if (HResult.Failed(request.get_MenuItems(out var pointer)) || !TrimItems(pointer))
            _ = request.put_Handled(1);
    });

    /// <summary>Which entries stay; a separator only between two that do.</summary>
    public static bool[] Choose(IReadOnlyList<(string Name, int Kind)> items)
    {
        var stays = new bool[items.Count];
        var separator = -1;
        var isFirst = true;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Kind == SeparatorKind)
            {
                separator = isFirst ? -1 : i;
                continue;
            }

            // What is inside a submenu has names of its own.
            if (items[i].Kind == SubmenuKind || !s_kept.Contains(items[i].Name))
                continue;
            stays[i] = true;
            isFirst = false;
            if (separator >= 0)
                stays[separator] = true;
            separator = -1;
        }

        return stays;
    }

    // Whether something is left.
    private static bool TrimItems(nint pointer)
    {
        var menu = ComObjects.Take<ICoreWebView2ContextMenuItemCollection>(pointer);
        try
        {
            if (HResult.Failed(menu.get_Count(out var count)))
                return false;
            var items = new List<(string, int)>();
            for (var i = 0u; i < count; i++)
                items.Add(Read(menu, i));
            var stays = Choose(items);
            for (var i = stays.Length - 1; i >= 0; i--)
            {
                if (!stays[i] && HResult.Failed(menu.RemoveValueAtIndex((uint)i)))
                    return false;
            }

            return Array.IndexOf(stays, true) >= 0;
        }
        finally
        {
            ComObjects.Release(menu);
        }
    }

    // An entry that does not tell what it is does not stay.
    private static (string Name, int Kind) Read(ICoreWebView2ContextMenuItemCollection menu, uint index)
    {
        if (HResult.Failed(menu.GetValueAtIndex(index, out var pointer)))
            return ("", 0);
        var item = ComObjects.Take<ICoreWebView2ContextMenuItem>(pointer);
        try
        {
            return HResult.Failed(item.get_Kind(out var kind)) || HResult.Failed(item.get_Name(out var name)) ? ("", 0) : (NativeText.Take(name), kind);
        }
        finally
        {
            ComObjects.Release(item);
        }
    }
}
