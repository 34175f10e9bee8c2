using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AuroraView.Native.Abi;
using AuroraView.Native.Dispatch;
using AuroraView.Native.Sessions;

namespace AuroraView.Native.Exports;

/// <summary>Work on the client's own threads that others may wait for. The header documents each function.</summary>
internal static unsafe class TaskExports
{
    [UnmanagedCallersOnly(EntryPoint = "av_task_create", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Create(long session, byte* name, long length, long* task)
    {
        try
        {
            Utf8Argument.Required(task, nameof(task));
            *task = Handles.Add(new ForeignTask(SessionTable.Get(session), Utf8Argument.Text(name, length, nameof(name))));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_task_run", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Run(long task, long token)
    {
        try
        {
            Handles.Get<ForeignTask>(task).Run(token);
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_task_wait", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Wait(long task, long timeoutMs)
    {
        try
        {
            Handles.Get<ForeignTask>(task).Wait(Limits.Optional(timeoutMs));
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "av_task_release", CallConvs = [typeof(CallConvCdecl)])]
    internal static int Release(long task)
    {
        try
        {
            if (!Handles.TryTake<ForeignTask>(task, out var found))
                throw new BadHandleException(task, "task");
            found.Release();
            return 0;
        }
        catch (Exception error)
        {
            return LastError.Set(error);
        }
    }
}
