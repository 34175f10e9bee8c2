using System.Diagnostics;
using Xunit;

namespace AuroraView.Packages.Tests.Support;

/// <summary>A program that is run to its end, with a bound.</summary>
internal sealed class Command(string program, params string[] arguments)
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(10);

    /// <summary>Where it runs.</summary>
    public string Folder { get; init; } = Tree.Root;

    /// <summary>What its environment has besides, or, where the value is null, has not.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Runs it; fails the test with all that it printed unless it ends with <paramref name="exitCode"/>.</summary>
    /// <returns>What it printed.</returns>
    public string Run(int exitCode = 0)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in Environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_bound))
            process.Kill(entireProcessTree: true);
        string all = output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult();
        Assert.True(process.ExitCode == exitCode, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}, not {exitCode}:\n{all}");
        return all;
    }
}
