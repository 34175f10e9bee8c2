using System.Runtime.InteropServices;

namespace AuroraView.Native.Dispatch;

/// <summary>A real-time signal that ends the sleep of one thread in a system call: with a handler that does nothing, or with the client's own.</summary>
internal sealed unsafe partial class ThreadSignal
{
    private const int FirstRealTime = 34;
    private const int LastRealTime = 64;
    private const int RestartCalls = 0x10000000;

    private readonly nint _send;
    private readonly int _process;
    private readonly int _thread;
    private readonly int _signal;

    private ThreadSignal(int signal)
    {
        (_send, var whoAmI) = SystemCallNumbers(RuntimeInformation.ProcessArchitecture);
        _process = ProcessId();
        _thread = (int)SystemCall(whoAmI);
        _signal = signal;
    }

    /// <summary>Aims at the calling thread, and sees to a handler.</summary>
    /// <param name="signal">The signal's number.</param>
    /// <param name="isHandled">Whether the client has a handler of its own.</param>
    /// <exception cref="PlatformNotSupportedException">This is not Linux, or not a known architecture.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not a real-time signal.</exception>
    /// <exception cref="ArgumentException">Somebody else handles it, or, where the client should, nobody does.</exception>
    internal static ThreadSignal ForCurrentThread(int signal, bool isHandled)
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("A real-time signal exists only on Linux. On Windows use av_wake_window.");
        if (signal is < FirstRealTime or > LastRealTime)
            throw new ArgumentOutOfRangeException(nameof(signal), signal, "A real-time signal lies between SIGRTMIN (34) and SIGRTMAX (64).");
        // The handler must be safe at any instruction: a pure function of the C library, which takes an int as a handler does.
        var handler = NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "abs");
        var old = new SignalAction();
        if (ReadAction(signal, null, &old) != 0)
            throw new ArgumentException($"Signal {signal} cannot be used: the system reserves it. Choose another real-time signal.", nameof(signal));
        if (isHandled)
        {
            // Unhandled, or ignored, it would end the process, or nothing.
            return old.Handler is not (0 or 1) ? new ThreadSignal(signal) : throw new ArgumentException($"Signal {signal} has no handler.", nameof(signal));
        }

        if (old.Handler == handler)
            return new ThreadSignal(signal);
        if (old.Handler != 0)
            throw new ArgumentException($"Signal {signal} already has a handler. Choose another real-time signal.", nameof(signal));
        var action = new SignalAction { Handler = handler, Flags = RestartCalls };
        if (ReadAction(signal, &action, null) != 0)
            throw new ArgumentException($"No handler can be installed for signal {signal}.", nameof(signal));
        return new ThreadSignal(signal);
    }

    /// <summary>The numbers of <c>tgkill</c> and <c>gettid</c>, for which the C libraries that are supported have no functions.</summary>
    /// <exception cref="PlatformNotSupportedException">They are not known for this architecture.</exception>
    internal static (nint Send, nint ThreadId) SystemCallNumbers(Architecture architecture) => architecture switch
    {
        Architecture.X64 => (234, 186),
        Architecture.Arm64 => (131, 178),
        _ => throw new PlatformNotSupportedException($"A wake by a signal is not supported on {architecture}. Use av_wake_descriptor."),
    };

    /// <summary>From any thread.</summary>
    internal void Send() => _ = SendTo(_send, _process, _thread, _signal);

    [LibraryImport("libc", EntryPoint = "getpid")]
    private static partial int ProcessId();

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(nint number);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SendTo(nint number, nint process, nint thread, nint signal);

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static partial int ReadAction(int signal, SignalAction* action, SignalAction* old);

    /// <summary>glibc's structure on 64-bit systems: the same on x64 and arm64.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct SignalAction
    {
        public nint Handler;
        public fixed ulong Mask[16];
        public int Flags;
        public nint Restorer;
    }
}
