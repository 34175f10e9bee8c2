using AuroraView.Backends;
using AuroraView.Channel.Transport;
using AuroraView.PanelHost;
using AuroraView.WebKit.Engine;

// The panel host: one web view in a process of its own, at the other end of an inherited socket.
if (args is ["--check"])
    return SelfCheck.Run();
const int channelDescriptor = 3;
if (args is not ["--parent", string parentText] || !int.TryParse(parentText, out int parent)
    || Libc.Control(channelDescriptor, Libc.F_SETFD, Libc.FD_CLOEXEC) != 0)
{
    Console.Error.WriteLine("auroraview-panelhost shows a panel of AuroraView; AuroraView starts it itself.");
    return 2;
}

ResourceLimits.Raise();
var channel = new HostChannel(new SocketTransport(channelDescriptor));
ParentWatch.Begin(channelDescriptor, parent);
try
{
    WebKitLibraries.Load();
    GtkLoop.Start(onDisplayLost: () => channel.Goodbye(ClosedReason.HostDied,
        new BackendError("Died", "The X display is gone, and with it the panel's window.")));
}
catch (BackendFailureException failure)
{
    channel.Goodbye(ClosedReason.StartFailed, failure.Error);
    return 1;
}
catch (DllNotFoundException missing)
{
    channel.Goodbye(ClosedReason.StartFailed, new BackendError("EngineMissing",
        $"A library of GTK is missing: {missing.Message} Install GTK 3: on Debian or Ubuntu `apt install libgtk-3-0`, on RHEL, Rocky or Alma `dnf install gtk3`."));
    return 1;
}
var server = new PanelServer(channel);
server.Begin();
GtkLoop.Run();
WebProcesses.End();
return server.ExitCode;
