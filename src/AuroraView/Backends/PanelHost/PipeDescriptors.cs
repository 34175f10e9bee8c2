using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Transport;

namespace AuroraView.Backends.PanelHost;

/// <summary>A pipe, closed on exec, whose read end does not block.</summary>
internal static unsafe class PipeDescriptors
{
    /// <exception cref="BackendFailureException">The operating system refused.</exception>
    public static (int Read, int Write) Create()
    {
        int* pair = stackalloc int[2];
        if (Libc.Pipe(pair, Libc.O_CLOEXEC) != 0)
            throw new BackendFailureException("SpawnFailed", "No pipe for the panel host's output: " + Libc.ErrorText(Marshal.GetLastPInvokeError()));
        Libc.Control(pair[0], Libc.F_SETFL, Libc.O_NONBLOCK);
        return (pair[0], pair[1]);
    }
}
