using System.Runtime.Versioning;
using AuroraView.Hosting;
using AuroraView.Threading;

namespace AuroraView.Native.Dispatch;

/// <summary>The adapter of a host that a client knows: how it is woken, and why it cannot be reached, is told from outside.</summary>
internal sealed class ForeignHost : IMainThreadAdapter
{
    private readonly Action _wakeClient;
    private MainThreadDispatcher? _dispatcher;
    private string? _unreachable;
    private bool _awaitsFirstPump;
    private EventDescriptor? _event;
    private ThreadSignal? _signal;
    private Win32MainThread? _window;
    private bool _asksClient = true;

    /// <param name="name">The host's name.</param>
    /// <param name="wakeClient">Has the client wake the host; from any thread, does not wait.</param>
    internal ForeignHost(string name, Action wakeClient)
    {
        Name = name;
        _wakeClient = wakeClient;
    }

    /// <inheritdoc/>
    public string Name { get; internal set; }

    /// <summary>Nobody is on the main thread until a client has said which one it is.</summary>
    public bool IsMainThread => false;

    /// <summary>What the client says, until somebody pumps: then it is on its word that it will pump again. A message window knows better: it goes with its thread.</summary>
    public string? UnreachableBecause =>
        OperatingSystem.IsWindows() && Volatile.Read(ref _window)?.UnreachableBecause is { } gone ? gone
        : _dispatcher is { HasPumped: true } ? null
        : Volatile.Read(ref _unreachable);

    /// <inheritdoc/>
    public bool AwaitsFirstPump => Volatile.Read(ref _awaitsFirstPump);

    /// <inheritdoc/>
    public void Attach(MainThreadDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <inheritdoc/>
    public void Wake()
    {
        if (OperatingSystem.IsWindows() && Volatile.Read(ref _window) is { } window)
            window.Wake();
        else if (Volatile.Read(ref _event) is { } descriptor)
            descriptor.Set();
        else if (Volatile.Read(ref _asksClient))
            _wakeClient();
        Volatile.Read(ref _signal)?.Send();
    }

    /// <inheritdoc/>
    public void Detach() => Reset();

    /// <summary>Says why calls are refused, <see langword="null"/> if they are not, and whether they wait a moment for the first pump.</summary>
    internal void SetUnreachable(string? because, bool awaitsFirstPump)
    {
        Volatile.Write(ref _awaitsFirstPump, awaitsFirstPump);
        Volatile.Write(ref _unreachable, because);
    }

    /// <summary>Whether the client is asked to wake the host where there is no descriptor.</summary>
    internal void AskClient(bool ask) => Volatile.Write(ref _asksClient, ask);

    /// <summary>From now on a wake makes this descriptor readable. On the main thread.</summary>
    internal int UseDescriptor()
    {
        var descriptor = _event ?? new EventDescriptor();
        Volatile.Write(ref _event, descriptor);
        return descriptor.Number;
    }

    /// <summary>From now on a wake also sends this signal to the calling thread, which is the main thread.</summary>
    internal void UseSignal(int signal, bool isHandled) => Volatile.Write(ref _signal, ThreadSignal.ForCurrentThread(signal, isHandled));

    /// <summary>From now on a wake is a message to a window of the calling thread, which is the main thread, and that message pumps.</summary>
    /// <exception cref="PlatformNotSupportedException">This is not Windows.</exception>
    internal void UseWindow(bool whenIdle)
    {
        if (!OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("A message window exists only on Windows. On Linux use av_wake_descriptor or av_wake_signal.");
        var window = new Win32MainThread(whenIdle ? Win32PumpMode.WhenIdle : Win32PumpMode.Always);
        window.Attach(_dispatcher!);
        Replace(window);
        // What was queued before was a wake of another kind.
        window.Wake();
    }

    /// <summary>A pump begins: what has been asked for until now is being done. On the main thread.</summary>
    internal void Clear() => _event?.Clear();

    /// <summary>Goes back to asking the client. The descriptor stays open: a late wake must not write into somebody else's.</summary>
    internal void Reset()
    {
        if (OperatingSystem.IsWindows())
            Replace(null);
        Volatile.Write(ref _signal, null);
        Volatile.Write(ref _asksClient, true);
        var descriptor = _event;
        Volatile.Write(ref _event, null);
        descriptor?.Retire();
    }

    [SupportedOSPlatform("windows")]
    private void Replace(Win32MainThread? window) => Interlocked.Exchange(ref _window, window)?.Detach();
}
