using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Transport;
using AuroraView.WebKit.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.PanelHost;

/// <summary>The views of this process. Further ones are handed over through the control socket, whose end is the end of the process.</summary>
internal sealed unsafe class PanelServers(int control)
{
    private readonly List<PanelServer> _servers = [];

    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Adds a view by its channel.</summary>
    public PanelServer Add(int descriptor)
    {
        var server = new PanelServer(new HostChannel(new SocketTransport(descriptor)), OnEnded);
        _servers.Add(server);
        return server;
    }

    /// <summary>Begins to read, with the loop's first turn.</summary>
    public void Begin()
    {
        foreach (PanelServer server in _servers)
            server.Begin();
        GLib.AddDescriptor(GLib.PriorityDefault, control, GLib.ConditionIn | GLib.ConditionHangUp | GLib.ConditionError, &OnControl,
            GCHandle.ToIntPtr(GCHandle.Alloc(this)), 0);
    }

    /// <summary>Tells every view that it is over, also those that were handed over and not taken yet. The process ends next.</summary>
    public void EndAll(ClosedReason reason, BackendError error)
    {
        while (DescriptorPassing.TryReceive(control, out int descriptor) == ReceiveOutcome.Received)
        {
            if (descriptor >= 0)
                Add(descriptor);
        }
        foreach (PanelServer server in _servers)
            server.Channel.Goodbye(reason, error);
    }

    private bool Take()
    {
        ReceiveOutcome outcome = DescriptorPassing.TryReceive(control, out int descriptor);
        if (outcome == ReceiveOutcome.Ended)
            GtkLoop.Quit();
        else if (descriptor >= 0)
            Add(descriptor).Begin();
        return outcome != ReceiveOutcome.Ended;
    }

    private void OnEnded(PanelServer server, bool failed)
    {
        _servers.Remove(server);
        if (failed)
            ExitCode = 1;
    }

    [UnmanagedCallersOnly]
    private static int OnControl(int descriptor, int condition, nint data)
    {
        try
        {
            return GObjects.Target<PanelServers>(data).Take() ? 1 : 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 1;
        }
    }
}
