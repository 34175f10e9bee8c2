using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Pages;
using AuroraView.Engine.Scripts;
using AuroraView.WebKit.Engine;
using AuroraView.WebKit.Native;
using AuroraView.WebKit.Pages;
using AuroraView.WebKit.View;
using AuroraView.WebKit.Windows;

namespace AuroraView.WebKit;

/// <summary>One WebKitGTK view and its window. Everything happens on the thread that called <see cref="GtkLoop.Start"/>.</summary>
/// <remarks><see cref="IWebViewBackendEvents.OnCaptured"/> alone is raised from a pool thread, where pictures are compressed.</remarks>
internal sealed unsafe class WebKitView
{
    private readonly IWebViewBackendEvents _events;
    private readonly GCHandle _handle;
    private readonly nint _view;
    private readonly nint _content;
    private readonly ScriptRunner _runner;
    private readonly Snapshots _snapshots;
    private readonly MessageGate _gate;
    private readonly Pace _title;

    /// <param name="start">What to create.</param>
    /// <param name="events">Who is told.</param>
    /// <exception cref="BackendFailureException">It cannot be created; the error says why.</exception>
    public WebKitView(BackendStart start, IWebViewBackendEvents events)
    {
        Start = start;
        _events = events;
        _handle = GCHandle.Alloc(this);
        nint self = GCHandle.ToIntPtr(_handle);
        if (start.Parent != 0)
            ForeignWindow.Adopt(start.Parent);

        Pages = new AppPages(start.AssetRoot);
        GraphicsInfo graphics = Graphics.Choose(start.Acceleration);
        (_view, _content) = NewView(graphics.Accelerated);
        PrepareContent(self);
        EngineContext.SetOwner(_view, this);
        PageGroups.Enter(this);
        SetBackground();
        Loads = new LoadTracker(_view, events, Pages, start.AllowFileAccess, self);
        _runner = new ScriptRunner(_view, this, self);
        Scripts = new ScriptQueue(_runner, events, start, Loads);
        Dialogs = new ScriptDialogs(_view, events, Scripts.Life);
        Loads.OnOver = Dialogs.OnLoadOver;
        _gate = new MessageGate(start.MessageToken, events);
        _title = new Pace(TellTitle);
        _snapshots = new Snapshots(_view, events, start.Transparent);
        PagePolicy.Connect(_view, self);
        GLib.Connect(_view, "web-process-terminated", (delegate* unmanaged<nint, int, nint, void>)&OnTerminated, self, 0, 0);
        Window = new ViewWindow(_view, start, events, graphics.Accelerated, self);
        try
        {
            Window.Create();
        }
        catch
        {
            Close();
            throw;
        }
        events.OnReady(new BackendInfo("WebKitGTK", WebKitLibraries.Version, WebKitLibraries.LibraryName, Window.Id, Environment.ProcessId, graphics));
    }

    /// <summary>What was asked for.</summary>
    public BackendStart Start { get; }

    /// <summary>The host's own pages.</summary>
    public AppPages Pages { get; }

    /// <summary>Evaluations and batches.</summary>
    public ScriptQueue Scripts { get; }

    /// <summary>Loads and the origin.</summary>
    public LoadTracker Loads { get; }

    /// <summary>The dialogs of the page's scripts.</summary>
    public ScriptDialogs Dialogs { get; }

    /// <summary>The native window.</summary>
    public ViewWindow Window { get; }

    /// <summary>Loads a page.</summary>
    public void Load(long loadId, PageSource source)
    {
        Scripts.Flush();
        Leave();
        Loads.Load(loadId, source);
    }

    /// <summary>Moves in the history, reloads or stops.</summary>
    public void Navigate(NavigationCommand command)
    {
        Scripts.Flush();
        if (!Loads.Can(command))
            return;
        if (command != NavigationCommand.Stop)
            Leave();
        Loads.Navigate(command);
        // A step in the history may stay in its document, whose dialogs go on.
        if (command is NavigationCommand.Back or NavigationCommand.Forward)
            Dialogs.OnLoadOver();
    }

    /// <summary>Takes a picture.</summary>
    public void Capture(long callId)
    {
        Scripts.Flush();
        _snapshots.Capture(callId);
    }

    /// <summary>Ends the page's process, and with it the other pages of its group.</summary>
    public void TerminatePage() => Native.WebKit.TerminateProcess(_view);

    /// <summary>Destroys the view and its windows; what is pending is answered. Nothing of it is left for the other views of the process.</summary>
    public void Close()
    {
        nint self = GCHandle.ToIntPtr(_handle);
        PopupWindow.CloseAll(self);
        GLib.Disconnect(_view, self);
        GLib.Disconnect(_content, self);
        EngineContext.Forget(this);
        _runner.Dispose();
        Loads.Dispose();
        _gate.Dispose();
        _title.Dispose();
        Dialogs.Forget();
        Scripts.AbandonAll(PageEnd.Text);
        _snapshots.AbandonAll();
        // Its page may be in an endless loop. Others of its process are watched by their own views.
        if (!PageGroups.IsShared(this))
            Native.WebKit.TerminateProcess(_view);
        PageGroups.Leave(this);
        // The engine answers what it was asked after this; only then is the handle nobody's.
        GLib.WatchEnd(_view, &OnViewGone, self);
        Window.Dispose();
        GLib.Unref(_content);
    }

    /// <summary>Tells of something that the page asked for and may not have.</summary>
    /// <param name="what">What it was, before its address.</param>
    /// <param name="url">Its address, which a page can make as long as it likes.</param>
    /// <param name="why">What would allow it.</param>
    public void Refuse(string what, string url, string why) => Refusals.Tell(_events, what, url, why);

    /// <summary>The time to look at the page's signs of life has come.</summary>
    public void OnLook()
    {
        _runner.OnLook();
        Scripts.Life.Look();
    }

    /// <summary>The page has another title.</summary>
    public void OnPageTitle() => _title.Change();

    private void TellTitle()
    {
        string title = GObjects.Text(Native.WebKit.GetTitle(_view));
        if (title.Length > 0)
            Window.SetTitle(title);
        _events.OnTitleChanged(title);
    }

    // A page that waits for the user, or does not answer, would hold what is to take its place.
    private void Leave()
    {
        Dialogs.OnLeaving();
        if (Scripts.Life.IsUnresponsive)
            TerminatePage();
    }

    // With its settings from the first: the process of a group runs already, and an engine that has begun to draw by way of GL does not survive
    // the end of it.
    private (nint View, nint Content) NewView(bool accelerated)
    {
        WebKitView? member = PageGroups.MemberOf(Start.Group);
        if (member is null && SpareView.TryTake(Start, accelerated, out nint spare, out nint itsContent))
            return (spare, itsContent);
        nint content = Native.WebKit.NewContent();
        nint settings = Native.WebKit.NewSettings();
        ViewSettings.Apply(settings, Start, accelerated);
        (string, object) place = member is null ? ("web-context", EngineContext.Get(Start.DataFolder)) : ("related-view", member._view);
        nint view = GObjects.New(Native.WebKit.ViewType(), place, ("user-content-manager", content), ("settings", settings));
        GLib.Unref(settings);
        return (view, content);
    }

    private void PrepareContent(nint self)
    {
        const int topFrame = 1;
        const int documentStart = 0;
        nint script = Native.WebKit.NewScript(Start.DocumentScript, topFrame, documentStart, 0, 0);
        Native.WebKit.AddScript(_content, script);
        Native.WebKit.UnrefScript(script);
        GLib.Connect(_content, "script-message-received::" + Start.MessageHandler, (delegate* unmanaged<nint, nint, nint, void>)&OnMessage, self, 0, 0);
        Native.WebKit.RegisterHandler(_content, Start.MessageHandler);
    }

    private void SetBackground()
    {
        if (Start.Transparent || Start.Background is not null)
        {
            uint argb = Start.Background ?? 0;
            var color = new Gtk.Rgba
            {
                Alpha = Start.Background is null ? 0 : (argb >> 24) / 255.0,
                Red = ((argb >> 16) & 0xff) / 255.0,
                Green = ((argb >> 8) & 0xff) / 255.0,
                Blue = (argb & 0xff) / 255.0,
            };
            Native.WebKit.SetBackground(_view, &color);
        }
    }

    private void Message(nint result)
    {
        nint value = Native.WebKit.GetValue(result);
        if (Native.WebKit.IsString(value) == 0)
            return;
        nint bytes = Native.WebKit.ToBytes(value);
        nuint size;
        byte* text = GLib.GetBytesData(bytes, &size);
        Scripts.Life.ShowSign();
        // The bridge refuses long messages with an error to its caller; only a page that goes around it gets here.
        if (size <= (nuint)Start.MaxMessageBytes)
            _gate.Pass(Loads.Origin, new ReadOnlySpan<byte>(text, (int)size));
        GLib.UnrefBytes(bytes);
    }

    private void Terminated(int reason)
    {
        Scripts.AbandonAll(PageEnd.Text);
        _snapshots.AbandonAll();
        Dialogs.Forget();
        Loads.OnProcessGone();
        // The engine gives each page of a group a process of its own then.
        PageGroups.Leave(this);
        CrashReason why = reason switch
        {
            1 => CrashReason.OutOfMemory,
            2 => CrashReason.Terminated,
            _ => CrashReason.Crashed,
        };
        _events.OnCrashed(why, PageEnd.Describe(why));
    }

    [UnmanagedCallersOnly]
    private static void OnMessage(nint content, nint result, nint data)
    {
        try
        {
            GObjects.Target<WebKitView>(data).Message(result);
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnTerminated(nint view, int reason, nint data)
    {
        try
        {
            GObjects.Target<WebKitView>(data).Terminated(reason);
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnViewGone(nint data, nint view)
    {
        try
        {
            GCHandle.FromIntPtr(data).Free();
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }
}
