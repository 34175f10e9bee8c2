using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using AuroraView.Native.Abi;
using AuroraView.Native.Errors;
using AuroraView.Native.Sessions;
using AuroraView.Native.Views;

namespace AuroraView.Native.Exports;

/// <summary>Versions, errors, and a client's beginning and end. The header documents each function.</summary>
internal static unsafe class SessionExports
{
    internal const int AbiVersion = 1;

    [UnmanagedCallersOnly(EntryPoint = "av_abi_version", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Version() => AbiVersion;

    [UnmanagedCallersOnly(EntryPoint = "av_version", CallConvs = [typeof(CallConvCdecl)])]
    internal static int ProductVersion(NativeText* version)
    {
        try
        {
            Utf8Argument.Required(version, nameof(version));
            var informational = typeof(WebView).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            NativeText.Write(version, Encoding.UTF8.GetBytes(informational ?? typeof(WebView).Assembly.GetName().Version!.ToString()));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_last_error", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Last(NativeText* json)
    {
        try
        {
            if (json is not null && LastError.Current is { } error)
            {
                NativeText.Write(json, error);
                return 1;
            }
        }
        catch (Exception)
        {
            // Out of memory: there is no error text then.
        }

        return 0;
    }

    [UnmanagedCallersOnly(EntryPoint = "av_text_free", CallConvs = [typeof(CallConvCdecl)])]
    internal static void Free(NativeText* text) => NativeText.Free(text);

    [UnmanagedCallersOnly(EntryPoint = "av_attach", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Attach(
        int abiVersion, byte* client, long clientLength, byte* host, long hostLength, int onMain,
        delegate* unmanaged[Cdecl]<void*, int, long, long, byte*, long, int> run, void* context, long* session)
    {
        try
        {
            if (abiVersion != AbiVersion)
                throw new VersionException(abiVersion, AbiVersion);
            Utf8Argument.Required(run, nameof(run));
            Utf8Argument.Required(session, nameof(session));
            var name = Utf8Argument.Text(client, clientLength, nameof(client));
            var hostName = Utf8Argument.Text(host, hostLength, nameof(host));
            var callbacks = new ForeignCallbacks(name, run, context);
            PlatformEngine.Register();
            var attached = SessionTable.Attach(name, () => new Session(name, hostName, callbacks));
            if (onMain != 0)
                attached.Dispatcher.BindToThisThread();
            *session = attached.Handle;
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_confirm_calls", CallConvs = [typeof(CallConvCdecl)])]
    internal static int ConfirmCalls(long session)
    {
        try
        {
            SessionTable.Get(session).Callbacks.Confirms = true;
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_detach", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Detach(long session, long timeoutMs)
    {
        try
        {
            return SessionTable.Detach(session, Limits.Bounded(timeoutMs)) ? 0 : 1;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_serve", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Serve(long session, long queue)
    {
        try
        {
            if (queue == 0)
            {
                SessionTable.Get(session).Service.Run();
            }
            else if (Handles.TryTake<LentThread>(queue, out var thread))
            {
                thread.Run();
            }
            else
            {
                throw new BadHandleException(queue, "queue");
            }

            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }
}
