using System.Diagnostics;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(Xvfb))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace AuroraView.PanelHost.Tests.Support;

/// <summary>A screen of its own for the whole suite.</summary>
public sealed class Xvfb : IDisposable
{
    private readonly Process _process;

    public Xvfb()
    {
        _process = Process.Start(new ProcessStartInfo("Xvfb", "-displayfd 1 -screen 0 1280x900x24 -nolisten tcp -noreset")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        string? number = _process.StandardOutput.ReadLine();
        Assert.False(string.IsNullOrEmpty(number), "Xvfb did not start; install the package xvfb.");
        Display = ":" + number;
        Environment.SetEnvironmentVariable("DISPLAY", Display);
        Environment.SetEnvironmentVariable("AURORAVIEW_PANEL_HOST", null);
    }

    public string Display { get; }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit(10_000);
        _process.Dispose();
    }
}
