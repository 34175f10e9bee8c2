using AuroraView.Engine;
using AuroraView.Engine.Transport;
using AuroraView.PanelHost;
using AuroraView.WebKit.Engine;

// The panel host: the web views of one host process that share a data folder, each at the other end of a socket of its own.
if (args is ["--check"])
    return SelfCheck.Run();
if (args is [Graphics.Argument])
    return GlRenderer.Print();
if (args is not ["--parent", string parentText] || !int.TryParse(parentText, out int parent)
    || Libc.Control(DescriptorPassing.ChannelDescriptor, Libc.F_SETFD, Libc.FD_CLOEXEC) != 0
    || Libc.Control(DescriptorPassing.ControlDescriptor, Libc.F_SETFD, Libc.FD_CLOEXEC) != 0)
{
    Console.Error.WriteLine("auroraview-panelhost shows panels of AuroraView; AuroraView starts it itself.");
    return 2;
}

ResourceLimits.Raise();
// 077: a host's own may keep the engine out of the folders that it makes.
_ = Libc.SetFileMask(0x3F);
// The host comes first: a page that floods or computes takes no processor from its main thread. The engine's processes inherit it.
_ = Libc.AddNiceness(3);
var panels = new PanelServers(DescriptorPassing.ControlDescriptor);
panels.Add(DescriptorPassing.ChannelDescriptor);
ParentWatch.Begin(DescriptorPassing.ControlDescriptor, parent);
try
{
    Graphics.Look();
    WebKitLibraries.Load();
    var watch = DisplayWatch.Begin(silent => panels.EndAll(ClosedReason.StartFailed, silent));
    GtkLoop.Start(onDisplayLost: () => panels.EndAll(ClosedReason.HostDied,
        new BackendError("NoDisplay", "The X display is gone, and with it the panel's window.")));
    watch.End();
}
catch (BackendFailureException failure)
{
    panels.EndAll(ClosedReason.StartFailed, failure.Error);
    return 1;
}
catch (DllNotFoundException missing)
{
    panels.EndAll(ClosedReason.StartFailed, new BackendError("EngineMissing",
        $"A library of GTK is missing: {missing.Message} Install GTK 3: on Debian or Ubuntu `apt install libgtk-3-0`, on RHEL, Rocky or Alma `dnf install gtk3`."));
    return 1;
}
panels.Begin();
GtkLoop.Run();
WebProcesses.End();
return panels.ExitCode;
