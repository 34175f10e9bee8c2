using System.Diagnostics;
using System.Globalization;

// One display, and tests that change the process's environment.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]

namespace AuroraView.Views.Tests;

/// <summary>Xvfb, started once for the suite, whatever display the tests are started from.</summary>
internal static class Display
{
    private static readonly Lazy<Process> s_server = new(Launch);

    public static void Start() => _ = s_server.Value;

    private static Process Launch()
    {
        var start = new ProcessStartInfo("Xvfb") { RedirectStandardOutput = true, RedirectStandardError = true };
        // Without -noreset the server starts anew when the last panel of a test has gone, and refuses the next one meanwhile.
        foreach (var argument in new[] { "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset" })
            start.ArgumentList.Add(argument);
        var server = Process.Start(start) ?? throw new InvalidOperationException("Xvfb could not be started: apt-get install xvfb");
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginErrorReadLine();
        var number = int.Parse(server.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        Environment.SetEnvironmentVariable("DISPLAY", $":{number}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Kill();
        return server;
    }
}
