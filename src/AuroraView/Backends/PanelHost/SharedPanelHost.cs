using AuroraView.Engine;
using AuroraView.Engine.Framing;
using AuroraView.Engine.Transport;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Backends.PanelHost;

/// <summary>
/// One panel host process and the views in it: those with the same <see cref="HostKey"/>.
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

    // How long the pages of a view made earlier may keep those of a later one waiting.
    private const int LineBound = 1000;
    private static int s_keepWarm;
    private static ShortLock s_lock;
    private static readonly Dictionary<string, SharedPanelHost> s_byName = new(StringComparer.Ordinal);
    private readonly HostKey _key;
    private readonly OrderedLock _gate = new("panel host process", LockLevel.None);
    private readonly SocketTransport _control;
    private readonly SocketTransport _farControl;
    private PanelHostProcess? _process;
    private bool _killed;
    // Under the lock of all.
    private int _views = 1;
    private bool _ending;
    private readonly SortedSet<long> _line = [];

    private SharedPanelHost(HostKey key, long order)
    {
        _key = key;
        _line.Add(order);
        (_control, _farControl) = SocketTransport.CreatePair();
    }

    /// <summary>How long a panel host is kept after its last view, in milliseconds.</summary>
    public static int KeepWarm
    {
        get => Volatile.Read(ref s_keepWarm);
        set => Volatile.Write(ref s_keepWarm, value);
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

    /// <summary>Gives a view's channel to the panel host of its key, which is started if there is none.</summary>
    /// <param name="key">Which panel hosts will do.</param>
    /// <param name="channel">The far end of the view's channel; stays open here.</param>
    /// <param name="owner">This process's id.</param>
    /// <param name="succession">The view's place among those of a panel host that died.</param>
    /// <param name="isGivenUp">Whether the view is not wanted any more.</param>
    /// <returns>The panel host, which the caller has to <see cref="Leave"/>; <see langword="null"/> if the view was given up meanwhile.</returns>
    /// <exception cref="BackendFailureException">It cannot be started.</exception>
    /// <exception cref="ChannelException">There is no socket for it.</exception>
    public static SharedPanelHost? Join(HostKey key, SocketTransport channel, int owner, Succession succession, Func<bool> isGivenUp)
    {
        long begin = Environment.TickCount64 + succession.Pause;
        long deadline = begin + FormerBound;
        try
        {
            while (!isGivenUp())
            {
                if (Environment.TickCount64 < begin || (Environment.TickCount64 < begin + LineBound && succession.Former?.HasEarlier(succession.Order) == true))
                    PanelHostEnding.PauseFor(Pause);
                else if (TryJoin(key, channel, owner, succession.Order, deadline) is { } host)
                    return host;
            }
            return null;
        }
        finally
        {
            succession.Former?.LeaveLine(succession.Order);
        }
    }

    private static SharedPanelHost? TryJoin(HostKey key, SocketTransport channel, int owner, long order, long deadline)
    {
        if (!Find(key, order, out SharedPanelHost host))
        {
            host.Spawn(channel, owner, order);
            return host;
        }
        if (host.Enter(order, key))
        {
            if (DescriptorPassing.TrySend(host._control.Descriptor, channel.Descriptor))
                return host;
            // It is ending by itself.
            host.Leave(order, orderly: false);
            return null;
        }
        if (Environment.TickCount64 > deadline)
        {
            throw key.Folder is { } folder
                ? new BackendFailureException("DataFolder", $"The panel host that used the data folder '{folder}' before has not ended. Open the panel again, or give it another folder.")
                : new BackendFailureException("SpawnFailed", $"The panel host (process {host.ProcessId}) that served panels like this one before has not ended. Open the panel again.");
        }
        PanelHostEnding.PauseFor(Pause);
        return null;
    }

    /// <summary>Whether a view that was made earlier has not come from this panel host, which died, to the new one.</summary>
    public bool HasEarlier(long order)
    {
        s_lock.Enter();
        bool has = _line.Count > 0 && _line.Min < order;
        s_lock.Exit();
        return has;
    }

    /// <summary>A view has come to the new panel host, or needs none: no other has to wait for it.</summary>
    public void LeaveLine(long order)
    {
        s_lock.Enter();
        _line.Remove(order);
        s_lock.Exit();
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

    /// <summary>Whether the process is kept for a while after the view that asks, which is over.</summary>
    public bool Lingers => KeepWarm > 0 && _key.Name is not null && IsAlone;

    /// <summary>Keeps the process for that while, or until another view is in it or it ends by itself. Its reader thread has nothing else to do.</summary>
    public void Linger()
    {
        long begun = Environment.TickCount64;
        while (Environment.TickCount64 - begun < KeepWarm && IsAlone && Output.Descriptor >= 0)
        {
            PanelHostEnding.PauseFor(Pause);
            Output.Read();
        }
    }

    private bool IsAlone
    {
        get
        {
            s_lock.Enter();
            bool alone = _views == 1 && !_ending;
            s_lock.Exit();
            return alone;
        }
    }

    /// <summary>A view is over. The last one sees the process out.</summary>
    /// <param name="order">The view's number.</param>
    /// <param name="orderly">Whether the panel host said that the view is closed; if not, nothing in it can be relied upon and it is killed for all.</param>
    /// <returns>How the process ended, if it did.</returns>
    public string Leave(long order, bool orderly)
    {
        s_lock.Enter();
        if (orderly)
            _line.Remove(order);
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

    // The panel host of a key, or a new one that the caller has to spawn.
    private static bool Find(HostKey key, long order, out SharedPanelHost host)
    {
        var made = new SharedPanelHost(key, order);
        SharedPanelHost? found = null;
        if (key.Name is { } name)
        {
            s_lock.Enter();
            if (!s_byName.TryGetValue(name, out found))
                s_byName[name] = made;
            s_lock.Exit();
        }
        if (found is not null)
            made.CloseSockets();
        host = found ?? made;
        return found is not null;
    }

    private bool Enter(long order, HostKey key)
    {
        s_lock.Enter();
        bool open = !_ending;
        bool alone = open && _views > 0 && (key.IsIsolated || _key.IsIsolated);
        open &= !alone;
        if (open)
        {
            _views++;
            _line.Add(order);
        }
        s_lock.Exit();
        if (alone)
            throw new BackendFailureException("DataFolder", $"The data folder '{_key.Folder}' is used by another panel, and one of the two is isolated. Two engines in one folder would lose what the other stores.");
        return open;
    }

    private void Spawn(SocketTransport channel, int owner, long order)
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
            Leave(order, orderly: false);
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
        if (_key.Name is { } name)
        {
            s_lock.Enter();
            s_byName.Remove(name);
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
