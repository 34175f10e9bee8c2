using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AuroraView.Native.Abi;
using AuroraView.Native.Dispatch;
using AuroraView.Native.Errors;
using AuroraView.Native.Sessions;
using AuroraView.Native.Views;
using AuroraView.Threading.Guards;
using AuroraView.Threading;
using AuroraView.Threading.Waiting;

namespace AuroraView.Native.Exports;

/// <summary>The main thread: calls to it, pumps on it, and how it is woken. The header documents each function.</summary>
internal static unsafe class DispatchExports
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(10);

    [UnmanagedCallersOnly(EntryPoint = "av_bind_main", CallConvs = [typeof(CallConvCdecl)])]
    internal static int BindMain(long session)
    {
        try
        {
            var dispatcher = SessionTable.Get(session).Dispatcher;
            if (dispatcher.Queue.Owner is null)
                dispatcher.BindToThisThread();
            else if (!dispatcher.IsMainThread)
                throw new WrongThreadException($"The main thread is already known: {dispatcher.Queue.Owner.Describe()}.");
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_name_thread", CallConvs = [typeof(CallConvCdecl)])]
    internal static int NameThread(byte* name, long length)
    {
        try
        {
            ThreadNode.Current.Role ??= Utf8Argument.Text(name, length, nameof(name));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_is_main", CallConvs = [typeof(CallConvCdecl)])]
    internal static int IsMain(long session)
    {
        try
        {
            return SessionTable.Get(session).Dispatcher.IsMainThread ? 1 : 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_set_host", CallConvs = [typeof(CallConvCdecl)])]
    internal static int SetHost(long session, byte* name, long length, int askClient)
    {
        try
        {
            var attached = SessionTable.Get(session);
            var host = Utf8Argument.Text(name, length, nameof(name));
            attached.Host.Reset();
            attached.Host.Name = host;
            attached.Host.AskClient(askClient != 0);
            attached.Dispatcher.Queue.Name = $"main thread ({host})";
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_set_unreachable", CallConvs = [typeof(CallConvCdecl)])]
    internal static int SetUnreachable(long session, byte* because, long length, int awaitsFirstPump)
    {
        try
        {
            SessionTable.Get(session).Host.SetUnreachable(because is null ? null : Utf8Argument.Text(because, length, nameof(because)), awaitsFirstPump != 0);
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_wake_descriptor", CallConvs = [typeof(CallConvCdecl)])]
    internal static int WakeDescriptor(long session, int* descriptor)
    {
        try
        {
            Utf8Argument.Required(descriptor, nameof(descriptor));
            *descriptor = OnMain(session).Host.UseDescriptor();
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_wake_signal", CallConvs = [typeof(CallConvCdecl)])]
    internal static int WakeSignal(long session, int signal, int isHandled)
    {
        try
        {
            OnMain(session).Host.UseSignal(signal, isHandled != 0);
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_wake_window", CallConvs = [typeof(CallConvCdecl)])]
    internal static int WakeWindow(long session, int whenIdle)
    {
        try
        {
            OnMain(session).Host.UseWindow(whenIdle != 0);
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_post", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Post(long session, long token, byte* name, long length)
    {
        try
        {
            var attached = SessionTable.Get(session);
            attached.Dispatcher.Post(static call => call.Run(), new ForeignCall(attached, token, Utf8Argument.Text(name, length, nameof(name))));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_invoke", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Invoke(long session, long token, byte* name, long length, long timeoutMs)
    {
        try
        {
            var attached = SessionTable.Get(session);
            var call = new ForeignCall(attached, token, Utf8Argument.Text(name, length, nameof(name)));
            _ = attached.Dispatcher.Invoke(static call => call.Run(), call, Limits.Optional(timeoutMs));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_pump", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Pump(long session, long maxMs)
    {
        var before = LastError.Current;
        try
        {
            var attached = OnMain(session);
            var dispatcher = attached.Dispatcher;
            attached.Host.Clear();
            dispatcher.Pump(Limits.Of(maxMs, dispatcher.Options.PumpBudget));
            // A pump may come between a failed call of the same thread and its look at the error: from a signal handler, say.
            LastError.Current = before;
            return dispatcher.PendingCalls > 0 ? 1 : 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_pump_until", CallConvs = [typeof(CallConvCdecl)])]
    internal static int PumpUntil(long session, long token, long timeoutMs)
    {
        try
        {
            var attached = OnMain(session);
            var dispatcher = attached.Dispatcher;
            var ended = false;
            // Conditions change without anybody telling, and the client has signals to see to.
            using var look = Background.Timer(TimeProvider.System, static dispatcher => dispatcher.Nudge(), dispatcher, s_look, s_look);
            var holds = dispatcher.RunUntil(
                () =>
                {
                    var answer = attached.Callbacks.Run(CallKind.Condition, token);
                    ended = answer < 0;
                    return answer != 0;
                },
                Limits.Of(timeoutMs, WaitTime.Infinite));
            return holds && !ended ? 1 : 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_nudge", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Nudge(long session)
    {
        try
        {
            SessionTable.Get(session).Dispatcher.Nudge();
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_dispatch_state", CallConvs = [typeof(CallConvCdecl)])]
    internal static int State(long session, NativeText* json)
    {
        try
        {
            Utf8Argument.Required(json, nameof(json));
            var dispatcher = SessionTable.Get(session).Dispatcher;
            NativeText.Write(json, JsonBytes.Object(text =>
            {
                text.WriteString("host", dispatcher.Name);
                text.WriteBoolean("is_bound", dispatcher.Queue.Owner is not null);
                text.WriteBoolean("is_main", dispatcher.IsMainThread);
                text.WriteBoolean("has_pumped", dispatcher.HasPumped);
                text.WriteNumber("pending_calls", dispatcher.PendingCalls);
                text.WriteString("unreachable_because", dispatcher.UnreachableBecause);
                text.WriteString("runs", dispatcher.Queue.Running?.Function);
                text.WriteNumber("handles", Handles.Count);
                text.WriteNumber("heap_bytes", GC.GetTotalMemory(forceFullCollection: false));
                text.WriteNumber("heap_committed_bytes", GC.GetGCMemoryInfo().TotalCommittedBytes);
            }));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    private static Session OnMain(long session)
    {
        var attached = SessionTable.Get(session);
        return attached.Dispatcher.IsMainThread
            ? attached
            : throw new WrongThreadException($"Only the main thread may do this, which is {attached.Dispatcher.Queue.Owner?.Describe() ?? "not known yet: call av_bind_main there"}.");
    }
}
