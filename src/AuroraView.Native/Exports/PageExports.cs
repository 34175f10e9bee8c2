using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AuroraView.Native.Abi;
using AuroraView.Native.Sessions;
using AuroraView.Native.Views;
using AuroraView.Threading.Waiting;

namespace AuroraView.Native.Exports;

/// <summary>A panel's page: events for it, scripts, loads. The header documents each function.</summary>
internal static unsafe class PageExports
{
    [UnmanagedCallersOnly(EntryPoint = "av_view_emit", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Emit(long view, byte* name, long nameLength, byte* json, long jsonLength, int latest)
    {
        try
        {
            var panel = Handles.Get<NativeView>(view).View;
            var text = Utf8Argument.Text(name, nameLength, nameof(name));
            if (json is null)
                panel.Emit(text);
            else
                panel.EmitJson(text, Utf8Argument.Text(json, jsonLength, nameof(json)), latest != 0);
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_eval", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Evaluate(long view, byte* script, long length)
    {
        try
        {
            Handles.Get<NativeView>(view).View.EvalJs(Utf8Argument.Text(script, length, nameof(script)));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_eval_sync", CallConvs = [typeof(CallConvCdecl)])]
    internal static int EvaluateSync(long view, byte* script, long length, long timeoutMs, NativeText* json)
    {
        try
        {
            var owner = Handles.Get<NativeView>(view);
            var panel = owner.View;
            using var wait = new InterruptibleWait(owner.Session);
            var result = panel.Core.Scripts.EvaluateSync(
                Utf8Argument.Text(script, length, nameof(script)), Limits.Of(timeoutMs, panel.Safety.JsEvalTimeout), CancellationToken.None);
            var kind = EvalText.KindOf(result);
            NativeText.Write(json, kind == EvalText.Kind.Undefined ? default : result.Json.Span);
            return (int)kind;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_eval_async", CallConvs = [typeof(CallConvCdecl)])]
    internal static int EvaluateAsync(long view, byte* script, long length, long timeoutMs, long token, int onService)
    {
        try
        {
            var panel = Handles.Get<NativeView>(view);
            AsyncEvaluation.Start(
                panel, Utf8Argument.Text(script, length, nameof(script)), Limits.Of(timeoutMs, panel.View.Safety.JsEvalTimeout), token, onService != 0);
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_load", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Load(long view, int what, byte* text, long length)
    {
        try
        {
            var panel = Handles.Get<NativeView>(view).View;
            var source = Utf8Argument.Text(text, length, nameof(text));
            switch (what)
            {
                case 0: panel.LoadUrl(source); break;
                case 1: panel.LoadHtml(source); break;
                case 2: panel.LoadFile(source); break;
                default: throw new ArgumentException($"A page is loaded from AV_LOAD_URL, _HTML or _FILE, not from {what}.");
            }

            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_navigate", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Navigate(long view, int how)
    {
        try
        {
            var panel = Handles.Get<NativeView>(view).View;
            switch (how)
            {
                case 0: panel.Reload(); break;
                case 1: panel.Reload(ignoreCache: true); break;
                case 2: panel.Stop(); break;
                case 3: panel.GoBack(); break;
                case 4: panel.GoForward(); break;
                default: throw new ArgumentException($"There is no navigation {how}.");
            }

            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_view_screenshot", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Screenshot(long view, long timeoutMs, NativeText* png)
    {
        try
        {
            Utf8Argument.Required(png, nameof(png));
            var owner = Handles.Get<NativeView>(view);
            var panel = owner.View;
            using var wait = new InterruptibleWait(owner.Session);
            NativeText.Write(png, WaitFor.Task(panel.CaptureScreenshotAsync(), Limits.Of(timeoutMs, panel.Safety.JsEvalTimeout), what: $"screenshot of {panel.Name}"));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }
}
