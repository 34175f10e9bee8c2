using System.Diagnostics;

namespace AuroraView.Packages.Tests.Support;

/// <summary>Xvfb, started once for the suite, whatever display the tests are started from.</summary>
internal static class Display
{
    private static readonly Lazy<string> s_name = new(Launch);

    /// <summary>Its name, such as <c>:5</c>.</summary>
    public static string Name => s_name.Value;

    private static string Launch()
    {
        var start = new ProcessStartInfo("Xvfb", "-displayfd 1 -screen 0 1280x900x24 -nolisten tcp -noreset") { RedirectStandardOutput = true, RedirectStandardError = true };
        Process server = Process.Start(start) ?? throw new InvalidOperationException("Xvfb could not be started: apt-get install xvfb");
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Kill();
        return ":" + server.StandardOutput.ReadLine();
    }
}
