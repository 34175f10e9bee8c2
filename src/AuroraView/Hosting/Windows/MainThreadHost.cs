using System.Runtime.Versioning;
using AuroraView.Threading;

namespace AuroraView.Hosting;

/// <summary>Finds the adapter for a .NET plug-in's host on Windows by what its main thread has.</summary>
public static class MainThreadHost
{
    /// <summary>
    /// The adapter for the calling thread, which is the host's main thread: its <see cref="SynchronizationContext"/> if it has one that comes back to it (WPF, Windows Forms,
    /// Unity, Avalonia), else its message loop.
    /// </summary>
    /// <exception cref="InvalidOperationException">The calling thread is a thread of the pool.</exception>
    [SupportedOSPlatform("windows")]
    public static IMainThreadAdapter ForCurrentThread() =>
        SynchronizationContextAdapter.TryForCurrentThread() ?? (IMainThreadAdapter)new Win32MainThread();
}
