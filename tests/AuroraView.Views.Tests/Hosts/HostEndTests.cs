using System.Globalization;
using Xunit;

namespace AuroraView.Views.Tests.Hosts;

/// <summary>A host that ends with panels open ends by itself, and leaves no process of ours. <c>docs/shutdown.md</c>.</summary>
public class HostEndTests
{
    [Theory]
    [InlineData(HostEnd.Returns)]
    [InlineData(HostEnd.ExitsInHandler)]
    [InlineData(HostEnd.ExitsOnAnotherThread)]
    [InlineData(HostEnd.Killed)]
    public void Host_EndsWithThreePanelsAndPendingCalls_LeavesNoProcess(HostEnd end)
    {
        using var host = HostChild.Start(end);
        var panels = PanelHostsOf(host);
        Assert.Equal(HostChild.Panels, panels.Length);
        Assert.Single(panels.Distinct());
        Assert.All(panels, panel => Assert.NotEmpty(Processes.OfGroup(panel)));

        if (end == HostEnd.Killed)
            host.Kill();
        else
            host.StandardInput.Close();

        var ended = host.WaitForExit(HostLoop.Bound);
        if (!ended)
            host.Kill();
        Assert.True(ended, $"the host did not end by itself; its panel hosts: {string.Join(", ", panels)}");
        if (end != HostEnd.Killed)
            Assert.Equal(0, host.ExitCode);
        Assert.All(panels, Processes.AssertGone);
    }

    private static int[] PanelHostsOf(System.Diagnostics.Process host)
    {
        var line = host.StandardOutput.ReadLine();
        Assert.False(line is null, "the host ended before its panels were open");
        return [.. line.Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
    }
}
