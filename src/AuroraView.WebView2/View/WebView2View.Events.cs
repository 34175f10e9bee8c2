using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Pages;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.View;

// How the engine is set, and what it says.
internal sealed partial class WebView2View
{
    private const int BrowserProcessExited = 0;
    private const int RenderProcessExited = 1;
    private const int RenderProcessUnresponsive = 2;
    private const int ReasonOutOfMemory = 5;

    private bool _terminatingPage;

    /// <summary>The page's process was told to end, and has not yet.</summary>
    public bool IsEndingPage => _terminatingPage;

    private delegate int Adder(nint handler, out long token);

    private void Configure()
    {
        var core = _core!;
        HResult.Check(core.get_Settings(out var pointer), "give its settings");
        var settings = ComObjects.Take<ICoreWebView2Settings>(pointer);
        try
        {
            var devTools = Start.DevTools ? 1 : 0;
            _ = settings.put_AreDevToolsEnabled(devTools);
            // Without the event of newer runtimes it is the browser's whole menu or none; the event comes for a menu that is enabled.
            _ = settings.put_AreDefaultContextMenusEnabled(_core is ICoreWebView2_11 ? 1 : devTools);
            // The engine's own dialogs ask also whether a page may be left.
            _ = settings.put_AreDefaultScriptDialogsEnabled(0);
            _ = settings.put_AreHostObjectsAllowed(0);
            _ = settings.put_IsStatusBarEnabled(0);
            _ = settings.put_IsBuiltInErrorPageEnabled(0);
            _ = settings.put_IsZoomControlEnabled(0);
            if (Start.UserAgent is { Length: > 0 } agent && settings is ICoreWebView2Settings2 second)
                _ = second.put_UserAgent(agent);
            if (settings is ICoreWebView2Settings3 third)
                _ = third.put_AreBrowserAcceleratorKeysEnabled(devTools);
            if (settings is ICoreWebView2Settings4 fourth)
            {
                _ = fourth.put_IsGeneralAutofillEnabled(0);
                _ = fourth.put_IsPasswordAutosaveEnabled(0);
            }

            if (settings is ICoreWebView2Settings6 sixth)
                _ = sixth.put_IsSwipeNavigationEnabled(0);
        }
        finally
        {
            ComObjects.Release(settings);
        }

        if ((Start.Transparent || Start.Background is not null) && _controller is ICoreWebView2Controller2 controller)
        {
            // The engine knows opaque and fully transparent alone.
            var argb = Start.Background ?? 0;
            var alpha = argb >> 24 >= 0x80 ? 0xFFu : 0;
            _ = controller.put_DefaultBackgroundColor(alpha | ((argb >> 16 & 0xFF) << 8) | ((argb >> 8 & 0xFF) << 16) | ((argb & 0xFF) << 24));
        }
    }

    private void Connect()
    {
        var core = _core!;
        var controller = _controller!;
        On<ICoreWebView2WebMessageReceivedEventHandler>(core.add_WebMessageReceived, OnMessage);
        On<ICoreWebView2NavigationStartingEventHandler>(core.add_NavigationStarting, args => Loads!.OnStarting(args));
        On<ICoreWebView2ContentLoadingEventHandler>(core.add_ContentLoading, _ => Loads!.OnCommitted());
        On<ICoreWebView2NavigationCompletedEventHandler>(core.add_NavigationCompleted, args => Loads!.OnCompleted(args));
        On<ICoreWebView2DocumentTitleChangedEventHandler>(core.add_DocumentTitleChanged, _ => OnTitle());
        On<ICoreWebView2ProcessFailedEventHandler>(core.add_ProcessFailed, OnProcessFailed);
        On<ICoreWebView2WindowCloseRequestedEventHandler>(core.add_WindowCloseRequested, _ => _events.OnWindow(new WindowChange(WindowChangeKind.CloseRequested)));
        HResult.Check(core.AddWebResourceRequestedFilter(AppPages.Root + "*", 0), "serve the own scheme");
        On<ICoreWebView2WebResourceRequestedEventHandler>(core.add_WebResourceRequested, args => Scheme.Answer(_environment!, args));
        ConnectPolicy(core);
        On<ICoreWebView2FocusChangedEventHandler>(controller.add_GotFocus, _ => _events.OnWindow(new WindowChange(WindowChangeKind.Focused)));
        On<ICoreWebView2FocusChangedEventHandler>(controller.add_LostFocus, _ => _events.OnWindow(new WindowChange(WindowChangeKind.Blurred)));
        On<ICoreWebView2MoveFocusRequestedEventHandler>(controller.add_MoveFocusRequested, args => _window!.OnTabOut(args));
        On<ICoreWebView2AcceleratorKeyPressedEventHandler>(controller.add_AcceleratorKeyPressed, args => _window!.OnKey(args, _options.HostKeys));
    }

    // The engine keeps the handler until the view is closed.
    private void On<T>(Adder add, Action<nint> handler)
        where T : class
    {
        var life = _life;
        var pointer = ComObjects.PointerTo((T)(object)new ComEvent(args =>
        {
            Thread.Assert();
            if (life == _life && !_events.IsOver)
                handler(args);
        }));
        try
        {
            HResult.Check(add(pointer, out _), "take a handler");
        }
        finally
        {
            Marshal.Release(pointer);
        }
    }

    /// <summary>Uses the arguments of an event, and gives them back at once.</summary>
    internal static void With<T>(nint args, Action<T> use)
        where T : class
    {
        var wrapper = ComObjects.Borrow<T>(args);
        try
        {
            use(wrapper);
        }
        finally
        {
            ComObjects.Release(wrapper);
        }
    }

    private void OnMessage(nint args) => With<ICoreWebView2WebMessageReceivedEventArgs>(args, message =>
    {
        // Anything but a string goes around the bridge.
        if (HResult.Failed(message.TryGetWebMessageAsString(out var text)))
            return;
        var bytes = NativeText.TakeUtf8(text);
        if (bytes.Length > Start.MaxMessageBytes || HResult.Failed(message.get_Source(out var source)))
            return;
        Scripts!.Life.ShowSign();
        _events.OnPageMessage(Origins.Of(NativeText.Take(source)), bytes);
    });

    private void OnTitle()
    {
        if (HResult.Failed(_core!.get_DocumentTitle(out var pointer)))
            return;
        var title = NativeText.Take(pointer);
        if (title.Length > 0)
            _window!.SetTitle(title);
        _events.OnTitleChanged(title);
    }

    private void OnProcessFailed(nint args) => With<ICoreWebView2ProcessFailedEventArgs>(args, failed =>
    {
        if (HResult.Failed(failed.get_ProcessFailedKind(out var kind)))
            return;
        var reason = 0;
        if (failed is ICoreWebView2ProcessFailedEventArgs2 more)
            _ = more.get_Reason(out reason);
        // GPU, utility and frame processes come back by themselves.
        switch (kind)
        {
            case BrowserProcessExited:
                // Not inside the event of an object that is about to be released.
                Thread.PostUrgent(() => Restart("The browser process crashed or was killed."));
                TellCrash(CrashReason.Crashed, "The browser process ended; it is started again.");
                break;
            case RenderProcessExited:
                Scripts!.AbandonAll(PageEnd.Text);
                AbandonCaptures(PageEnd.Text);
                Dialogs.OnDocumentGone();
                Loads!.OnProcessGone();
                var why = _terminatingPage ? CrashReason.Terminated : reason == ReasonOutOfMemory ? CrashReason.OutOfMemory : CrashReason.Crashed;
                _terminatingPage = false;
                TellCrash(why, PageEnd.Describe(why));
                break;
            case RenderProcessUnresponsive:
                Scripts!.Life.OnUnresponsive("The page does not answer");
                break;
        }
    });

    /// <summary>A dialog of the page's scripts is open, or none is any more.</summary>
    public void TellDialog(string? kind) =>
        _events.OnWindow(new WindowChange(kind is null ? WindowChangeKind.DialogClosed : WindowChangeKind.DialogOpened, Error: kind));

    private void TellCrash(CrashReason reason, string detail) => _events.OnCrashed(reason, detail);

    /// <summary>Ends the page's process, from any thread.</summary>
    public void TerminatePage() => Thread.PostUrgent(EndPage);

    /// <summary>Ends the page's process. On the WebView thread.</summary>
    public void EndPage()
    {
        if (_core is null)
            return;
        _terminatingPage = true;
        // The engine has no call for it; this one is carried out by the browser process, so that an endless loop of the page does not matter.
        var handler = ComObjects.PointerTo<ICoreWebView2CallDevToolsProtocolMethodCompletedHandler>(new ComCompletion(static (_, _) => { }));
        _ = _core.CallDevToolsProtocolMethod("Page.crash", "{}", handler);
        Marshal.Release(handler);
    }
}
