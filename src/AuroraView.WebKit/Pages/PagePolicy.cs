using System.Runtime.InteropServices;
using AuroraView.Engine.Pages;
using AuroraView.WebKit.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Pages;

/// <summary>What a page may ask for: not allowed is refused, without a question to the user.</summary>
internal static unsafe class PagePolicy
{
    private const int NavigationAction = 0;
    private const int NewWindowAction = 1;
    private const int ResponseAction = 2;

    // Reload, history, other windows, downloads and the inspector, of the engine's stock menu.
    private static readonly int[] s_browserActions = [1, 2, 3, 5, 6, 9, 10, 11, 12, 13, 31, 32, 33, 42, 43];

    /// <summary>Connects a view's requests.</summary>
    public static void Connect(nint view, nint self)
    {
        GLib.Connect(view, "decide-policy", (delegate* unmanaged<nint, nint, int, nint, int>)&OnDecide, self, 0, 0);
        GLib.Connect(view, "permission-request", (delegate* unmanaged<nint, nint, nint, int>)&OnPermission, self, 0, 0);
        GLib.Connect(view, "script-dialog", (delegate* unmanaged<nint, nint, nint, int>)&OnDialog, self, 0, 0);
        GLib.Connect(view, "context-menu", (delegate* unmanaged<nint, nint, nint, nint, nint, int>)&OnMenu, self, 0, 0);
        GLib.Connect(view, "create", (delegate* unmanaged<nint, nint, nint, nint>)&OnCreate, self, 0, 0);
        GLib.Connect(view, "close", (delegate* unmanaged<nint, nint, void>)&OnClose, self, 0, 0);
    }

    /// <summary>Connects what is asked of the context of all views.</summary>
    public static void ConnectContext(nint context) =>
        GLib.Connect(context, "download-started", (delegate* unmanaged<nint, nint, nint, void>)&OnDownload, 0, 0, 0);

    /// <summary>Connects what a window that a page opened may not do either.</summary>
    public static void ConnectPopup(nint view, nint self)
    {
        GLib.Connect(view, "decide-policy", (delegate* unmanaged<nint, nint, int, nint, int>)&OnDecide, self, 0, 0);
        GLib.Connect(view, "permission-request", (delegate* unmanaged<nint, nint, nint, int>)&OnPermission, self, 0, 0);
        GLib.Connect(view, "context-menu", (delegate* unmanaged<nint, nint, nint, nint, nint, int>)&OnMenu, self, 0, 0);
    }

    [UnmanagedCallersOnly]
    private static int OnDecide(nint view, nint decision, int type, nint data)
    {
        try
        {
            var owner = GObjects.Target<WebKitView>(data);
            bool allowed = type switch
            {
                NavigationAction => IsAllowed(owner, view, Native.WebKit.GetAction(decision)),
                NewWindowAction => owner.Start.AllowNewWindows || Refuse(owner, "a new window for", Native.WebKit.GetRequest(Native.WebKit.GetAction(decision))),
                _ => true,
            };
            if (!allowed)
            {
                Native.WebKit.Ignore(decision);
                return 1;
            }
            if (type == ResponseAction && Native.WebKit.IsSupported(decision) == 0)
            {
                if (owner.Start.AllowNewWindows)
                    Native.WebKit.Download(decision);
                else
                {
                    Refuse(owner, "a download of", Native.WebKit.GetResponseRequest(decision));
                    Native.WebKit.Ignore(decision);
                }
                return 1;
            }
            return 0;
        }
        catch (Exception error)
        {
            // What was not decided is not allowed.
            LastCatch.Report(error);
            Native.WebKit.Ignore(decision);
            return 1;
        }
    }

    // Always false: nothing is refused in silence.
    private static bool Refuse(WebKitView owner, string what, nint request)
    {
        owner.Refuse(what, GObjects.Text(Native.WebKit.GetRequestedUri(request)), Refusals.NoNewWindows);
        return false;
    }

    private static bool IsAllowed(WebKitView owner, nint view, nint action)
    {
        string url = GObjects.Text(Native.WebKit.GetRequestedUri(Native.WebKit.GetRequest(action)));
        if (owner.Loads.IsRefusedFile(url))
        {
            owner.Refuse("the local file", url, Refusals.NoFiles);
            return false;
        }
        owner.Loads.OnDecided(view, url, Native.WebKit.GetNavigationType(action));
        return true;
    }

    [UnmanagedCallersOnly]
    private static int OnPermission(nint view, nint request, nint data)
    {
        try
        {
            Native.WebKit.Deny(request);
            return 1;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 1;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnDialog(nint view, nint dialog, nint data)
    {
        try
        {
            return GObjects.Target<WebKitView>(data).Dialogs.OnOpening(dialog) ? 1 : 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnMenu(nint view, nint menu, nint gdkEvent, nint hit, nint data)
    {
        try
        {
            if (GObjects.Target<WebKitView>(data).Start.DevTools)
                return 0;
            var browserItems = new List<nint>();
            for (GLib.ListNode* node = Native.WebKit.GetMenuItems(menu); node is not null; node = node->Next)
            {
                if (Array.IndexOf(s_browserActions, Native.WebKit.GetStockAction(node->Data)) >= 0)
                    browserItems.Add(node->Data);
            }
            foreach (nint item in browserItems)
                Native.WebKit.RemoveMenuItem(menu, item);
            return HasOnlySeparators(menu) ? 1 : 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 1;
        }
    }

    private static bool HasOnlySeparators(nint menu)
    {
        for (GLib.ListNode* node = Native.WebKit.GetMenuItems(menu); node is not null; node = node->Next)
        {
            if (Native.WebKit.GetStockAction(node->Data) != 0)
                return false;
        }
        return true;
    }

    [UnmanagedCallersOnly]
    private static nint OnCreate(nint view, nint action, nint data)
    {
        try
        {
            var owner = GObjects.Target<WebKitView>(data);
            string url = GObjects.Text(Native.WebKit.GetRequestedUri(Native.WebKit.GetRequest(action)));
            if (!owner.Start.AllowNewWindows)
                Refuse(owner, "a new window for", Native.WebKit.GetRequest(action));
            else if (!owner.Loads.IsRefusedFile(url))
                Windows.PopupWindow.Open(owner, url, data);
            return 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static void OnClose(nint view, nint data)
    {
        try
        {
            GObjects.Target<WebKitView>(data).Window.AskToClose();
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnDownload(nint context, nint download, nint data)
    {
        try
        {
            var owner = EngineContext.OwnerOf(Native.WebKit.GetDownloadView(download));
            if (owner is { Start.AllowNewWindows: true })
                return;
            Native.WebKit.CancelDownload(download);
            if (owner is not null)
                Refuse(owner, "a download of", Native.WebKit.GetDownloadRequest(download));
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }
}
