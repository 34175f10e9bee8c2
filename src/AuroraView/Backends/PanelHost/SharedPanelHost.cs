using AuroraView.Engine;
using AuroraView.Engine.Framing;
using AuroraView.Engine.Transport;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Backends.PanelHost;

/// <summary>
/// One panel host process and the views in it. Views with the same data folder share one, because two engine contexts in one folder lose what the
/// other stored; a view without a folder has a panel host to itself.
/// </summary>
/// <remarks>
/// Each view has a socket of its own, so a page that floods one fills no other. A further view's socket is handed over through the control socket, which also
/// is the process's life: the last view that leaves closes it. All members are called on the sessions' reader threads; <see cref="Kill"/> from any thread.
/// </remarks>
internal sealed class SharedPanelHost
{
    // How long a new panel waits for the former panel host of its data folder to write out what it has.
    private const int FormerBound = 5000;
    private const int Pause = 20;
    private static ShortLock s_lock;
    private static readonly Dictionary<string, SharedPanelHost> s_byFolder = new(StringComparer.Ordinal);
    private readonly string? _folder;
    private readonly OrderedLock _gate = new("panel host process", LockLevel.None);
    private readonly SocketTransport _control;
    private readonly SocketTransport _farControl;
    private PanelHostProcess? _process;
    private bool _killed;
    // Under the lock of all.
    private int _views = 1;
    private bool _ending;

    private SharedPanelHost(string? folder)
    {
        _folder = folder;
        (_control, _farControl) = SocketTransport.CreatePair();
    }

    /// <summary>What the process prints.</summary>
    public PanelHostOutput Output { get; private set; } = new(-1);

    /// <summary>The process id once it was spawned, or 0.</summary>
    public int ProcessId
    {
        get
        {
            using (_gate.Enter())
                return _process?.Id ?? 0;
        }
    }

    /// <summary>Becomes readable when the process ends; -1 if there is none, or the kernel cannot tell.</summary>
    public int ProcessDescriptor => _process?.Descriptor ?? -1;

    /// <summary>Gives a view's channel to the panel host of its data folder, which is started if there is none.</summary>
    /// <param name="folder">The data folder, as <see cref="DataFolders.Prepare"/> returned it, or <see langword="null"/>.</param>
    /// <param name="channel">The far end of the view's channel; stays open here.</param>
    /// <param name="owner">This process's id.</param>
    /// <param name="isGivenUp">Whether the view is not wanted any more.</param>
    /// <returns>The panel host, which the caller has to <see cref="Leave"/>; <see langword="null"/> if the view was given up meanwhile.</returns>
    /// <exception cref="BackendFailureException">It cannot be started.</exception>
    /// <exception cref="ChannelException">There is no socket for it.</exception>
    public static SharedPanelHost? Join(string? folder, SocketTransport channel, int owner, Func<bool> isGivenUp)
    {
        long deadline = Environment.TickCount64 + FormerBound;
        while (!isGivenUp())
        {
            if (!Find(folder, out SharedPanelHost host))
            {
                host.Spawn(channel, owner);
                return host;
            }
            if (host.Enter())
            {
                if (DescriptorPassing.TrySend(host._control.Descriptor, channel.Descriptor))
                    return host;
                // It is ending by itself.
                host.Leave(orderly: false);
            }
            else if (Environment.TickCount64 > deadline)
            {
                throw new BackendFailureException("DataFolder",
                    $"The panel host that used the data folder '{folder}' before has not ended. Open the panel again, or give it a folder of its own.");
            }
            else
            {
                PanelHostEnding.PauseFor(Pause);
            }
        }
        return null;
    }

    /// <summary>Kills the process with everything in its group, for all its views.</summary>
    public void Kill()
    {
        using (_gate.Enter())
        {
            _killed = true;
            _process?.KillGroup();
        }
    }

    /// <summary>A view is over. The last one sees the process out.</summary>
    /// <param name="orderly">Whether the panel host said that the view is closed; if not, nothing in it can be relied upon and it is killed for all.</param>
    /// <returns>How the process ended, if it did.</returns>
    public string Leave(bool orderly)
    {
        s_lock.Enter();
        bool last = --_views == 0;
        _ending |= last || !orderly;
        s_lock.Exit();
        if (!last && orderly)
            return "it ended";
        if (orderly)
            _control.Shutdown();
        else
            Kill();
        string how = _process is { } process ? new PanelHostEnding(process, Output, _gate).Finish(orderly) : "it was not started";
        if (last)
            Dispose();
        return how;
    }

    // The panel host of a folder, or a new one that the caller has to spawn.
    private static bool Find(string? folder, out SharedPanelHost host)
    {
        var made = new SharedPanelHost(folder);
        SharedPanelHost? found = null;
        if (folder is not null)
        {
            s_lock.Enter();
            if (!s_byFolder.TryGetValue(folder, out found))
                s_byFolder[folder] = made;
            s_lock.Exit();
        }
        if (found is not null)
            made.CloseSockets();
        host = found ?? made;
        return found is not null;
    }

    private bool Enter()
    {
        s_lock.Enter();
        bool open = !_ending;
        if (open)
            _views++;
        s_lock.Exit();
        return open;
    }

    private void Spawn(SocketTransport channel, int owner)
    {
        int write = -1;
        try
        {
            string[] command = [.. PanelHostLocator.Find(), "--parent", owner.ToString(System.Globalization.CultureInfo.InvariantCulture)];
            (int read, write) = PipeDescriptors.Create();
            Output = new PanelHostOutput(read);
            using (_gate.Enter())
            {
                if (!_killed)
                    _process = PanelHostProcess.Spawn(command, PanelHostEnvironment.Create(), channel.Descriptor, _farControl.Descriptor, write);
            }
        }
        catch
        {
            Leave(orderly: false);
            throw;
        }
        finally
        {
            if (write >= 0)
                Libc.Close(write);
            // Views that were handed over to a process that never came see the end of their channels.
            _farControl.Dispose();
        }
    }

    private void Dispose()
    {
        if (_folder is not null)
        {
            s_lock.Enter();
            s_byFolder.Remove(_folder);
            s_lock.Exit();
        }
        CloseSockets();
        Output.Dispose();
        using (_gate.Enter())
            _process?.Dispose();
    }

    private void CloseSockets()
    {
        _control.Dispose();
        _farControl.Dispose();
    }
}
