using System.Globalization;

namespace AuroraView.PanelHost.Tests.Support;

/// <summary>A shell script in the panel host's place.</summary>
internal sealed class FakePanelHost : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("auroraview-fake-").FullName;
    private readonly Pinned _pinned;

    public FakePanelHost(string script, bool executable = true)
    {
        string path = Path.Combine(_folder, "panelhost");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (executable)
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _pinned = new Pinned("AURORAVIEW_PANEL_HOST", path);
    }

    public bool Started => File.Exists(PidFile) && new FileInfo(PidFile).Length > 0;

    public int ProcessId => int.Parse(File.ReadAllText(PidFile), CultureInfo.InvariantCulture);

    private string PidFile => Path.Combine(_folder, "panelhost.pid");

    public void Dispose()
    {
        _pinned.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
