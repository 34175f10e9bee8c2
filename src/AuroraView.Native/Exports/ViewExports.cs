using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Native.Abi;
using AuroraView.Native.Dispatch;
using AuroraView.Native.Sessions;
using AuroraView.Native.Views;

namespace AuroraView.Native.Exports;

/// <summary>A panel's life, handlers and events. The header documents each function.</summary>
internal static unsafe class ViewExports
{
    [UnmanagedCallersOnly(EntryPoint = "av_view_create", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Create(long session, byte* options, long length, long token, long* view)
    {
        try
        {
            Utf8Argument.Required(view, nameof(view));
            var read = ViewOptionsReader.Read(Utf8Argument.Bytes(options, length, nameof(options)));
            *view = new NativeView(SessionTable.Get(session), read, token).Handle;
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_prewarm", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Prewarm(byte* options, long length)
    {
        try
        {
            WebViewBackends.Prewarm(ViewOptionsReader.Read(Utf8Argument.Bytes(options, length, nameof(options))));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_keep_warm", CallConvs = [typeof(CallConvCdecl)])]
    internal static int KeepWarm(long milliseconds)
    {
        try
        {
            WebViewBackends.KeepWarm = TimeSpan.FromMilliseconds(milliseconds);
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_release", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Release(long view)
    {
        try
        {
            Handles.Get<NativeView>(view).Release();
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_close", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Close(long view, long drainMs, int force)
    {
        try
        {
            var panel = Handles.Get<NativeView>(view);
            using var wait = new InterruptibleWait(panel.Session);
            return panel.View.Close(Limits.Optional(drainMs), force != 0) ? 1 : 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_info", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Info(long view, NativeText* json)
    {
        try
        {
            Utf8Argument.Required(json, nameof(json));
            var panel = Handles.Get<NativeView>(view).View;
            NativeText.Write(json, JsonBytes.Object(text =>
            {
                text.WriteString("state", panel.State.ToString().ToLowerInvariant());
                text.WriteNumber("window", panel.Handle);
                text.WriteString("url", panel.Url);
                text.WriteString("page_title", panel.PageTitle);
                text.WriteBoolean("can_go_back", panel.CanGoBack);
                text.WriteBoolean("can_go_forward", panel.CanGoForward);
                text.WriteString("engine", panel.Engine?.Engine);
                text.WriteString("engine_version", panel.Engine?.EngineVersion);
                text.WriteString("engine_library", panel.Engine?.EngineLibrary);
                text.WriteNumber("process_id", panel.Engine?.ProcessId ?? 0);
                var graphics = panel.Engine?.Graphics;
                if (graphics is null)
                    text.WriteNull("accelerated");
                else
                    text.WriteBoolean("accelerated", graphics.Accelerated);
                text.WriteString("renderer", graphics?.Renderer);
                text.WriteString("acceleration_because", graphics?.Why);
            }));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_on", CallConvs = [typeof(CallConvCdecl)])]
    internal static int On(long view, byte* name, long length, long token, int thread)
    {
        try
        {
            var panel = Handles.Get<NativeView>(view);
            if (!Enum.IsDefined((HandlerThread)thread))
                throw new ArgumentException($"A handler runs on AV_THREAD_DEFAULT, _VIEW or _MAIN, not on {thread}.");
            panel.View.AddHandler(ForeignHandler.Create(panel.Session, Utf8Argument.Text(name, length, nameof(name)), token, (HandlerThread)thread));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_off", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Off(long view, byte* name, long length)
    {
        try
        {
            return Handles.Get<NativeView>(view).View.Off(Utf8Argument.Text(name, length, nameof(name))) ? 1 : 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_listen", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Listen(long view, int what, int on)
    {
        try
        {
            Handles.Get<NativeView>(view).Listen((ViewEvent)what, on != 0);
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_reply", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Reply(long reply, byte* json, long length)
    {
        try
        {
            Handles.Get<ForeignReply>(reply < 0 ? unchecked(-reply) : reply).Succeed(Utf8Argument.Bytes(json, length, nameof(json)));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_reply_error", CallConvs = [typeof(CallConvCdecl)])]
    internal static int ReplyError(long reply, byte* json, long length)
    {
        try
        {
            Handles.Get<ForeignReply>(reply < 0 ? unchecked(-reply) : reply).Fail(Utf8Argument.Bytes(json, length, nameof(json)));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_invoke", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Invoke(long view, long token, byte* name, long length, long timeoutMs)
    {
        try
        {
            var panel = Handles.Get<NativeView>(view);
            var call = new ForeignCall(panel.Session, token, Utf8Argument.Text(name, length, nameof(name)));
            _ = panel.View.GetProxy().CallOnDccMainThread(static call => call.Run(), call, Limits.Of(timeoutMs, panel.View.Safety.MainThreadTimeout));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }
}
