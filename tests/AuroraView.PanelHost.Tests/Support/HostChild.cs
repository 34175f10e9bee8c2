using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AuroraView.PanelHost.Tests.Support;

/// <summary>This very program as another host process, which opens a panel whose page loops for ever, and waits to be killed.</summary>
internal static partial class HostChild
{
    private const string Variable = "AURORAVIEW_TESTS_ROLE";

    /// <summary>What this process is to play, when it is not the tests.</summary>
    public static string? Role => Environment.GetEnvironmentVariable(Variable);

    public static Process Start(bool holdChannel = false)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            info.ArgumentList.Add(typeof(HostChild).Assembly.Location);
        info.Environment[Variable] = holdChannel ? "host-with-fork" : "host";
        info.Environment["DISPLAY"] = Environment.GetEnvironmentVariable("DISPLAY");
        return Process.Start(info)!;
    }

    /// <summary>Plays the host until it is killed.</summary>
    public static int Run(string role)
    {
        TestView view = TestView.Show("<p>hi</p>");
        view.Backend.Evaluate(view.NextCall(), "setTimeout(() => { post('looping'); while (true); }); ''", null);
        view.Wait<PageMessage>();
        Console.WriteLine(view.Info.ProcessId);
        if (role == "host-with-fork")
            Console.WriteLine(ForkThatSleeps());
        Thread.Sleep(TestView.Bound);
        return 3;
    }

    // A copy of this process with every descriptor of it, as Python's multiprocessing makes.
    private static int ForkThatSleeps()
    {
        int copy = Fork();
        if (copy == 0)
            Pause();
        return copy;
    }

    [LibraryImport("libc.so.6", EntryPoint = "fork")]
    private static partial int Fork();

    [LibraryImport("libc.so.6", EntryPoint = "pause")]
    private static partial int Pause();
}
