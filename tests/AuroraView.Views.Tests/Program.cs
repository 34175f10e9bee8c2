using AuroraView.Views.Tests.Hosts;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace AuroraView.Views.Tests;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (HostChild.Role is { } role)
            return HostChild.Run(role);
        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
