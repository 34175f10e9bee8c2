using AuroraView.Engine;
using AuroraView.Engine.Transport;

namespace AuroraView.Backends.PanelHost;

/// <summary>
/// The panel host's process: spawned with a clean environment, closed descriptors, default signals and a process group
/// of its own; watched through a pidfd and reaped by its id alone, so that the host's SIGCHLD handling is never touched.
/// </summary>
/// <remarks>Not thread-safe: the owner serialises, because an id is only ours until it is reaped.</remarks>
internal sealed unsafe class PanelHostProcess : IDisposable
{
    private const int SigKill = 9;
    private const int LowestSafeDescriptor = 10;
    private string? _how;

    private PanelHostProcess(int id)
    {
        Id = id;
        Descriptor = Libc.OpenProcess(id);
    }

    /// <summary>The process id, which is also its group's.</summary>
    public int Id { get; }

    /// <summary>Becomes readable when the process ends; -1 on kernels without pidfds.</summary>
    public int Descriptor { get; private set; }

    /// <summary>Spawns the panel host.</summary>
    /// <param name="command">Program and first arguments.</param>
    /// <param name="environment">Its whole environment.</param>
    /// <param name="channel">The first view's channel's far end; stays open here.</param>
    /// <param name="control">The control socket's far end; stays open here.</param>
    /// <param name="output">Where its standard output and error go; stays open here.</param>
    /// <exception cref="BackendFailureException">The operating system refused.</exception>
    public static PanelHostProcess Spawn(string[] command, IReadOnlyDictionary<string, string> environment, int channel, int control, int output)
    {
        // Above the numbers that the child gives them, so that no duplication hits the other.
        Span<int> high = [channel, control, output];
        try
        {
            foreach (ref int descriptor in high)
                descriptor = Libc.Control(descriptor, Libc.F_DUPFD_CLOEXEC, LowestSafeDescriptor);
            if (high.Contains(-1))
                throw new BackendFailureException("SpawnFailed", "This process has no free file descriptor for the panel host; raise its limit (ulimit -n).");
            return SpawnWith(command, environment, high[0], high[1], high[2]);
        }
        finally
        {
            foreach (int descriptor in high)
            {
                if (descriptor >= LowestSafeDescriptor)
                    Libc.Close(descriptor);
            }
        }
    }

    /// <summary>Kills the process and everything in its group: the engine's processes with it.</summary>
    public void KillGroup()
    {
        // A reaped id may already be somebody else's.
        if (_how is null && IsStillOurs())
            Libc.Kill(-Id, SigKill);
    }

    /// <summary>Whether the process has ended, and how.</summary>
    public bool TryReap(out string how)
    {
        how = _how ?? "it ended";
        if (_how is not null)
            return true;
        int status = 0;
        int result = SpawnNative.WaitFor(Id, &status, SpawnNative.NoHang);
        if (result == 0)
            return false;
        if (result == Id)
            how = (status & 0x7f) == 0 ? $"it ended with exit code {(status >> 8) & 0xff}" : $"it was killed by signal {status & 0x7f}";
        _how = how;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Descriptor >= 0)
            Libc.Close(Descriptor);
        Descriptor = -1;
    }

    private bool IsStillOurs() => Libc.Kill(Id, 0) == 0;

    private static PanelHostProcess SpawnWith(string[] command, IReadOnlyDictionary<string, string> environment, int channel, int control, int output)
    {
        byte* actions = stackalloc byte[SpawnNative.OpaqueSize];
        byte* attributes = stackalloc byte[SpawnNative.OpaqueSize];
        byte* signals = stackalloc byte[SpawnNative.OpaqueSize];
        SpawnNative.InitActions(actions);
        SpawnNative.InitAttributes(attributes);
        try
        {
            SpawnNative.AddOpen(actions, 0, "/dev/null", 0, 0);
            SpawnNative.AddDuplicate(actions, output, 1);
            SpawnNative.AddDuplicate(actions, output, 2);
            SpawnNative.AddDuplicate(actions, channel, DescriptorPassing.ChannelDescriptor);
            SpawnNative.AddDuplicate(actions, control, DescriptorPassing.ControlDescriptor);
            CloseTheRest(actions);
            // Hosts ignore SIGPIPE or block signals, and both would be inherited.
            SpawnNative.FillSignals(signals);
            SpawnNative.SetDefaults(attributes, signals);
            SpawnNative.EmptySignals(signals);
            SpawnNative.SetMask(attributes, signals);
            SpawnNative.SetGroup(attributes, 0);
            SpawnNative.SetFlags(attributes, SpawnNative.SetSignalDefaults | SpawnNative.SetSignalMask | SpawnNative.SetProcessGroup);

            using var arguments = new NativeStrings(command);
            using var variables = new NativeStrings(environment.Select(pair => $"{pair.Key}={pair.Value}").ToArray());
            int process;
            int error = SpawnNative.Spawn(&process, arguments.First, actions, attributes, arguments.Pointers, variables.Pointers);
            if (error != 0)
                throw new BackendFailureException("SpawnFailed", $"The panel host {command[0]} cannot be started: {Libc.ErrorText(error)}. Is it executable, and its file system not mounted noexec?");
            return new PanelHostProcess(process);
        }
        finally
        {
            SpawnNative.DestroyAttributes(attributes);
            SpawnNative.DestroyActions(actions);
        }
    }

    private static void CloseTheRest(void* actions)
    {
        try
        {
            if (SpawnNative.AddCloseFrom(actions, DescriptorPassing.ControlDescriptor + 1) == 0)
                return;
        }
        catch (EntryPointNotFoundException)
        {
            // glibc before 2.34: name those that are open now and would be inherited.
        }
        foreach (string entry in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            if (int.TryParse(Path.GetFileName(entry), out int descriptor) && descriptor > DescriptorPassing.ControlDescriptor
                && Libc.Control(descriptor, Libc.F_GETFD, 0) is int flags && flags >= 0 && (flags & Libc.FD_CLOEXEC) == 0)
            {
                SpawnNative.AddClose(actions, descriptor);
            }
        }
    }
}
