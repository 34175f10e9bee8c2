namespace AuroraView.Rules.Tests.Blocking;

/// <summary>The uses of blocking methods that are right, each with the reason why the wait graph need not see it.</summary>
internal static class AllowedBlocking
{
    private const string Threading = "AuroraView.Threading";
    private const string Engine = "AuroraView.Engine";
    private const string View = "AuroraView";
    private const string WebKit = "AuroraView.WebKit";
    private const string WebView2 = "AuroraView.WebView2";
    private const string Native = "libauroraview";
    private const string PanelHost = "auroraview-panelhost";

    private const string Primitive = "The primitive itself: the one place where a thread of the product blocks. Waits.Wait, the pumps and the handler threads park here.";
    private const string WriterGate = "The writer's gate, held around list operations and sends that do not wait. A leaf: nothing is called under it.";
    private const string ReaderThread = "The panel's reader thread. It is nobody's but the panel's, nobody waits for it but through Waits.Wait, and closing has bounds of its own.";
    private const string Over = "Asked for only once the task has ended, for its outcome: it does not wait.";
    private const string DoesNotWait = "The descriptor, or the call's flags, say that it must not wait.";
    private const string XServer = "On the GTK thread of the panel host, a process of its own: waits for the X server, as every GTK program does, never in the host application.";

    internal static IReadOnlyList<(BlockingUse Use, string Why)> List { get; } =
    [
        (new(Threading, "FutexParker.Park", "syscall"), Primitive),
        (new(Threading, "FutexParker.Unpark", "syscall"), "Wakes a futex; that never waits."),
        (new(Threading, "AddressWaitParker.Park", "WaitOnAddress"), Primitive),
        (new(Threading, "MonitorParker.Park", "Monitor.Enter"), Primitive),
        (new(Threading, "MonitorParker.Park", "Monitor.Wait"), Primitive),
        (new(Threading, "MonitorParker.Unpark", "Monitor.Enter"), "Held for two instructions, by the one who parks and the one who wakes it."),
        (new(Threading, "ShortLock.EnterContended", "SpinWait.SpinOnce"), "A lock for a handful of instructions, under which nothing waits and nothing foreign runs: docs/locks.md lists them all."),
        (new(Threading, "BriefSpin.Look", "Thread.SpinWait"), "Part of the primitive: microseconds at the most, before it stops the thread."),
        (new(Threading, "LevelledLock.TakeContended", "SpinWait.SpinOnce"), "A few spins in the hope that the lock is free before a wait is worth it; the wait itself is Waits.Wait."),
        (new(Threading, "MainThreadDispatcher.RunUntil", "TaskAwaiter.GetResult"), Over),
        (new(Threading, "WaitFor.Task", "TaskAwaiter.GetResult"), Over),
        (new(Threading, "AsyncWork.OnEnded", "TaskAwaiter.GetResult"), Over),
        (new(Threading, "Awaiter.GetResult", "TaskAwaiter.GetResult"), "Of a task that was refused at once, so it has ended: throws the refusal."),
        (new(Threading, "TrackedTask.Run", "Task.get_Result"), Over),
        (new(Engine, "ChannelWriter.Send", "Monitor.Enter"), WriterGate),
        (new(Engine, "ChannelWriter.End", "Monitor.Enter"), WriterGate),
        (new(Engine, "ChannelWriter.Flush", "Monitor.Enter"), WriterGate),
        (new(Engine, "ChannelWriter.Flush", "Monitor.Wait"), "Called in the panel host only, for its last words, with a bound of half a second."),
        (new(Engine, "ChannelWriter.Drain", "Monitor.Enter"), WriterGate),
        (new(Engine, "ChannelWriter.Drain", "Monitor.Wait"), "The drainer's own background thread waits for work, two seconds at most; nobody waits for it."),
        (new(Engine, "Libc.OpenProcess", "syscall"), "pidfd_open: makes a descriptor, waits for nothing."),
        (new(Engine, "SocketTransport.TryReceive", "recv"), DoesNotWait),
        (new(Engine, "SocketTransport.TrySend", "send"), DoesNotWait),
        (new(Engine, "SocketTransport.WaitUntilWritable", "poll"), "On the drainer's own background thread, with a bound of a second."),
        (new(Engine, "DescriptorPassing.TrySend", "sendmsg"), DoesNotWait),
        (new(Engine, "DescriptorPassing.TryReceive", "recvmsg"), DoesNotWait),
        (new(View, "PageCall.Execute", "ValueTaskAwaiter.GetResult"), Over),
        (new(View, "PanelHostLoop.Turn", "poll"), ReaderThread),
        (new(View, "PanelHostEnding.WaitForSilence", "poll"), ReaderThread),
        (new(View, "PanelHostEnding.WaitForEnd", "poll"), ReaderThread),
        (new(View, "PanelHostEnding.PauseFor", "poll"), ReaderThread),
        (new(View, "PanelHostOutput.Read", "read"), "On a reader thread, after poll has said that there is something to read, from a descriptor that does not block."),
        (new(View, "PanelHostProcess.TryReap", "waitpid"), "With WNOHANG: looks, and does not wait."),
        (new(View, "WakeDescriptor.Signal", "write"), DoesNotWait),
        (new(View, "WakeDescriptor.Clear", "read"), DoesNotWait),
        (new(WebKit, "GtkLoop.Run", "g_main_loop_run"), "The loop of the panel host's GTK thread: its main."),
        (new(WebKit, "EngineContext.Take", "poll"), "In the panel host, before its first view: waits up to two seconds for a data folder that an ended process still holds."),
        (new(WebKit, "EngineContext.Holder", "read"), "Reads a number from a small file, for an error's text."),
        (new(WebKit, "Graphics.Take", "poll"), "On the GTK thread of the panel host, before there is a view: waits for GL's answer, two seconds at most."),
        (new(WebKit, "Graphics.Take", "read"), "After poll has said that there is something to read."),
        (new(WebKit, "ForeignWindow.Leave", "XSync"), XServer),
        (new(WebKit, "ViewWindow.Dispose", "XSync"), XServer),
        (new(WebView2, "MessageThread.Run", "GetMessageW"), "The message loop of the WebView thread, of a frame's or of a dialog's, which are ours: its main. Nobody waits for it but through Waits.Wait."),
        (new(WebView2, "DialogControls.Tell", "SendMessageW"), "To a control of the calling thread, a dialog's own: its procedure is called, and nobody is waited for."),
        (new(WebView2, "HostFrame.OnDestroyed", "SendMessageTimeoutW"), "On the frame's own thread, as its parent in another process is destroyed, with a bound of a second."),
        (new(WebView2, "ParentGuard.TakeOut", "SendMessageTimeoutW"),
            "On the host's thread inside its own DestroyWindow, which waits for every window inside: to a thread that only dispatches, with a bound of a second, so that it need not wait for the engine."),
        (new(Native, "AsyncEvaluation.Outcome", "TaskAwaiter.GetResult"), Over),
        (new(Native, "ForeignHandler.Run", "Task.get_Result"), Over),
        (new(Native, "EventDescriptor.Set", "write"), DoesNotWait),
        (new(Native, "EventDescriptor.Clear", "read"), DoesNotWait),
        (new(Native, "ThreadSignal.Send", "syscall"), "tgkill: sends a signal, waits for nothing."),
        (new(Native, "ThreadSignal..ctor", "syscall"), "gettid: asks for a number."),
        (new(PanelHost, "DisplayWatch.Poll", "poll"), "The watch thread of the panel host's start, which does nothing else than wait for its limit."),
        (new(PanelHost, "ParentWatch.Watch", "poll"), "The watch thread of the panel host, a process of its own, which does nothing else than wait for the host's end."),
    ];
}
