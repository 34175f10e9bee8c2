using AuroraView.Rules.Tests.Il;

namespace AuroraView.Rules.Tests.Blocking;

/// <summary>What can keep a thread.</summary>
internal static class BlockingMethods
{
    private static readonly Dictionary<string, string[]> s_byType = new()
    {
        ["System.Threading.Monitor"] = ["Enter", "TryEnter", "ReliableEnter", "Wait"],
        ["System.Threading.Lock"] = ["Enter", "TryEnter", "EnterScope"],
        ["System.Threading.SpinLock"] = ["Enter", "TryEnter"],
        ["System.Threading.SpinWait"] = ["SpinOnce", "SpinUntil"],
        ["System.Threading.Thread"] = ["Join", "Sleep", "Yield", "SpinWait"],
        ["System.Threading.WaitHandle"] = ["WaitOne", "WaitAll", "WaitAny", "SignalAndWait"],
        ["System.Threading.SemaphoreSlim"] = ["Wait"],
        ["System.Threading.ManualResetEventSlim"] = ["Wait"],
        ["System.Threading.CountdownEvent"] = ["Wait"],
        ["System.Threading.Barrier"] = ["SignalAndWait"],
        ["System.Threading.ReaderWriterLock"] = ["AcquireReaderLock", "AcquireWriterLock", "UpgradeToWriterLock"],
        ["System.Threading.ReaderWriterLockSlim"] =
            ["EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock", "TryEnterReadLock", "TryEnterWriteLock", "TryEnterUpgradeableReadLock"],
        ["System.Threading.CancellationTokenRegistration"] = ["Dispose"],
        ["System.Threading.Tasks.Task"] = ["Wait", "WaitAll", "WaitAny", "get_Result", "RunSynchronously"],
        ["System.Threading.Tasks.ValueTask"] = ["get_Result"],
        ["System.Threading.Tasks.Parallel"] = ["For", "ForEach", "Invoke"],
        ["System.Runtime.CompilerServices.TaskAwaiter"] = ["GetResult"],
        ["System.Runtime.CompilerServices.ValueTaskAwaiter"] = ["GetResult"],
        [".ConfiguredTaskAwaiter"] = ["GetResult"],
        [".ConfiguredValueTaskAwaiter"] = ["GetResult"],
        ["System.Collections.Concurrent.BlockingCollection"] = ["Add", "Take", "TryAdd", "TryTake", "GetConsumingEnumerable", "AddToAny", "TakeFromAny"],
        ["System.Diagnostics.Process"] = ["WaitForExit", "WaitForInputIdle"],
        ["System.Console"] = ["Read", "ReadLine", "ReadKey"],
        ["System.Net.Sockets.Socket"] = ["Accept", "Connect", "Receive", "ReceiveFrom", "Send", "SendTo", "Poll", "Select"],
        ["System.IO.Pipes.NamedPipeClientStream"] = ["Connect"],
        ["System.IO.Pipes.NamedPipeServerStream"] = ["WaitForConnection"],
        ["System.IO.Pipes.PipeStream"] = ["WaitForPipeDrain"],
        ["System.Threading.SynchronizationContext"] = ["Send"],
    };

    private static readonly HashSet<string> s_imports =
    [
        // POSIX.
        "poll", "ppoll", "select", "pselect", "epoll_wait", "epoll_pwait", "read", "readv", "recv", "recvfrom", "recvmsg", "accept", "accept4", "connect",
        "write", "send", "sendmsg", "flock", "lockf", "wait", "waitpid", "waitid", "wait4", "sleep", "usleep", "nanosleep", "clock_nanosleep", "pause", "sigwait",
        "sem_wait", "sem_timedwait", "pthread_join", "pthread_mutex_lock", "pthread_cond_wait", "pthread_cond_timedwait", "syscall",
        // GLib and GTK.
        "g_main_loop_run", "g_main_context_iteration", "gtk_main", "gtk_main_iteration", "gtk_main_iteration_do", "gtk_dialog_run", "g_thread_join", "XSync", "XNextEvent",
        // Windows.
        "WaitForSingleObject", "WaitForSingleObjectEx", "WaitForMultipleObjects", "WaitForMultipleObjectsEx", "MsgWaitForMultipleObjects", "MsgWaitForMultipleObjectsEx",
        "WaitOnAddress", "SignalObjectAndWait", "Sleep", "SleepEx", "SendMessageW", "SendMessageTimeoutW", "GetMessageW", "WaitMessage", "EnterCriticalSection",
        "CoWaitForMultipleHandles", "AcquireSRWLockExclusive", "SleepConditionVariableSRW",
    ];

    /// <summary>A method of the class library, as <c>Type.Method</c>, where it can block.</summary>
    internal static string? Find(UsedMethod used)
    {
        var type = used.Namespace.Length > 0 ? $"{used.Namespace}.{used.Type}" : $".{used.Type}";
        return s_byType.TryGetValue(type, out var names) && names.Contains(used.Name) ? $"{used.Type}.{used.Name}" : null;
    }

    internal static bool IsBlockingImport(string name) => s_imports.Contains(name);
}
